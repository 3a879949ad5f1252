/** Of a draft carried over to the plan in force: the objectives that it added, and the sectors that it let share one. */
import {
  type DraftObjective,
  type DraftPlan,
  findObjective,
  type Placed,
  sharersOf,
  withObjectives,
} from './draft-plan.js';
import { changeObjective } from './edit-objective.js';
import { addObjective, shareObjective } from './place-objective.js';
import { type LeftBehind, REBASE_REV, type Rebased, type Rebasing } from './rebasing.js';

export function broughtOver(draft: DraftPlan, { base, mine, now }: Rebasing): Rebased {
  let done = draft;
  const left: LeftBehind[] = [];
  const isNew = ({ objective }: Placed): boolean => findObjective(base, objective.id) === null;
  const fresh = mine.sectors
    .flatMap((sector) => sector.objectives.map((objective) => ({ sector, objective })))
    .filter((one) => isNew(one) && !one.objective.discarded);
  const handled = new Set<string>();
  for (const one of fresh) {
    if (handled.has(one.objective.id)) continue;
    const sharers = sharersOf(mine, one.objective);
    const kept = sharers.find((each) => !isNew(each));
    const mates = sharers.filter(isNew);
    for (const { objective } of mates) handled.add(objective.id);
    const tell = ({ sector, objective }: Placed, is: 'withdrawn' | 'no-sector'): void =>
      void left.push({ sector: sector.name, title: objective.title, why: { is } });
    const [there, gone] = split(done, mates);
    for (const each of gone) tell(each, 'no-sector');
    const [first] = there;
    if (first === undefined) continue;
    const id = kept === undefined ? null : now(kept.objective.id);
    if (kept !== undefined && id === null) for (const each of there) tell(each, 'withdrawn');
    else done = id === null ? withNew(done, first, there) : sharedWith(done, id, there);
  }
  return { draft: done, left };
}

/** Those whose sector the plan in force has, and the others. */
const split = (draft: DraftPlan, all: readonly Placed[]): readonly [readonly Placed[], readonly Placed[]] => {
  const has = ({ sector }: Placed): boolean => draft.sectors.some(({ name }) => name === sector.name);
  return [all.filter(has), all.filter((one) => !has(one))];
};

function withNew(draft: DraftPlan, first: Placed, all: readonly Placed[]): DraftPlan {
  const sector = draft.sectors.find(({ name }) => name === first.sector.name)?.id ?? '';
  const put = addObjective(draft, sector, first.objective.title, REBASE_REV);
  if (!put.ok) return draft;
  const filled = changeObjective(put.draft, put.id, first.objective, REBASE_REV) ?? put.draft;
  return all.length > 1 ? sharedWith(filled, put.id, all) : filled;
}

/** Each with the weight that it has in the draft. */
function sharedWith(draft: DraftPlan, id: string, all: readonly Placed[]): DraftPlan {
  const known = findObjective(draft, id)?.objective;
  if (known === undefined) return draft;
  const names = new Set(all.map(({ sector }) => sector.name));
  const ids = draft.sectors.filter(({ name }) => names.has(name)).map((one) => one.id);
  const had = sharersOf(draft, known).map(({ sector }) => sector.id);
  const shared = shareObjective(draft, id, new Set([...had, ...ids]), REBASE_REV);
  if (!shared.ok) return draft;
  const group = findObjective(shared.draft, id)?.objective.group ?? null;
  const weight = (sector: string): DraftObjective['weight'] =>
    all.find((one) => one.sector.name === sector)?.objective.weight ?? null;
  return withObjectives(shared.draft, (one, { name }) =>
    one.group === group && group !== null && !one.discarded && names.has(name)
      ? { ...one, weight: weight(name) }
      : null,
  );
}
