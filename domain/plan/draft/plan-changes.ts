/** Changes of a plan as a program says them, by objective: each is an edit of the draft that began from that plan. */
import {
  type DraftObjective,
  type DraftPlan,
  findObjective,
  sharersOf,
  withObjectives,
} from './draft-plan.js';
import { changeObjective } from './edit-objective.js';
import { addObjective, shareObjective } from './place-objective.js';
import type { Amendment, PlanChange, SectorWeightSaid } from './plan-change.js';
import { discardWhole } from './whole-objective.js';

/** Which change leads nowhere, and why. */
export interface ChangeProblem {
  /** Position of the change. */
  readonly at: number;
  readonly why: 'unknown-objective' | 'unknown-sector';
  /** The sector's name, where it is about one. */
  readonly sector?: string;
}

/** All of them, or none with every problem. */
export type AppliedChanges =
  /** Ids of the objectives touched, by position of the change. */
  | { readonly ok: true; readonly draft: DraftPlan; readonly touched: readonly string[] }
  | { readonly ok: false; readonly problems: readonly ChangeProblem[] };

type Applied =
  | { readonly draft: DraftPlan; readonly id: string }
  | { readonly why: ChangeProblem['why']; readonly sector?: string };

/** In their order, all or none; `rev` is the version that they make together. */
export function applyChanges(draft: DraftPlan, changes: readonly PlanChange[], rev: number): AppliedChanges {
  let now = draft;
  const touched: string[] = [];
  const problems: ChangeProblem[] = [];
  for (const [at, change] of changes.entries()) {
    const done = applied(now, change, rev);
    if ('why' in done) problems.push({ at, ...done });
    else {
      now = done.draft;
      touched.push(done.id);
    }
  }
  return problems.length > 0 ? { ok: false, problems } : { ok: true, draft: now, touched };
}

function applied(draft: DraftPlan, change: PlanChange, rev: number): Applied {
  if (change.change === 'add') return added(draft, change, rev);
  const placed = findObjective(draft, change.objective);
  if (placed === null || placed.objective.discarded) return { why: 'unknown-objective' };
  const { objective } = placed;
  if (change.change === 'amend') return amended(draft, objective, change.to, rev);
  if (change.change === 'share') return sharedAmong(draft, objective, change.weights, rev);
  const put = discardWhole(draft, objective.id, true, rev);
  return put.ok ? { draft: put.draft, id: put.id } : { why: 'unknown-objective' };
}

function amended(draft: DraftPlan, objective: DraftObjective, to: Amendment, rev: number): Applied {
  const { weights = [], ...said } = to;
  const { number, title, weight, indicators, milestones, owner } = { ...objective, ...said };
  const fields = { number, title, weight, indicators, milestones, ...(owner === undefined ? {} : { owner }) };
  const changed = changeObjective(draft, objective.id, fields, rev);
  return changed === null
    ? { why: 'unknown-objective' }
    : weighed(changed, { id: objective.id, weights }, rev);
}

function weighed(
  draft: DraftPlan,
  { id, weights }: { readonly id: string; readonly weights: readonly SectorWeightSaid[] },
  rev: number,
): Applied {
  const objective = findObjective(draft, id)?.objective;
  if (objective === undefined) return { why: 'unknown-objective' };
  const places = new Map(sharersOf(draft, objective).map((one) => [one.sector.name, one.objective.id]));
  const missing = weights.find(({ sector }) => !places.has(sector));
  if (missing !== undefined) return { why: 'unknown-sector', sector: missing.sector };
  const byId = new Map(weights.map(({ sector, weight }) => [places.get(sector), weight]));
  const now = withObjectives(draft, (one) => {
    const weight = byId.get(one.id);
    return weight === undefined || weight === one.weight ? null : { ...one, weight, rev };
  });
  return { draft: now, id };
}

function sharedAmong(
  draft: DraftPlan,
  objective: DraftObjective,
  weights: readonly SectorWeightSaid[],
  rev: number,
): Applied {
  const ids = weights.map(({ sector }) => draft.sectors.find(({ name }) => name === sector)?.id);
  const unknown = ids.indexOf(undefined);
  if (unknown >= 0) return { why: 'unknown-sector', sector: weights[unknown]?.sector ?? '' };
  const kept = sharersOf(draft, objective).find(({ sector }) => ids.includes(sector.id));
  if (kept === undefined) return { why: 'unknown-sector', sector: weights[0]?.sector ?? '' };
  const { id } = kept.objective;
  const shared = shareObjective(draft, id, new Set(ids.flatMap((one) => one ?? [])), rev);
  return weighed(shared.ok ? shared.draft : draft, { id, weights }, rev);
}

function added(draft: DraftPlan, change: Extract<PlanChange, { change: 'add' }>, rev: number): Applied {
  const { weights, objective } = change;
  const ids = weights.map(({ sector }) => draft.sectors.find(({ name }) => name === sector)?.id);
  const unknown = ids.indexOf(undefined);
  if (unknown >= 0) return { why: 'unknown-sector', sector: weights[unknown]?.sector ?? '' };
  const put = addObjective(draft, ids[0] ?? '', objective.title, rev);
  if (!put.ok) return { why: 'unknown-sector' };
  const filled = changeObjective(
    put.draft,
    put.id,
    { ...objective, weight: weights[0]?.weight ?? null },
    rev,
  );
  const shared = shareObjective(filled ?? put.draft, put.id, new Set(ids.flatMap((id) => id ?? [])), rev);
  return weighed(shared.ok ? shared.draft : put.draft, { id: put.id, weights }, rev);
}
