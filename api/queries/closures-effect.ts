/** What other closures would change in the mails of the coming months, or of all the days that are known. */
import { agendaFacts } from '../../domain/obligations/agenda-facts.js';
import { type RehearsalDifference, rehearsalDifference } from '../../domain/rehearsal/difference.js';
import type { Closure } from '../../domain/time/closures.js';
import { workingCalendar } from '../../domain/time/working-calendar.js';
import { laddersOf } from '../../store/town-settings.js';
import { effectWindow } from './ladder-effect.js';
import { roundToday } from './next-round.js';
import { mailsOf, type Rehearsal } from './rehearsal.js';
import type { RehearsalWindow } from './rehearsal-window.js';

/** How far the effect of closures is looked at. */
export type ClosuresSpan = 'mesi' | 'anno';
const MONTHS_DAYS = 120;

export interface ClosuresEffect {
  readonly window: RehearsalWindow;
  readonly difference: RehearsalDifference;
}

export function closuresEffect(
  rehearsal: Rehearsal,
  closures: readonly Closure[],
  span: ClosuresSpan,
): ClosuresEffect {
  const after = withClosures(rehearsal, closures);
  const window = effectWindow(
    after.start < rehearsal.start ? after : rehearsal,
    span === 'mesi' ? MONTHS_DAYS : null,
  );
  return { window, difference: rehearsalDifference(mailsOf(rehearsal, window), mailsOf(after, window)) };
}

/** The same town with other working days; its next round may be another then. */
function withClosures(rehearsal: Rehearsal, closures: readonly Closure[]): Rehearsal {
  const calendar = workingCalendar(closures);
  const town = { ...rehearsal.facts.town, closures };
  const agenda = agendaFacts(rehearsal.obligations, rehearsal.facts.agenda.fired, laddersOf(town), calendar);
  const facts = { ...rehearsal.facts, town, calendar, agenda };
  const opensToday =
    !rehearsal.facts.calendar.isWorkingDay(facts.today) &&
    roundToday({ ...rehearsal, facts }, null).state === 'waiting';
  return { ...rehearsal, facts, start: opensToday ? facts.today : rehearsal.start };
}
