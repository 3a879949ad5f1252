/** Which objectives there are and where: adding, putting aside, taking back, moving, sharing. */
import type { DraftObjective, DraftPlan, DraftSector } from './draft-plan.js';
import { findObjective, withObjectives } from './draft-plan.js';

/** `id`: of what was added or moved. */
export type Placing =
  | { readonly ok: true; readonly draft: DraftPlan; readonly id: string }
  | { readonly ok: false; readonly refusal: 'unknown' | 'shared' };

const UNKNOWN: Placing = { ok: false, refusal: 'unknown' };

/** At the end of the sector, to be filled in; `title` is not empty. */
export function addObjective(draft: DraftPlan, sector: string, title: string, rev: number): Placing {
  const id = `o${draft.next}`;
  const added: DraftObjective = {
    ...{ id, rev, discarded: false, from: [], group: null },
    ...{ number: null, title, weight: null, shared: false, indicators: [], milestones: [] },
  };
  if (!draft.sectors.some((one) => one.id === sector)) return UNKNOWN;
  return {
    ok: true,
    id,
    draft: {
      ...withSector(draft, sector, (one) => ({ ...one, rev, objectives: [...one.objectives, added] })),
      next: draft.next + 1,
    },
  };
}

/** A sector that the reading missed; `name` is no other sector's. */
export function addSector(draft: DraftPlan, name: string, rev: number): Placing {
  const id = `s${draft.sectors.length + 1}`;
  const added: DraftSector = { id, rev, name, owner: null, weightTotal: null, objectives: [] };
  return { ok: true, id, draft: { ...draft, sectors: [...draft.sectors, added] } };
}

/** Puts one objective of one sector aside, or takes it back. */
export function setDiscarded(draft: DraftPlan, id: string, discarded: boolean, rev: number): Placing {
  if (findObjective(draft, id) === null) return UNKNOWN;
  return {
    ok: true,
    id,
    draft: withObjectives(draft, (one) => (one.id === id ? { ...one, discarded, rev } : null)),
  };
}

/** To the end of another sector. A shared objective is refused: which sectors have it is said by sharing. */
export function moveObjective(draft: DraftPlan, id: string, sector: string, rev: number): Placing {
  const placed = findObjective(draft, id);
  if (placed === null || !draft.sectors.some((one) => one.id === sector)) return UNKNOWN;
  if (placed.objective.group !== null) return { ok: false, refusal: 'shared' };
  if (placed.sector.id === sector) return { ok: true, id, draft };
  const without = withSector(draft, placed.sector.id, (one) => ({
    ...one,
    rev,
    objectives: one.objectives.filter((other) => other.id !== id),
  }));
  const moved = { ...placed.objective, rev };
  return {
    ok: true,
    id,
    draft: withSector(without, sector, (one) => ({ ...one, rev, objectives: [...one.objectives, moved] })),
  };
}

/**
 * The sectors that have the objective, its own among them whether said or not: those that did not have it take
 * back the copy they once had, or get one with its weight; those no longer named put theirs aside. One sector
 * alone: no longer shared.
 */
export function shareObjective(
  draft: DraftPlan,
  id: string,
  sectors: ReadonlySet<string>,
  rev: number,
): Placing {
  const placed = findObjective(draft, id);
  if (placed === null) return UNKNOWN;
  const { objective } = placed;
  const wanted = new Set([...sectors, placed.sector.id]);
  const shared = draft.sectors.filter((one) => wanted.has(one.id)).length > 1;
  const name = objective.group ?? objective.id;
  const group = shared ? name : null;
  let next = draft.next;
  const changed = draft.sectors.map((sector): DraftSector => {
    const members = sector.objectives.filter((one) => one.id === id || one.group === name);
    const [chosen] = members.sort((a, b) => fitness(b, id) - fitness(a, id));
    const objectives = sector.objectives.map((one) => {
      if (!members.includes(one)) return one;
      const kept = wanted.has(sector.id) && one === chosen;
      if (!kept) return one.discarded ? one : { ...one, discarded: true, rev };
      const same = one.shared === shared && one.group === group && !one.discarded;
      return same ? one : { ...one, shared, group, discarded: false, rev };
    });
    if (!wanted.has(sector.id) || chosen !== undefined) return { ...sector, objectives };
    const copy: DraftObjective = { ...objective, id: `o${next}`, rev, discarded: false, shared, group };
    next += 1;
    return { ...sector, rev, objectives: [...objectives, copy] };
  });
  return { ok: true, id, draft: { ...draft, sectors: changed, next } };
}

/** Of several copies under one sector: the one that is asked about, then one that is not put aside. */
const fitness = (one: DraftObjective, id: string): number =>
  (one.id === id ? 2 : 0) + (one.discarded ? 0 : 1);

const withSector = (
  draft: DraftPlan,
  id: string,
  change: (sector: DraftSector) => DraftSector,
): DraftPlan => ({ ...draft, sectors: draft.sectors.map((one) => (one.id === id ? change(one) : one)) });
