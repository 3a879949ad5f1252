/**
 * The agenda by the town's clock: once per town and working day, at the town's slot of the morning,
 * made up until 17:00, else on the next working day (design §4). Instants are in town time.
 */
import { addDays, type CivilDate } from '../time/civil-date.js';
import type { Instant } from '../time/instant.js';
import { type RoundWindow, roundWindow } from '../time/round-slot.js';
import type { WorkingCalendar } from '../time/working-calendar.js';
import { civilDateAt } from '../time/zone.js';
import { type AgendaOfDay, agendaOfDay, nextAgendaDay } from './agenda.js';
import { type AgendaFacts, afterNotices } from './agenda-facts.js';

/** What a town's rounds of the day depend on, beside its obligations. */
export interface TownRounds {
  /** The tenant's id, which spreads the rounds of different towns. */
  readonly town: string;
  /** IANA zone of the town. */
  readonly zone: string;
  /** Minute of the day at which it chose to send; absent or `null`: its own of the spread. */
  readonly sendsAt?: number | null;
  /** Day of the last round that was held, if any. */
  readonly lastRound: CivilDate | null;
  /** Day on which somebody asked "Invia ora": on a working day its round does not wait for the slot. */
  readonly askedOn: CivilDate | null;
}

/** What is to be told at a moment, and when to look again. */
export interface Agenda extends AgendaOfDay {
  /** The day of the round that must be held now; `null` when none is. */
  readonly day: CivilDate | null;
  /** When the next round will have something to say, always later than `asOf`; `null` when none will. */
  readonly next: Instant | null;
}

const NOTHING: AgendaOfDay = { due: [], passedOver: [], summary: [] };

/** Does a round of that day send any mail? Rungs passed over alone send none. */
export const saysSomething = (agenda: AgendaOfDay): boolean =>
  agenda.due.length > 0 || agenda.summary.length > 0;

/** The day whose round may be held at this instant; `null` outside its hours, on a closed day, or when it was held. */
export function roundDayAt(rounds: TownRounds, calendar: WorkingCalendar, asOf: Instant): CivilDate | null {
  const today = civilDateAt(asOf, rounds.zone);
  const { slot, until, earliest } = windowOf(rounds, today);
  const asked = rounds.askedOn === today && asOf >= earliest;
  const inHours = asked || (asOf >= slot && asOf < until);
  return inHours && !isHeld(rounds, today) && calendar.isWorkingDay(today) ? today : null;
}

/** The slot of the first working day after this instant whose round is still to come. */
export function nextRoundSlot(rounds: TownRounds, calendar: WorkingCalendar, asOf: Instant): Instant {
  const day = calendar.after(lastDayGone(rounds, asOf), 1);
  const { slot } = windowOf(rounds, day);
  return slot > asOf ? slot : windowOf(rounds, calendar.after(day, 1)).slot;
}

export function agenda(facts: AgendaFacts, rounds: TownRounds, asOf: Instant): Agenda {
  const today = roundDayAt(rounds, facts.calendar, asOf);
  if (today === null)
    return { ...NOTHING, day: null, next: nextInstant(facts, rounds, lastDayGone(rounds, asOf)) };
  const now = agendaOfDay(facts, today);
  const after = afterNotices(facts, now.due, today);
  return { ...now, day: saysSomething(now) ? today : null, next: nextInstant(after, rounds, today) };
}

const isHeld = ({ lastRound }: TownRounds, day: CivilDate): boolean => lastRound !== null && lastRound >= day;

/** Today when its round was held or its hours are over, else yesterday: rounds to come are on later days. */
function lastDayGone(rounds: TownRounds, asOf: Instant): CivilDate {
  const today = civilDateAt(asOf, rounds.zone);
  const isOver = asOf >= windowOf(rounds, today).until;
  return isHeld(rounds, today) || isOver ? today : addDays(today, -1);
}

function nextInstant(facts: AgendaFacts, rounds: TownRounds, day: CivilDate): Instant | null {
  const next = nextAgendaDay(facts, day);
  return next === null ? null : windowOf(rounds, next).slot;
}

const windowOf = ({ town, zone, sendsAt }: TownRounds, day: CivilDate): RoundWindow =>
  roundWindow(town, day, zone, sendsAt ?? null);
