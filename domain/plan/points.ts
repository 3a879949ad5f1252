/**
 * Weights and scores are whole numbers of ten-thousandths of a point, so that sums are exact.
 * `Points` 10_0000 is 10 points.
 */
declare const pointsBrand: unique symbol;
/** Whole units of 10⁻⁴ of a point. */
export type Points = number & { readonly [pointsBrand]: true };

/** Four decimals, as acts print weights at most. */
export const UNITS_PER_POINT = 10_000;

/** From a number as printed in a plan (at most four decimals kept); throws `RangeError` on NaN, infinite or negative values. */
export function points(value: number): Points {
  if (!Number.isFinite(value) || value < 0) throw new RangeError(`${value} is not a weight`);
  return Math.round(value * UNITS_PER_POINT) as Points;
}

/** From stored units of 10⁻⁴ points. */
export function pointsFromUnits(units: number): Points {
  if (!Number.isSafeInteger(units)) throw new RangeError(`${units} is not a whole number of ten-thousandths`);
  return units as Points;
}

export const addPoints = (all: Iterable<Points>): Points => {
  let sum = 0;
  for (const one of all) sum += one;
  return sum as Points;
};

/** Exact decimal, without trailing zeros and with a point: "98.75". For people use the Italian comma at the edge. */
export function pointsToDecimal(value: Points): string {
  const units = Math.abs(value);
  const whole = `${value < 0 ? '-' : ''}${Math.floor(units / UNITS_PER_POINT)}`;
  const rest = String(units % UNITS_PER_POINT)
    .padStart(4, '0')
    .replace(/0{1,4}$/, '');
  return rest === '' ? whole : `${whole}.${rest}`;
}
