/** Why an indicator cannot be measured as it is written, and why a measure does not fit its indicator. */
import { UNITS_PER_POINT } from '../plan/points.js';
import type { Indicator, Measured } from './indicator.js';

/** For the page on which measures are set. */
export type IndicatorFault =
  /** Rising from a baseline above the target, falling from one below it, or no way to go. */
  | 'baseline-beyond-target'
  /** A count is of whole things, and not fewer than none. */
  | 'count-not-whole'
  /** A ratio is of a part to a whole that there was. */
  | 'negative-ratio'
  | 'nothing-to-divide-by'
  | 'other-kind'
  | 'other-unit';

/** `null`: the indicator can be measured. */
export function indicatorFault(indicator: Indicator): IndicatorFault | null {
  if (indicator.kind === 'yes-no') return null;
  const { kind, direction, baseline, target } = indicator;
  if (kind === 'count' && [baseline, target].some((one) => one !== null && !isCount(one)))
    return 'count-not-whole';
  if (baseline === null) return null;
  const fits = {
    rising: baseline < target,
    falling: baseline > target,
    'on-target': baseline !== target,
  };
  return fits[direction] ? null : 'baseline-beyond-target';
}

/** `null`: the measure is one of this indicator's. A unit left out is the indicator's. */
export function measuredFault(indicator: Indicator, measured: Measured): IndicatorFault | null {
  if (indicator.kind !== measured.kind) return 'other-kind';
  switch (measured.kind) {
    case 'date':
    case 'yes-no':
      return null;
    case 'ratio':
      if (measured.under === 0) return 'nothing-to-divide-by';
      return measured.under < 0 || measured.over < 0 ? 'negative-ratio' : null;
    default:
      if (measured.unit !== null && 'unit' in indicator && !isSameUnit(measured.unit, indicator.unit))
        return 'other-unit';
      return measured.kind === 'count' && !isCount(measured.value) ? 'count-not-whole' : null;
  }
}

const isCount = (value: number | string): boolean =>
  typeof value === 'number' && value >= 0 && value % UNITS_PER_POINT === 0;

const isSameUnit = (one: string, other: string | null): boolean =>
  one.trim().toLowerCase() === (other ?? '').trim().toLowerCase();
