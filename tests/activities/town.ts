/** A town with a plan and people, at an instant of its own, as the activities find it. */
import { randomUUID } from 'node:crypto';
import { plannedObligations } from '../../domain/obligations/from-plan.js';
import type { Ladders } from '../../domain/obligations/ladder.js';
import type { Obligation, Role } from '../../domain/obligations/obligation.js';
import { firstNoticeDay } from '../../domain/obligations/rung-days.js';
import type { PlanDocument } from '../../domain/plan/plan-document.js';
import { type CivilDate, civilDate, later } from '../../domain/time/civil-date.js';
import { type Closure, DEFAULT_CLOSURES } from '../../domain/time/closures.js';
import { type Instant, instant } from '../../domain/time/instant.js';
import { workingCalendar } from '../../domain/time/working-calendar.js';
import { instantAt } from '../../domain/time/zone.js';
import type { Sql } from '../../store/connection.js';
import { inTown } from '../../store/in-town.js';
import { loadObligations } from '../../store/obligations/obligations.js';
import { addPerson, assignRole } from '../../store/people/people.js';
import { storePlan } from '../../store/plan/plans.js';
import type { TownSettings } from '../../store/towns/town-settings.js';
import { changeLadders, createTown } from '../../store/towns/towns.js';
import { cycleStart, objectiveStart, roundStart, type WorkflowStart } from '../../workflows/contract.js';

export const ZONE = 'Europe/Rome';

/** `2023-06-29` or `2023-06-29 07:45` by the town's clock. */
export function townTime(text: string): Instant {
  const [day = '', time = '00:00'] = text.split(' ');
  const [hour, minute] = time.split(':').map(Number);
  return instantAt(civilDate(day), (hour ?? 0) * 60 + (minute ?? 0), ZONE);
}

export interface PersonWish {
  readonly name: string;
  /** An address made of the name unless said; `null`: no mailbox. */
  readonly email?: string | null;
  readonly roles: readonly Role[];
  readonly from?: CivilDate;
  readonly to?: CivilDate;
}

export interface TownWish {
  readonly plan: PlanDocument;
  /** Day of approval. */
  readonly approved: string;
  /** Day of going live here: that of approval unless said. */
  readonly live?: string;
  /** The town's clock now, `2023-02-28 10:00`. */
  readonly now: string;
  readonly people: readonly PersonWish[];
  readonly settings?: Partial<TownSettings>;
  /** Only Saturdays unless said. */
  readonly closures?: readonly Closure[];
  /** Only what differs from the default. */
  readonly ladders?: Partial<Ladders>;
}

export interface TestTown {
  readonly town: string;
  readonly name: string;
  readonly cycle: string;
  readonly year: number;
  readonly objectives: readonly string[];
  readonly obligations: readonly Obligation[];
  /** Person ids by name. */
  readonly people: ReadonlyMap<string, string>;
  /** Everything that a confirmed plan announces. */
  readonly starts: readonly WorkflowStart[];
}

const mailboxOf = (name: string): string => `${name.toLowerCase().replace(/\W+/g, '.')}@prova.example`;

/** The real clock plus the town's offset is `wish.now` from here on. */
export async function foundTown(sql: Sql, wish: TownWish): Promise<TestTown> {
  const town = randomUUID();
  const real = Date.now();
  const name = wish.plan.document.body ?? 'Comune di Prova';
  const approved = civilDate(wish.approved);
  const liveOn = civilDate(wish.live ?? wish.approved);
  const closures = wish.closures ?? DEFAULT_CLOSURES;
  const calendar = workingCalendar(closures);
  return inTown(sql, town, async (tx) => {
    await createTown(tx, {
      id: town,
      slug: `prova-${town}`,
      name,
      mode: 'demo',
      clockOffsetMs: townTime(wish.now) - real,
      closures,
      createdAt: instant(real),
      ...(wish.settings === undefined ? {} : { settings: wish.settings }),
    });
    if (wish.ladders !== undefined) await changeLadders(tx, wish.ladders);
    const stored = await storePlan(tx, {
      plan: wish.plan,
      planned: plannedObligations(wish.plan, firstNoticeDay(later(approved, liveOn), calendar), calendar),
      lint: [],
      act: { organ: 'giunta', number: '21', adoptedOn: approved },
      approvedOn: approved,
      liveOn,
      note: '',
      confirmedBy: null,
      confirmedAt: townTime(wish.now),
    });
    if (!stored.ok) throw new Error(stored.refusal);
    const people = new Map<string, string>();
    for (const { name: who, email = mailboxOf(who), roles, from, to } of wish.people) {
      const person = await addPerson(tx, { name: who, email, createdAt: townTime(wish.now) });
      people.set(who, person);
      const validFrom = from ?? civilDate('2020-01-01');
      for (const role of roles) await assignRole(tx, { person, role, validFrom, validTo: to ?? null });
    }
    const { cycle, year, objectives } = stored;
    const starts = [
      roundStart({ town }),
      cycleStart({ town, cycle, year }),
      ...objectives.map((objective) => objectiveStart({ town, objective, year })),
    ];
    return { town, name, cycle, year, objectives, obligations: await loadObligations(tx), people, starts };
  });
}
