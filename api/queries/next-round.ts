/** What goes out next, to whom, on which rung: worked out as the prova generale works out every round, and as the round itself. */

import { saysSomething } from '../../domain/obligations/agenda-at.js';
import type { DigestFacts } from '../../domain/obligations/digest.js';
import { digestsOfRound } from '../../domain/obligations/digests-of-round.js';
import { nextRoundDay, type RehearsedTown, roundOn } from '../../domain/rehearsal/rehearsed-rounds.js';
import type { CivilDate } from '../../domain/time/civil-date.js';
import type { Instant } from '../../domain/time/instant.js';
import { roundWindow } from '../../domain/time/round-slot.js';
import type { Person } from '../../store/people/people.js';
import { type TownAhead, townAhead } from './town-ahead.js';

/** Today's round: held, not needed, or still to come (`slot`: when; past it, at any moment). */
export type RoundToday =
  | { readonly state: 'held'; readonly at: Instant; readonly notices: number; readonly digests: number }
  | { readonly state: 'closed' | 'nothing' }
  | { readonly state: 'waiting'; readonly slot: Instant; readonly asked: boolean }
  /** Past 17:00 without a round: its notices go out with the next one, unless somebody asks. */
  | { readonly state: 'missed' };

export interface Recipient {
  /** `null`: nobody holds the role, nor stands in for it. */
  readonly person: Person | null;
  readonly facts: DigestFacts;
}

export interface NextRound {
  readonly today: RoundToday;
  /** The day that `recipients` is about: today while its round is to come, else the next working day. */
  readonly day: CivilDate;
  readonly recipients: readonly Recipient[];
  /** When nothing goes out on `day`: the first day on which something does. */
  readonly afterwards: CivilDate | null;
}

/** `asked`: the day for which somebody pressed "Invia ora". */
export function nextRound(ahead: TownAhead, asked: CivilDate | null): NextRound {
  const { facts } = ahead;
  const today = roundToday(ahead, asked);
  const day = today.state === 'waiting' ? facts.today : facts.calendar.after(facts.today, 1);
  const town = townAhead(ahead, facts.agenda);
  const recipients = recipientsOn(town, ahead.people, day);
  return {
    today,
    day,
    recipients,
    afterwards: recipients.length > 0 ? null : nextRoundDay(town, town, day),
  };
}

/** Where today's round stands. `askedOn`: the day for which somebody pressed "Invia ora". */
export function roundToday(ahead: TownAhead, askedOn: CivilDate | null): RoundToday {
  const { calendar, lastRound, now, today, town } = ahead.facts;
  if (lastRound?.day === today) {
    const { at, notices, digests } = lastRound;
    return { state: 'held', at, notices, digests };
  }
  if (!calendar.isWorkingDay(today)) return { state: 'closed' };
  const round = townAhead(ahead, ahead.facts.agenda);
  const { agenda, waiting } = roundOn(round, round, today);
  if (!saysSomething(agenda) && waiting.size === 0) return { state: 'nothing' };
  const window = roundWindow(town.id, today, town.clock.zone, town.settings.sending.minute);
  const asked = askedOn === today;
  return now >= window.until && !asked ? { state: 'missed' } : { state: 'waiting', slot: window.slot, asked };
}

/** Whoever is there on that day, which need not be who is there now. */
const recipientsOn = (
  town: RehearsedTown,
  people: TownAhead['people'],
  day: CivilDate,
): readonly Recipient[] =>
  [...digestsOfRound(roundOn(town, town, day))]
    .map(([key, facts]) => ({ person: people.get(key) ?? null, facts }))
    .sort((a, b) => ((a.person?.name ?? '') < (b.person?.name ?? '') ? -1 : 1));
