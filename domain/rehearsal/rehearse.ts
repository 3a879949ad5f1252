/**
 * The prova generale: the same agenda run over a whole range of days as if nobody did anything. One
 * mail per receiver that has something on a day; the round of the real town makes the same facts.
 */
import type { AgendaFacts } from '../obligations/agenda-facts.js';
import type { DigestFacts } from '../obligations/digest.js';
import { digestsOfRound } from '../obligations/digests-of-round.js';
import { NO_LEFTOVERS } from '../obligations/leftovers.js';
import { addDays, type CivilDate } from '../time/civil-date.js';
import {
  afterRound,
  hasPending,
  nextRoundDay,
  type Pending,
  type RehearsedTown,
  roundOn,
  type Stage,
} from './rehearsed-rounds.js';

/** As the round of that day would freeze it. */
export interface RehearsedMail {
  readonly day: CivilDate;
  /** A person's id; the role itself where nobody at all receives for it, and in a rehearsal without people. */
  readonly to: string;
  readonly facts: DigestFacts;
}

/** Days of a rehearsal: all from `start` are lived through, those of `from`–`until` (included) are given. */
export interface RehearsedDays {
  readonly start: CivilDate;
  readonly from: CivilDate;
  readonly until: CivilDate;
}

/** The mails of a plan before anybody has a role: one per role and day, in that order. */
export function* rehearse(town: string, facts: AgendaFacts, range: RehearsedDays): Generator<RehearsedMail> {
  const pending = { leftovers: NO_LEFTOVERS, answers: [] };
  const stage = { town, zone: '', lastPosted: new Map(), staffOn: () => null };
  yield* mailsOf(stage, { facts, ...pending }, range);
}

/** The mails of a town from now on, one per person and day, in that order. */
export const rehearseTown = (town: RehearsedTown, range: RehearsedDays): Generator<RehearsedMail> =>
  mailsOf(town, town, range);

function* mailsOf(stage: Stage, from: Pending, range: RehearsedDays): Generator<RehearsedMail> {
  let pending = from;
  let day = nextRoundDay(stage, pending, addDays(range.start, -1));
  while (day !== null && day <= range.until) {
    const round = roundOn(stage, pending, day);
    const isQuiet = day < range.from && !hasPending(pending);
    const digests = isQuiet ? [] : [...digestsOfRound(round)];
    for (const [to, facts] of digests.sort(([a], [b]) => (a < b ? -1 : 1)))
      if (day >= range.from) yield { day, to, facts };
    pending = afterRound(pending, round, new Set(digests.map(([to]) => to)));
    day = nextRoundDay(stage, pending, day);
  }
}
