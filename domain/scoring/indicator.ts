/**
 * What an objective is measured by, and what was measured. A figure is exact to 10⁻⁴ and may be negative (the
 * annual delay of payments is, when a town pays early).
 */
import { UNITS_PER_POINT } from '../plan/points.js';
import type { CivilDate } from '../time/civil-date.js';

declare const figureBrand: unique symbol;
/** Whole units of 10⁻⁴. */
export type Figure = number & { readonly [figureBrand]: true };

/** Rounded to four decimals; throws `RangeError` on what is no number. */
export function figure(value: number): Figure {
  const units = Math.round(value * UNITS_PER_POINT);
  if (!Number.isSafeInteger(units)) throw new RangeError(`${value} is not a figure`);
  return units as Figure;
}

/** More is better, less is better, or neither more nor less. */
export type Direction = 'rising' | 'falling' | 'on-target';

/** `percentage` is 95 for 95 %; a `ratio` is what was achieved over how much there was, and 0.95 its target. */
export type FigureKind = 'number' | 'percentage' | 'count' | 'ratio';

/** Of a number, a percentage, a count or a ratio. */
export interface FigureIndicator {
  readonly kind: FigureKind;
  readonly direction: Direction;
  /** Where it stood before; worth nothing. `null`: counted from zero. */
  readonly baseline: Figure | null;
  readonly target: Figure;
  /** As printed ("giorni", "%"); `null`: none. */
  readonly unit: string | null;
}

/** Measured by the day on which it was done. */
export interface DateIndicator {
  readonly kind: 'date';
  /** `falling`: by the day, or before; `rising`: on the day, or after; `on-target`: that very day. */
  readonly direction: Direction;
  /** The day from which it is worth nothing; `null`: none is fixed. */
  readonly baseline: CivilDate | null;
  readonly target: CivilDate;
}

/** `target`: the answer that is wanted. */
export interface YesNoIndicator {
  readonly kind: 'yes-no';
  readonly target: boolean;
}

/** How an objective is measured, as set for it. */
export type Indicator = FigureIndicator | DateIndicator | YesNoIndicator;
/** Stored. */
export type IndicatorKind = Indicator['kind'];

/** The figure of one year; of the kind of its indicator. */
export type Measured =
  | { readonly kind: 'number' | 'percentage' | 'count'; readonly value: Figure; readonly unit: string | null }
  | { readonly kind: 'ratio'; readonly over: Figure; readonly under: Figure }
  | { readonly kind: 'date'; readonly value: CivilDate }
  | { readonly kind: 'yes-no'; readonly value: boolean };

/** By a day that nobody disputes: the shape of a dated milestone. */
export const byTheDay = (target: CivilDate): DateIndicator => ({
  kind: 'date',
  direction: 'falling',
  baseline: null,
  target,
});
