/** A town in memory: everything that its rows would hold and its mails depend on. */

import { DEFAULT_CYCLE_TERMS, plannedCycle } from '../../../domain/cycle/planned-cycle.js';
import type { SubmissionState } from '../../../domain/cycle/submission-state.js';
import type { AgendaFacts } from '../../../domain/obligations/agenda-facts.js';
import { agendaFacts } from '../../../domain/obligations/agenda-facts.js';
import type { Ladders } from '../../../domain/obligations/ladder.js';
import type { LeftoverLine, LeftoverSummaryLine } from '../../../domain/obligations/leftovers.js';
import type { Fired } from '../../../domain/obligations/notice.js';
import type { Obligation, RoleKey } from '../../../domain/obligations/obligation.js';
import type { LinkAnswer } from '../../../domain/obligations/repeated-answers.js';
import { type Absence, type HeldRole, type Staff, staffOn } from '../../../domain/obligations/staff.js';
import type { PlanDocument } from '../../../domain/plan/plan-document.js';
import type { CivilDate } from '../../../domain/time/civil-date.js';
import { type WorkingCalendar, workingCalendar } from '../../../domain/time/working-calendar.js';
import { laddersOf, type TownSettings } from '../../../store/towns/town-settings.js';
import type { TestTown } from '../../activities/town.js';
import type { Life } from './life.js';

export interface Person {
  readonly id: string;
  readonly name: string;
  readonly email: string | null;
}

/** An answer by whoever owes it. */
export interface GivenAnswer {
  readonly obligation: string;
  readonly version: number;
  readonly byLink: boolean;
  readonly forecastBefore: CivilDate | null;
  /** Was it told again in a mail that left? */
  repeated: boolean;
  said: LinkAnswer['answer'];
}

/** `version`: of the obligation, that its notice was about. */
export type KeptLine = LeftoverLine & { readonly version: number };

export interface TownState {
  readonly town: TestTown;
  readonly calendar: WorkingCalendar;
  readonly people: ReadonlyMap<string, Person>;
  /** Of the plan in its order, then of the cycle. */
  obligations: readonly Obligation[];
  readonly approved: CivilDate;
  plan: PlanDocument;
  /** Titles of objectives as they came, by which those withdrawn are listed. */
  readonly came: Map<string, number>;
  /** By obligation; absent: still the first draft. */
  readonly submissions: Map<string, SubmissionState>;
  ladders: Ladders;
  mayorRung: TownSettings['mayorRung'];
  fired: Fired;
  leftovers: { readonly lines: readonly KeptLine[]; readonly summary: readonly LeftoverSummaryLine[] };
  /** Lines told in place of a mail that did not leave, so far. */
  carried: number;
  /** People by notice: obligation, version, rung, recipient. */
  readonly given: Map<string, ReadonlySet<string>>;
  tenures: readonly HeldRole<Person>[];
  absences: readonly Absence<Person>[];
  readonly answers: GivenAnswer[];
  /** Who was told something of an obligation since they last said that they had read it, and who ever said so. */
  readonly unseen: Set<string>;
  readonly seen: Set<string>;
  readonly posted: Map<RoleKey, CivilDate>;
  /** People with a mail that left, whose links they can press. */
  readonly mailed: Set<string>;
}

/** Begins the ids of what a variation added: its rows have others, so nobody does anything about it. */
export const ADDED = '+';

const PAST = '2020-01-01' as CivilDate;

export function beginning(town: TestTown, life: Life): TownState {
  const people = new Map(
    life.people.map(({ name, email }): [string, Person] => {
      const id = town.people.get(name) ?? '';
      return [id, { id, name, email: email === null ? null : name }];
    }),
  );
  const tenures = life.people.flatMap(({ name, roles }) =>
    roles.map((role) => ({
      role,
      person: people.get(town.people.get(name) ?? '') ?? { id: '', name, email: null },
      validFrom: PAST,
      validTo: null,
    })),
  );
  const calendar = workingCalendar(life.closures);
  return {
    town,
    calendar,
    people,
    obligations: [...town.obligations, ...owedByCycle(life.plan, life.approved, calendar)],
    approved: life.approved,
    plan: life.plan,
    came: new Map(
      life.plan.sectors.flatMap(({ objectives }) => objectives).map(({ title }, index) => [title, index]),
    ),
    submissions: new Map(),
    ladders: laddersIn(life),
    mayorRung: life.mayorRung,
    fired: new Map(),
    leftovers: { lines: [], summary: [] },
    carried: 0,
    given: new Map(),
    tenures: inOrder(tenures),
    absences: [],
    answers: [],
    unseen: new Set(),
    seen: new Set(),
    posted: new Map(),
    mailed: new Set(),
  };
}

/** Ids are places, as in the prova generale of a plan that is not in force yet. */
export const owedByCycle = (
  plan: PlanDocument,
  startDay: CivilDate,
  calendar: WorkingCalendar,
): readonly Obligation[] => plannedCycle(plan, DEFAULT_CYCLE_TERMS, { startDay, calendar });

export const laddersIn = ({ ladders, mayorRung }: Pick<Life, 'ladders' | 'mayorRung'>): Ladders =>
  laddersOf({ ladders, settings: { mayorRung } as TownSettings });

/** Of one role by first day, then by name: in this order those whom somebody stands in for are named. */
export const inOrder = (tenures: readonly HeldRole<Person>[]): readonly HeldRole<Person>[] =>
  [...tenures].sort((a, b) =>
    `${a.validFrom} ${a.person.name}` < `${b.validFrom} ${b.person.name}` ? -1 : 1,
  );

export const staffIn = ({ tenures, absences }: TownState, day: CivilDate): Staff<Person> =>
  staffOn(tenures, absences, day);

/** On most days nothing of it has changed since the day before. */
const lastFacts = new WeakMap<
  TownState,
  Pick<TownState, 'obligations' | 'fired' | 'ladders'> & { readonly facts: AgendaFacts }
>();

export function factsIn(state: TownState): AgendaFacts {
  const { obligations, fired, ladders, calendar } = state;
  const last = lastFacts.get(state);
  if (last?.obligations === obligations && last.fired === fired && last.ladders === ladders)
    return last.facts;
  const facts = agendaFacts(obligations, fired, ladders, calendar);
  lastFacts.set(state, { obligations, fired, ladders, facts });
  return facts;
}

export const change = (state: TownState, id: string, with_: (one: Obligation) => Obligation): void => {
  state.obligations = state.obligations.map((one) => (one.id === id ? with_(one) : one));
};
