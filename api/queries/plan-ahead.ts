/** What a draft changes of the plan in force of its year, and what of it keeps it from being confirmed. */
import { beyondCorrection } from '../../domain/plan/correction.js';
import { draftOf } from '../../domain/plan/draft/draft-plan.js';
import { type PlanWithIds, planOf } from '../../domain/plan/draft/plan-of-draft.js';
import { pairsOfDraft } from '../../domain/plan/place-pairs.js';
import { type PlanDifference, planDifference } from '../../domain/plan/plan-difference.js';
import type { PlanDocument } from '../../domain/plan/plan-document.js';
import { beyondVariation } from '../../domain/plan/variation.js';
import {
  type Cycle,
  findCycle,
  type PlanVersion,
  planSource,
  planVersions,
} from '../../store/cycle/cycles.js';
import type { Tx } from '../../store/in-town.js';
import type { ImportDraft } from '../../store/plan/import-drafts.js';

export interface VariationAhead {
  readonly cycle: Cycle;
  /** The version in force. */
  readonly of: PlanVersion;
  readonly before: PlanDocument;
  readonly kind: 'variation' | 'correction';
  /** From the version in force; of a stale draft, from its own. */
  readonly difference: PlanDifference;
  /** What of it cannot be carried out, a sentence each; then nothing of it is. */
  readonly beyond: readonly string[];
  /** The draft began from a version that is no longer in force: it would undo what changed since. */
  readonly isStale: boolean;
}

/** `null`: a cycle without a plan, or without one of that year, has nothing to vary. */
export async function variationAhead(
  tx: Tx,
  draft: Pick<ImportDraft, 'changes' | 'read'>,
  made: PlanWithIds,
): Promise<VariationAhead | null> {
  const cycle = await findCycle(tx, made.plan.document.year);
  if (cycle?.approvedOn == null) return null;
  const [of] = await planVersions(tx, cycle.id);
  const before = of === undefined ? null : await planSource(tx, of.id);
  if (of === undefined || before === null) return null;
  const { changes } = draft;
  const pairs = changes === null ? null : pairsOfDraft(planOf(draftOf(draft.read)), made);
  // Of a stale one, what it changed of the version that it began from.
  const isStale = changes !== null && changes.version !== of.id;
  const difference = planDifference(isStale ? draft.read : before, made.plan, pairs);
  const kind = changes?.kind ?? 'variation';
  return {
    ...{ cycle, of, before, kind, difference },
    beyond: [...beyondVariation(difference), ...(kind === 'correction' ? beyondCorrection(difference) : [])],
    isStale,
  };
}

/** There is something to change, and all of it can be carried out. */
export const canVary = ({ beyond, difference, isStale, cycle }: VariationAhead): boolean =>
  beyond.length === 0 && difference.objectives.length > 0 && !isStale && cycle.state === 'open';
