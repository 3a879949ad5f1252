/**
 * Which sectors have an objective is a decision of the town: by a variation one sector more may share it, or one
 * less. Two objectives that become one, or one that becomes two, are none of that.
 */
import { sharedKey } from '../obligations/lead-sector.js';
import type { Listed, ObjectiveDifference, PlanDifference } from './plan-difference.js';
import type { PlanObjective } from './plan-document.js';

/** A sector that shares an objective of the plan in force from now on. */
export interface Joining {
  readonly one: ObjectiveDifference & { readonly before: null; readonly after: Listed };
  /** Where the objective stood, under a sector that keeps it. */
  readonly known: Listed;
}

/** A sector that no longer has an objective which others keep. */
export type Leaving = ObjectiveDifference & { readonly before: Listed; readonly after: null };

/** Sectors that begin to share an objective which others go on having. */
export const joiningOf = ({ objectives, pairs }: PlanDifference): readonly Joining[] =>
  objectives.flatMap((one): readonly Joining[] => {
    const { before, after } = one;
    if (before !== null || after === null) return [];
    const known = pairs.find((pair) => pair.sector !== one.sector && isSame(pair.after.said, after.said));
    return known === undefined ? [] : [{ one: { ...one, before, after }, known: known.before }];
  });

/** Sectors that cease to share an objective which others go on having. */
export const leavingOf = ({ objectives, pairs }: PlanDifference): readonly Leaving[] =>
  objectives.flatMap((one): readonly Leaving[] => {
    const { before, after } = one;
    if (before === null || after !== null) return [];
    return pairs.some((pair) => isSame(pair.before.said, before.said)) ? [{ ...one, before, after }] : [];
  });

/** Of a pair: it is shared now and was not, or the other way round, by more than sectors that join or leave. */
export function isRecast({ before, after }: ObjectiveDifference, { pairs }: PlanDifference): boolean {
  if (before === null || after === null || before.said.shared === after.said.shared) return false;
  const [was, is] = [pairs.map((pair) => pair.before.said), pairs.map((pair) => pair.after.said)];
  const [shared, all] = after.said.shared ? [after.said, is] : [before.said, was];
  return all.filter((one) => isSame(one, shared)).length > 1;
}

const isSame = (one: PlanObjective, other: PlanObjective): boolean =>
  one.shared && other.shared && sharedKey(one) === sharedKey(other);
