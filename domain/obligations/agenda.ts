/**
 * The agenda: what must be told now, what is passed over, and when to look again. Pure: the town's
 * round, the dashboard and the rehearsal all ask it. It speaks of roles; persons are resolved when a
 * digest is frozen (design §3).
 */
import type { CivilDate } from '../time/civil-date.js';
import type { AgendaFacts } from './agenda-facts.js';
import type { DueRung, PassedOverRung } from './notice.js';
import { rungsDue } from './rungs-due.js';
import { nextSummaryDay, type SummaryLine, summaryLines } from './summary-lines.js';

/** What one working day's round tells, and what it passes over. */
export interface AgendaOfDay {
  readonly due: readonly DueRung[];
  readonly passedOver: readonly PassedOverRung[];
  /** Lines of the Segretario's summary; empty on the days without one. */
  readonly summary: readonly SummaryLine[];
}

/** What a round on this working day has to say. Throws `RangeError` on a closed day: no round happens on it. */
export function agendaOfDay(facts: AgendaFacts, day: CivilDate): AgendaOfDay {
  if (!facts.calendar.isWorkingDay(day)) throw new RangeError(`${day} is not a working day of this town`);
  const due: DueRung[] = [];
  const passedOver: PassedOverRung[] = [];
  for (const scheduled of isQuiet(facts, day) ? [] : facts.schedule) {
    const outcome = rungsDue(scheduled, day);
    due.push(...outcome.due);
    passedOver.push(...outcome.passedOver);
  }
  return { due, passedOver, summary: summaryLines(facts, day) };
}

/** No rung of any obligation can fire that early. */
const isQuiet = ({ first }: AgendaFacts, day: CivilDate): boolean => first === null || first > day;

/** The first working day after `day` on which a round will have something to say if nothing changes; `null` when none will. */
export function nextAgendaDay(facts: AgendaFacts, day: CivilDate): CivilDate | null {
  const summary = nextSummaryDay(facts, day);
  const rung = isQuiet(facts, day) ? facts.first : facts.calendar.after(day, 1);
  return rung === null || (summary !== null && summary < rung) ? summary : rung;
}
