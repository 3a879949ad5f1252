/** What is weak in the terms of one objective. */
import { type CivilDate, parseCivilDate, weekdayOf, yearOf } from '../time/civil-date.js';
import { publicHolidays } from '../time/public-holidays.js';
import type { LintCode, PlanDocument, PlanMilestone, PlanObjective } from './plan-document.js';

/** A code and what to tell, for one objective. */
export type Finding = readonly [LintCode, string];

const DATED: readonly PlanMilestone['kind'][] = ['date', 'month-end', 'period'];

/** Of one objective, wherever it stands. */
export function dateWarnings(
  objective: PlanObjective,
  document: PlanDocument['document'],
): readonly Finding[] {
  const { milestones } = objective;
  const found: Finding[] = [];
  const owed = milestones.filter((one) => one.role === undefined);
  const days = owed.flatMap((one) => {
    const day = DATED.includes(one.kind) ? parseCivilDate(one.date ?? '') : null;
    return day === null ? [] : [{ day, written: one.kind === 'date' }];
  });
  const written = days.filter((one) => one.written).map((one) => one.day);

  for (const day of new Set(written)) {
    const why = closedBecause(day);
    if (why !== null) found.push(['weekend-date', `${printed(day)} è ${why}`]);
  }
  const wrongYear = days.find(({ day }) => yearOf(day) < document.year);
  if (wrongYear) {
    found.push(['wrong-year', `${printed(wrongYear.day)} è di un anno precedente al ${document.year}`]);
  }
  const past = written.find((day) => isPast(day, document));
  if (past !== undefined)
    found.push(['past-date', `${printed(past)} è anteriore all'atto che approva il piano`]);
  const impossible = milestones.find(isImpossible);
  if (impossible) found.push(['invalid-date', `«${impossible.phrase}»: il giorno non esiste`]);
  const dated = owed.filter((one) => DATED.includes(one.kind) && !isImpossible(one));
  if (dated.length >= 2 && dated.some((one) => one.weight === undefined)) {
    found.push([
      'multiple-milestones-without-subweights',
      `${dated.length} traguardi con data e un solo peso`,
    ]);
  }
  if (owed.some((one) => one.kind === 'external-term')) {
    found.push(['external-term', 'Termine fissato fuori dal piano: la data va indicata a mano']);
  }
  if (!milestones.some(setsATime)) {
    found.push([
      'undated-objective',
      "Nessuna data, ricorrenza o termine esterno: il termine implicito è la fine dell'esercizio",
    ]);
  }
  return found;
}

/** Said to be impossible, or written as a day that the calendar does not have. */
const isImpossible = (one: PlanMilestone): boolean =>
  one.invalid === true ||
  (DATED.includes(one.kind) && one.date !== undefined && parseCivilDate(one.date) === null);

const setsATime = (one: PlanMilestone): boolean =>
  one.kind !== 'none' && one.role !== 'event' && !isImpossible(one);

function isPast(day: CivilDate, document: PlanDocument['document']): boolean {
  const act = document.kind === 'plan' ? parseCivilDate(document.actDate ?? '') : null;
  return act !== null && yearOf(day) === document.year && day < act;
}

function closedBecause(day: CivilDate): string | null {
  const weekday = weekdayOf(day);
  if (weekday === 7) return 'domenica';
  if (weekday === 6) return 'sabato';
  return publicHolidays(yearOf(day)).includes(day) ? 'festivo' : null;
}

const printed = (day: CivilDate): string => `${day.slice(8)}/${day.slice(5, 7)}/${day.slice(0, 4)}`;
