/**
 * How much of the way to its target an indicator has gone: 0 at the baseline, 1 at the target, and on beyond it.
 * What that is worth is for the town's rule to say.
 */
import { epochDay } from '../time/civil-date.js';
import {
  asShare,
  atLeast,
  compared,
  distance,
  dividedBy,
  type Fraction,
  fraction,
  fromUnits,
  minus,
  most,
  ONE,
  ZERO,
} from './fraction.js';
import type { Direction, Indicator, Measured } from './indicator.js';
import { measuredFault } from './indicator-faults.js';

interface Way {
  readonly direction: Direction;
  readonly from: Fraction | null;
  readonly target: Fraction;
  readonly at: Fraction;
  /** Days have no zero to count from. */
  readonly hasZero: boolean;
}

/** Throws `RangeError` on a measure of another indicator. */
export function progress(indicator: Indicator, measured: Measured): Fraction {
  const way = wayOf(indicator, measured);
  const { direction, at, target } = way;
  if (direction === 'on-target') return nearness(way);
  const isThere = direction === 'rising' ? atLeast(at, target) : atLeast(target, at);
  if (way.from !== null) return most(ZERO, dividedBy(minus(at, way.from), minus(target, way.from)));
  // Without a baseline a share of the way exists only between figures above zero.
  if (!way.hasZero || compared(target, ZERO) <= 0) return isThere ? ONE : ZERO;
  if (direction === 'rising') return most(ZERO, dividedBy(at, target));
  return isThere ? ONE : dividedBy(target, at);
}

/** 1 on the target, 0 as far from it as the baseline is (without one: as far as zero is). */
function nearness({ from, target, at, hasZero }: Way): Fraction {
  const away = distance(at, target);
  if (compared(away, ZERO) === 0) return ONE;
  const reach = from === null ? (hasZero ? distance(target, ZERO) : ZERO) : distance(target, from);
  return compared(reach, ZERO) === 0 ? ZERO : asShare(minus(ONE, dividedBy(away, reach)));
}

/** By how much it misses its target, in its own unit (days for a date); 0 when it does not. */
export function shortfall(indicator: Indicator, measured: Measured): Fraction {
  const { direction, at, target } = wayOf(indicator, measured);
  if (direction === 'on-target') return distance(at, target);
  return most(ZERO, direction === 'rising' ? minus(target, at) : minus(at, target));
}

function wayOf(indicator: Indicator, measured: Measured): Way {
  const fault = measuredFault(indicator, measured);
  if (fault !== null) throw new RangeError(`this indicator is not measured so: ${fault}`);
  if (indicator.kind === 'yes-no') {
    const [at, target] = [truth(measured), indicator.target ? ONE : ZERO];
    return { direction: 'on-target', from: minus(ONE, target), target, at, hasZero: true };
  }
  const { direction } = indicator;
  const at = positionOf(measured);
  if (indicator.kind === 'date') {
    const { baseline, target } = indicator;
    const from = baseline === null ? null : fraction(epochDay(baseline));
    return { direction, from, target: fraction(epochDay(target)), at, hasZero: false };
  }
  const from = indicator.baseline === null ? null : fromUnits(indicator.baseline);
  return { direction, from, target: fromUnits(indicator.target), at, hasZero: true };
}

const truth = (measured: Measured): Fraction => (measured.kind === 'yes-no' && measured.value ? ONE : ZERO);

function positionOf(measured: Measured): Fraction {
  switch (measured.kind) {
    case 'date':
      return fraction(epochDay(measured.value));
    case 'yes-no':
      return truth(measured);
    case 'ratio':
      return fraction(measured.over, measured.under);
    default:
      return fromUnits(measured.value);
  }
}
