/**
 * The lines of the Segretario's summary (design §3): on the first working day of the week everything
 * late that has a `late-1`, from the first summary on a later day than it until 31 December; on the
 * first working day of the month also the external terms that nobody has dated, until 31 December.
 */
import { type CivilDate, later, yearOf } from '../time/civil-date.js';
import type { AgendaFacts } from './agenda-facts.js';
import type { Obligation } from './obligation.js';
import { firstOfMonthAfter, firstOfWeekAfter, type InSummary } from './summary-days.js';

/** An obligation in the summary, and under which heading. */
export interface SummaryLine {
  readonly obligation: Obligation;
  readonly why: InSummary['why'];
}

/** After its year's end a milestone is asked for by the second monitoring instead; other duties have nothing else. */
const isSpokenOf = ({ kind, year }: Obligation, day: CivilDate): boolean =>
  kind !== 'milestone' || yearOf(day) <= year;

/** Late ones first. Empty when this working day has no summary. */
export function summaryLines({ schedule, calendar }: AgendaFacts, day: CivilDate): readonly SummaryLine[] {
  const told = { late: calendar.isFirstOfWeek(day), external: calendar.isFirstOfMonth(day) };
  if (!told.late && !told.external) return [];
  const lines = { late: [] as SummaryLine[], external: [] as SummaryLine[] };
  for (const { obligation, summary } of schedule) {
    if (summary === null || !told[summary.why] || summary.from > day || !isSpokenOf(obligation, day))
      continue;
    lines[summary.why].push({ obligation, why: summary.why });
  }
  return [...lines.late, ...lines.external];
}

/** The first working day after `day` that will have a summary if nothing changes. */
export function nextSummaryDay({ schedule, calendar }: AgendaFacts, day: CivilDate): CivilDate | null {
  const next = { late: firstOfWeekAfter(day, calendar), external: firstOfMonthAfter(day, calendar) };
  let first: CivilDate | null = null;
  for (const { obligation, summary } of schedule) {
    if (summary === null) continue;
    const on = later(summary.from, next[summary.why]);
    if ((first === null || on < first) && isSpokenOf(obligation, on)) first = on;
  }
  return first;
}
