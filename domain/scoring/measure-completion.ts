/**
 * How an objective is measured, where the plan does not say: set once as a completion of the plan. What the plan
 * prints is deliberated and stands; what was set once changes by an act, or as a clerical correction.
 */
import { addPoints, type Points } from '../plan/points.js';
import { FULL } from './degree.js';
import type { Indicator } from './indicator.js';
import { type PrintedTarget, proposedIndicator } from './proposed-indicator.js';
import type { AttainmentRule } from './rule.js';

/** What can be set of an indicator. */
export interface Measure {
  /** `null`: in words alone, measured by nobody. */
  readonly definition: Indicator | null;
  /** Of its own; `null`: the town's for its kind. */
  readonly rule: AttainmentRule | null;
  /** Within the objective; `null`: alike the others. */
  readonly weight: Points | null;
}

/** Where a definition says other than the plan prints: that changes with the plan, by a variation. */
export type AgainstThePlan = 'target' | 'direction';

/** `null`: it says nothing else. A percentage may be measured as a ratio; a plan without a sign leaves the direction open. */
export function againstThePlan(
  definition: Indicator | null,
  printed: PrintedTarget | null,
): AgainstThePlan | null {
  const said = proposedIndicator(printed);
  if (said === null || printed === null || definition === null) return null;
  if (said.kind === 'yes-no' || said.kind === 'date') return null;
  if (definition.kind === 'date' || definition.kind === 'yes-no') return 'target';
  const isShare = definition.kind === 'ratio' && said.kind === 'percentage';
  if (definition.target !== said.target && !(isShare && definition.target * 100 === said.target))
    return 'target';
  return printed.op !== undefined && definition.direction !== said.direction ? 'direction' : null;
}

/** Why weights of parts are not taken. */
export type SubWeightsFault =
  /** Those given make 100 already, and others have none. */
  | 'nothing-left'
  /** Nothing would count. */
  | 'all-zero';

/** Of the parts that count; `null`: they can be weighed so, alike where none is given. */
export function subWeightsFault(weights: readonly (Points | null)[]): SubWeightsFault | null {
  const given = weights.filter((one) => one !== null);
  if (given.length === 0) return null;
  const sum = addPoints(given);
  if (given.length === weights.length) return sum === 0 ? 'all-zero' : null;
  return sum >= FULL ? 'nothing-left' : null;
}

/** Says the same, whatever the order of what it is written in. */
export const isSameMeasure = (a: Measure, b: Measure): boolean =>
  a.weight === b.weight &&
  written(a.definition) === written(b.definition) &&
  written(a.rule) === written(b.rule);

/** With keys in order, at every depth. */
const written = (value: unknown): string =>
  JSON.stringify(value, (_, one: unknown) =>
    typeof one === 'object' && one !== null && !Array.isArray(one)
      ? Object.fromEntries(Object.entries(one).sort(([x], [y]) => (x < y ? -1 : 1)))
      : one,
  );
