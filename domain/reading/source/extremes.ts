/** The least and the most of lists of any length: `least(list)` overflows the stack on long ones. */

/** `Infinity` for an empty list. */
export const least = (values: readonly number[]): number =>
  values.reduce((best, value) => (value < best ? value : best), Number.POSITIVE_INFINITY);

/** `-Infinity` for an empty list. */
export const most = (values: readonly number[]): number =>
  values.reduce((best, value) => (value > best ? value : best), Number.NEGATIVE_INFINITY);
