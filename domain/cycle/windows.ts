/**
 * The monitoring windows of a year. Names, reference day, opening and due day are settings of the town;
 * the defaults are design §10's. A window that closed before the start day asks nothing, and the next
 * one covers the whole period.
 */
import { addDays, type CivilDate, civilDateOf, isLeapYear } from '../time/civil-date.js';

/** A day of the plan's year, or of the one after it. 29 February stands for the last of the month. */
export interface YearDay {
  readonly month: number;
  readonly day: number;
  readonly yearsAfter: 0 | 1;
}

/** As a town sets it. */
export interface WindowRule {
  /** "Monitoraggio del primo semestre": the year is added. */
  readonly name: string;
  /** The day at which indicators and phases are looked at. */
  readonly reference: YearDay;
  readonly opens: YearDay;
  readonly due: YearDay;
}

/** Two half-years, due on 31 July and on 31 January of the year after (design §10). */
export const DEFAULT_WINDOWS: readonly WindowRule[] = [
  {
    name: 'Monitoraggio del primo semestre',
    reference: { month: 6, day: 30, yearsAfter: 0 },
    opens: { month: 7, day: 1, yearsAfter: 0 },
    due: { month: 7, day: 31, yearsAfter: 0 },
  },
  {
    name: 'Monitoraggio del secondo semestre',
    reference: { month: 12, day: 31, yearsAfter: 0 },
    opens: { month: 1, day: 2, yearsAfter: 1 },
    due: { month: 1, day: 31, yearsAfter: 1 },
  },
];

/** Why a window asks nothing. */
export type SkippedBecause = 'closed-before-start';

/** A window of one year, its days worked out. */
export interface MonitoringWindow {
  /** From 1, in the order of the settings. */
  readonly ordinal: number;
  readonly name: string;
  /** First day of the period it covers. */
  readonly coversFrom: CivilDate;
  readonly referenceOn: CivilDate;
  readonly opens: CivilDate;
  readonly due: CivilDate;
  /** `null`: it asks. */
  readonly skipped: SkippedBecause | null;
}

/** `startDay` is the later of the day of approval and the day of going live. */
export function windowsOf(
  rules: readonly WindowRule[],
  year: number,
  startDay: CivilDate,
): readonly MonitoringWindow[] {
  const on = (day: YearDay): CivilDate => yearDayOf(year, day);
  let coversFrom = civilDateOf(year, 1, 1);
  return rules.map(({ name, ...days }, index) => {
    const [referenceOn, opens, due] = [on(days.reference), on(days.opens), on(days.due)];
    const skipped = due < startDay ? 'closed-before-start' : null;
    const window = { ordinal: index + 1, name, coversFrom, referenceOn, opens, due, skipped } as const;
    if (skipped === null) coversFrom = addDays(referenceOn, 1);
    return window;
  });
}

/** The day of a plan's year. */
export const yearDayOf = (planYear: number, { month, day, yearsAfter }: YearDay): CivilDate =>
  dayIn(planYear + yearsAfter, month, day);

const dayIn = (year: number, month: number, day: number): CivilDate =>
  civilDateOf(year, month, month === 2 && day === 29 && !isLeapYear(year) ? 28 : day);
