/** What decides about the mails to come beside the agenda: who has which role when, and what earlier mails leave to tell. */
import type { AgendaFacts } from '../../domain/obligations/agenda-facts.js';
import type { StoredLeftovers } from '../../domain/obligations/leftovers.js';
import type { LinkAnswer } from '../../domain/obligations/repeated-answers.js';
import { staffOn } from '../../domain/obligations/staff.js';
import type { RehearsedTown } from '../../domain/rehearsal/rehearsed-rounds.js';
import type { Observed } from '../../domain/review/reminders.js';
import type { Tx } from '../../store/in-town.js';
import { loadLeftovers } from '../../store/notices/digest-leftovers.js';
import { answersToRepeat } from '../../store/obligations/answers-to-repeat.js';
import { type KeptAbsence, listAbsences } from '../../store/people/absences.js';
import { type Person, type RoleHolder, roleHolders } from '../../store/people/people.js';
import { standingObservations } from '../../store/review/review.js';
import type { TownFacts } from './town-facts.js';

export interface TownAhead {
  readonly facts: TownFacts;
  readonly tenures: readonly RoleHolder[];
  readonly absences: readonly KeptAbsence[];
  /** Everybody who may receive, by id: holders of roles and their substitutes. */
  readonly people: ReadonlyMap<string, Person>;
  /** What earlier mails leave to tell. */
  readonly leftovers: StoredLeftovers;
  readonly answers: readonly LinkAnswer[];
  readonly observed: readonly Observed[];
}

export async function loadAhead(tx: Tx, facts: TownFacts): Promise<TownAhead> {
  const [tenures, absences, leftovers, answers, observed] = await Promise.all([
    roleHolders(tx),
    listAbsences(tx),
    loadLeftovers(tx),
    answersToRepeat(tx, facts.now),
    standingObservations(tx),
  ]);
  const people = [
    ...absences.flatMap(({ substitute }) => substitute ?? []),
    ...tenures.map((one) => one.person),
  ];
  return {
    facts,
    tenures,
    absences,
    people: new Map(people.map((person) => [person.id, person])),
    leftovers,
    answers,
    observed,
  };
}

/** The town that the rounds to come are worked out for; `agenda` may be another than its own. */
export function townAhead(ahead: TownAhead, agenda: AgendaFacts): RehearsedTown {
  const { facts, tenures, absences, leftovers, answers, observed } = ahead;
  return {
    town: facts.town.name,
    zone: facts.town.clock.zone,
    facts: agenda,
    lastPosted: facts.lastPosted,
    leftovers,
    answers,
    observed,
    staffOn: (day) => staffOn(tenures, absences, day),
  };
}
