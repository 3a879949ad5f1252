/**
 * The variations of a year's plan, as the Relazione lists them: what each version changed of the one before it,
 * objective by objective, with its act and what is marked about it. Corrections stand apart (design §9).
 */
import type { CivilDate } from '../time/civil-date.js';
import { changeOf, type ObjectiveChange } from './objective-change.js';
import type { VersionPlace } from './place-pairs.js';
import { planDifference } from './plan-difference.js';
import type { PlanDocument } from './plan-document.js';
import type { VariationFlag } from './variation-flags.js';

/** A version of a plan as it was confirmed; `Act` is how the caller knows acts. */
export interface VersionSaid<Act> {
  readonly id: string;
  /** From 1. */
  readonly number: number;
  readonly kind: 'approval' | 'variation' | 'correction';
  readonly act: Act | null;
  readonly effectiveFrom: CivilDate;
  readonly reason: string;
  readonly flags: readonly VariationFlag[];
  readonly plan: PlanDocument;
  /** `null`: not kept, as for the first version; then objectives are paired by likeness. */
  readonly places: readonly VersionPlace[] | null;
}

/** One version after the approval, and what it changed. */
export interface VariationOnRecord<Act> extends Omit<VersionSaid<Act>, 'plan' | 'places' | 'kind'> {
  readonly kind: 'variation' | 'correction';
  /** Of its kind, from 1 in the year: "Variazione n. 2". */
  readonly ordinal: number;
  readonly changes: readonly ObjectiveChange[];
}

/** In the order in which they were made. */
export function variationsOf<Act>(versions: readonly VersionSaid<Act>[]): readonly VariationOnRecord<Act>[] {
  const inOrder = [...versions].sort((a, b) => a.number - b.number);
  const made = { variation: 0, correction: 0 };
  return inOrder.flatMap(({ plan, places, kind, ...version }, index) => {
    const before = inOrder[index - 1];
    if (kind === 'approval' || before === undefined) return [];
    made[kind] += 1;
    const { objectives } = planDifference(before.plan, plan, places);
    const changes = objectives.map((one) => changeOf(one, places ?? []));
    return [{ ...version, kind, ordinal: made[kind], changes }];
  });
}
