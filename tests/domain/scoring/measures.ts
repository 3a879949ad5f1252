/** Indicators and measures as a table writes them. */
import {
  type DateIndicator,
  type Direction,
  type FigureIndicator,
  type FigureKind,
  figure,
  type Measured,
} from '../../../domain/scoring/indicator.js';
import { civilDate } from '../../../domain/time/civil-date.js';
import { workingCalendar } from '../../../domain/time/working-calendar.js';

/** Offices closed on Saturdays, as in a town that has set nothing. */
export const OFFICE = workingCalendar([{ kind: 'weekday', weekday: 6 }]);

export const towards = (
  direction: Direction,
  baseline: number | null,
  target: number,
  kind: FigureKind = 'number',
): FigureIndicator => ({
  kind,
  direction,
  baseline: baseline === null ? null : figure(baseline),
  target: figure(target),
  unit: null,
});

export const byDay = (
  target: string,
  baseline: string | null = null,
  direction: Direction = 'falling',
): DateIndicator => ({
  kind: 'date',
  direction,
  baseline: baseline === null ? null : civilDate(baseline),
  target: civilDate(target),
});

export const number = (value: number): Measured => ({ kind: 'number', value: figure(value), unit: null });
export const on = (day: string): Measured => ({ kind: 'date', value: civilDate(day) });
export const answer = (value: boolean): Measured => ({ kind: 'yes-no', value });
export const ratio = (over: number, under: number): Measured => ({
  kind: 'ratio',
  over: figure(over),
  under: figure(under),
});
