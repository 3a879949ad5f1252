/** What a role hands over from one person to the next: read from the facts, so that nobody writes it by heart. */
import { HAND_OVER_PARTS, type HandOverPart, handOverPart } from '../../domain/obligations/hand-over.js';
import { type Role, roleKey } from '../../domain/obligations/obligation.js';
import { yearOf } from '../../domain/time/civil-date.js';
import { workingCalendar } from '../../domain/time/working-calendar.js';
import type { Tx } from '../../store/in-town.js';
import { type Answer, answersAbout } from '../../store/obligations/answers.js';
import { type Evidence, listEvidence } from '../../store/obligations/evidence.js';
import { listObligations } from '../../store/obligations/obligations.js';
import { listPeople, type Person, type RoleHolder, roleHolders } from '../../store/people/people.js';
import type { Viewer } from '../viewer.js';
import { byUrgency, type RecordView, recordView } from './obligation-view.js';

/** One thing owed, with what was answered about it and what proves it. */
export interface HandedOver {
  readonly view: RecordView;
  /** Not withdrawn, oldest first. */
  readonly answers: readonly Answer[];
  readonly evidence: readonly Evidence[];
}

export interface HandOver {
  readonly tenure: RoleHolder;
  /** Who takes over; `null`: not known yet. */
  readonly successor: Person | null;
  /** From when the successor holds the role; `null`: they were not given it. */
  readonly successorFrom: RoleHolder['validFrom'] | null;
  /** Who could take over. */
  readonly others: readonly Person[];
  /** Of all parts, in order; what was closed only of this year. */
  readonly parts: ReadonlyMap<HandOverPart, readonly HandedOver[]>;
}

/** `successor`: who takes over, else whoever was given the role after the tenure began. `null`: no such tenure of that person. */
export async function loadHandOver(
  tx: Tx,
  viewer: Viewer,
  asked: { readonly person: string; readonly tenure: string; readonly successor: string | null },
): Promise<HandOver | null> {
  const [tenures, people] = await Promise.all([roleHolders(tx), listPeople(tx)]);
  const tenure = tenures.find(({ id, person }) => id === asked.tenure && person.id === asked.person);
  if (tenure === undefined) return null;
  const next = successorOf(tenure, tenures, asked.successor);
  const chosen = asked.successor ?? next?.person.id;
  return {
    tenure,
    successor: people.find(({ id }) => id === chosen && id !== asked.person) ?? null,
    successorFrom: next?.validFrom ?? null,
    others: people.filter(({ id }) => id !== asked.person),
    parts: await partsOf(tx, viewer, tenure.role),
  };
}

/** The tenure by which somebody else, or that very person, has the role after this one began. */
function successorOf(
  { role, person, validFrom }: RoleHolder,
  tenures: readonly RoleHolder[],
  wanted: string | null,
): RoleHolder | undefined {
  const later = tenures.filter(
    (one) => roleKey(one.role) === roleKey(role) && one.person.id !== person.id && one.validFrom > validFrom,
  );
  return wanted === null ? later[0] : later.find((one) => one.person.id === wanted);
}

async function partsOf(
  tx: Tx,
  { town, today }: Viewer,
  owner: Role,
): Promise<ReadonlyMap<HandOverPart, readonly HandedOver[]>> {
  const calendar = workingCalendar(town.closures);
  const records = (await listObligations(tx, { owners: [owner] })).filter(
    ({ obligation: { state, year } }) => state === 'open' || year === yearOf(today),
  );
  const ids = records.map(({ obligation }) => obligation.id);
  const [answers, evidence] = await Promise.all([answersAbout(tx, ids), listEvidence(tx, ids)]);
  const handed = records
    .map((record) => recordView(record, today, calendar))
    .sort(byUrgency)
    .map((view) => ({
      view,
      answers: answers.filter((one) => one.obligation === view.obligation.id && one.withdrawnAt === null),
      evidence: evidence.filter((one) => one.obligation === view.obligation.id),
    }));
  return new Map(
    HAND_OVER_PARTS.map((part) => [
      part,
      handed.filter(({ view }) => handOverPart(view.obligation, today) === part),
    ]),
  );
}
