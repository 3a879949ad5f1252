/** One measured number; `bar` is what the design asks for, where it does. */
export interface Figure {
  readonly what: string;
  readonly value: number;
  readonly unit: 'ms' | 's' | 'kB' | 'MB' | 'count' | 'ratio' | '1/s';
  readonly bar?: number;
}

/** To one decimal, three below 10. */
export const rounded = (value: number): number =>
  Math.abs(value) < 10 ? Math.round(value * 1000) / 1000 : Math.round(value * 10) / 10;

/** The p-th percentile (0–100) by nearest rank; `NaN` of nothing. */
export function percentile(values: readonly number[], p: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil((p / 100) * sorted.length) - 1)] ?? Number.NaN;
}
