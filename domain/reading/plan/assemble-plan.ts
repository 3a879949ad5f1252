/** Drafts of objectives → the plan: sectors joined, shared objectives under each, terms, weights, lint. */
import type { PlanDocument, PlanMilestone, PlanSector } from '../../plan/plan-document.js';
import { lintPlan } from '../../plan/plan-lint.js';
import { addPoints, points, pointsToDecimal } from '../../plan/points.js';
import type { DraftObjective } from '../layouts/draft.js';
import type { FrontMatter } from '../layouts/front-matter.js';
import { withoutStrays, withoutSummaries, withSharedOnce } from './gather.js';
import { milestonesOf } from './milestones-of.js';
import { objectiveOf } from './objective-of.js';
import { type SectorHoldings, sectorHoldings } from './sector-holdings.js';
import { type WeightsKind, weightsKind } from './weights-kind.js';

/** `year` is that of the objectives; drafts in the order of the document. */
export function assemblePlan(
  front: FrontMatter,
  drafts: readonly DraftObjective[],
  year: number,
): PlanDocument {
  const gathered = withSharedOnce(withoutSummaries(withoutStrays(drafts)));
  const holdings = sectorHoldings(gathered, front.body ?? 'Ente');
  const weights = weightsKind(holdings);
  const milestones = new Map(gathered.map((draft) => [draft, milestonesOf(draft, year)] as const));
  const { body, kind, act, actDate } = front;
  const plan: PlanDocument = {
    document: { body, kind, year, act, actDate, weights },
    sectors: holdings.map((one) => sectorOf(one, weights, kind, milestones)),
    lint: [],
  };
  return { ...plan, lint: lintPlan(plan) };
}

function sectorOf(
  { name, owner, holdings }: SectorHoldings,
  weights: WeightsKind,
  kind: PlanDocument['document']['kind'],
  milestones: ReadonlyMap<DraftObjective, readonly PlanMilestone[]>,
): PlanSector {
  const read = holdings.flatMap(({ weight }) => (weight === null ? [] : [points(weight)]));
  return {
    name,
    owner,
    weightTotal: weights === 'points' ? Number(pointsToDecimal(addPoints(read))) : null,
    // A plan has no results: what stands in such a column is the year before, or a form to fill in.
    objectives: holdings.map((one) =>
      objectiveOf(kind === 'plan' ? { ...one, result: null } : one, milestones.get(one.draft) ?? [], owner),
    ),
  };
}
