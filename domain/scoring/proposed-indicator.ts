/** How an indicator is measured where nobody has said it: read from the target that the plan prints. */
import { type Direction, figure, type Indicator } from './indicator.js';

/** As the plan compiler reads it. */
export interface PrintedTarget {
  readonly value: number;
  readonly unit?: string;
  readonly op?: string;
}

const DIRECTIONS: Readonly<Record<string, Direction>> = {
  '>=': 'rising',
  '>': 'rising',
  '<=': 'falling',
  '<': 'falling',
};

/** Without a sign more is better. `null`: no target is printed, and only words say what is asked. */
export function proposedIndicator(target: PrintedTarget | null): Indicator | null {
  if (target === null) return null;
  const unit = target.unit?.trim() || null;
  return {
    kind: unit === '%' ? 'percentage' : 'number',
    direction: DIRECTIONS[target.op ?? ''] ?? 'rising',
    baseline: null,
    target: figure(target.value),
    unit,
  };
}
