/**
 * Scales that rise by steps, with open and closed edges kept apart ("da 60" and "oltre 60" pay differently):
 * degrees by how much was attained, shares of pay by points.
 */
import type { Degree } from './degree.js';
import { compared, type Fraction, fromUnits } from './fraction.js';
import type { Figure } from './indicator.js';

/** From `at` on, so much is given. */
export interface Step {
  /** In hundredths of what is measured: per cent of the way, points out of 100; may pass 100. */
  readonly at: Figure;
  /** `from`: at that point too; `above`: only beyond it. */
  readonly bound: 'from' | 'above';
  readonly gives: Degree;
}

/** Why a scale is not taken. */
export type StepsFault =
  | 'no-steps'
  /** A later step must lie further on. */
  | 'steps-out-of-order'
  /** More would be worth less. */
  | 'steps-fall';

/** `null`: the steps rise. */
export function stepsFault(steps: readonly Step[]): StepsFault | null {
  if (steps.length === 0) return 'no-steps';
  const pairs = steps.slice(1).map((step, index) => [steps[index] as Step, step] as const);
  if (pairs.some(([before, after]) => !liesBeyond(before, after))) return 'steps-out-of-order';
  return pairs.some(([before, after]) => after.gives < before.gives) ? 'steps-fall' : null;
}

const liesBeyond = (a: Step, b: Step): boolean =>
  b.at > a.at || (b.at === a.at && a.bound === 'from' && b.bound === 'above');

/** The last step that `value` has reached; `null`: not even the first. */
export const stepReached = (steps: readonly Step[], value: Fraction): Step | null =>
  steps.findLast(({ at, bound }) => {
    const beyond = compared(value, fromUnits(at));
    return bound === 'from' ? beyond >= 0 : beyond > 0;
  }) ?? null;
