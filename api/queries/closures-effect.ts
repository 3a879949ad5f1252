/** What other closures would change in the mails of the coming months, or of all the days that are known. */
import { agendaFacts, firedIn } from '../../domain/obligations/agenda-facts.js';
import type { Closure } from '../../domain/time/closures.js';
import { workingCalendar } from '../../domain/time/working-calendar.js';
import { laddersOf } from '../../store/towns/town-settings.js';
import { roundToday } from './next-round.js';
import type { Rehearsal } from './rehearsal.js';
import { effectBetween, effectWindow, type RehearsalEffect } from './rehearsal-effect.js';

/** How far the effect of closures is looked at. */
export type ClosuresSpan = 'mesi' | 'anno';
const MONTHS_DAYS = 120;

export function closuresEffect(
  rehearsal: Rehearsal,
  closures: readonly Closure[],
  span: ClosuresSpan,
): RehearsalEffect {
  const after = withClosures(rehearsal, closures);
  const window = effectWindow(
    after.start < rehearsal.start ? after : rehearsal,
    span === 'mesi' ? MONTHS_DAYS : null,
  );
  return effectBetween(rehearsal, after, window);
}

/** The same town with other working days; its next round may be another then. */
function withClosures(rehearsal: Rehearsal, closures: readonly Closure[]): Rehearsal {
  const calendar = workingCalendar(closures);
  const town = { ...rehearsal.facts.town, closures };
  const agenda = agendaFacts(
    rehearsal.obligations,
    firedIn(rehearsal.facts.agenda),
    laddersOf(town),
    calendar,
  );
  const facts = { ...rehearsal.facts, town, calendar, agenda };
  const opensToday =
    !rehearsal.facts.calendar.isWorkingDay(facts.today) &&
    roundToday({ ...rehearsal, facts }, null).state === 'waiting';
  return { ...rehearsal, facts, start: opensToday ? facts.today : rehearsal.start };
}
