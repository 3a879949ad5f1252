/**
 * What may be answered to a notice, until when, and what it suspends: *Concluso*, *In corso*, *Non è di mia
 * competenza*. Days are the town's; who answers in whose name is not known here.
 */
import { addDays, type CivilDate, later } from '../time/civil-date.js';
import type { WorkingCalendar } from '../time/working-calendar.js';

/** *Concluso*, *In corso*, *Non è di mia competenza*. Stored. */
export type AnswerKind = 'done' | 'in-progress' | 'not-mine';

/** How far ahead the forecast of a delay may lie. */
export const FORECAST_DAYS = 60;
/** Forecasts that whoever owes it may give of one version: the first, and one renewal. */
const OWN_FORECASTS = 2;
/** An answer may be withdrawn until this many working days after it was given. */
const WITHDRAW_WORKING_DAYS = 5;
/** The links of a mail open their page for this many days after it. */
export const LINK_DAYS = 60;

/** The last day that a forecast given today may name. */
export const lastForecastDay = (today: CivilDate): CivilDate => addDays(today, FORECAST_DAYS);

/** Before today; more than 60 days ahead; renewed once already by the owner. */
export type ForecastRefusal = 'past' | 'too-far' | 'renewed-already';

/**
 * Why a forecast may not be given; `null`: it may. `given` counts the forecasts of this version that whoever
 * owes it gave and did not withdraw; `null` when the Segretario extends it, who may do so again and again.
 */
export function forecastRefusal({
  today,
  forecast,
  given,
}: {
  readonly today: CivilDate;
  readonly forecast: CivilDate;
  readonly given: number | null;
}): ForecastRefusal | null {
  if (forecast < today) return 'past';
  if (forecast > lastForecastDay(today)) return 'too-far';
  return given !== null && given >= OWN_FORECASTS ? 'renewed-already' : null;
}

/**
 * The first day on which what is late is pressed for again: the first working day after the forecast, and not
 * before the term itself is past. `null` without a term.
 */
export const lateNoticesResume = (
  due: CivilDate | null,
  forecast: CivilDate,
  calendar: WorkingCalendar,
): CivilDate | null => (due === null ? null : calendar.after(later(due, forecast), 1));

/** The last day on which an answer given on `answeredOn` may be withdrawn. */
export const withdrawUntil = (answeredOn: CivilDate, calendar: WorkingCalendar): CivilDate =>
  calendar.after(answeredOn, WITHDRAW_WORKING_DAYS);

/** The last day on which the links of a mail of `day` open their page. */
export const linkExpiry = (day: CivilDate): CivilDate => addDays(day, LINK_DAYS);
