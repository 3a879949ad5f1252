/**
 * A draft that began from an older version of the plan, carried over to the one in force: three ways, field by
 * field. What only the draft changed is brought over; where both changed the same, the plan in force stands and
 * what the draft said is told, so that nothing is lost without a word (docs/adr/0054).
 */
import {
  type DraftObjective,
  type DraftPlan,
  findObjective,
  type Placed,
  sharersOf,
  withObjectives,
} from './draft-plan.js';
import { moveObjective, setDiscarded, shareObjective } from './place-objective.js';
import { broughtOver } from './rebase-added.js';
import { type LeftBehind, REBASE_REV, REBASED_FIELDS, type Rebased, type Rebasing } from './rebasing.js';

export function rebased(rebasing: Rebasing): Rebased {
  const { base, inForce } = rebasing;
  let draft = inForce;
  const left: LeftBehind[] = [];
  for (const sector of base.sectors)
    for (const objective of sector.objectives) {
      const one = carried(draft, { sector, objective }, rebasing);
      draft = one.draft;
      left.push(...one.left);
    }
  const added = broughtOver(draft, rebasing);
  return { draft: added.draft, left: [...left, ...added.left] };
}

/** What became of one objective of the version that the draft began from. */
function carried(draft: DraftPlan, was: Placed, { mine, now }: Rebasing): Rebased {
  const is = findObjective(mine, was.objective.id);
  const id = now(was.objective.id);
  if (is === null || is.objective.discarded)
    return { draft: id === null ? draft : without(draft, id), left: [] };
  const fields = REBASED_FIELDS.filter((field) => !isSame(is.objective[field], was.objective[field]));
  const tell = (why: LeftBehind['why']): LeftBehind => ({
    ...{ sector: was.sector.name, title: is.objective.title, why },
  });
  if (id === null) return { draft, left: fields.length === 0 ? [] : [tell({ is: 'withdrawn' })] };
  const there = findObjective(draft, id)?.objective;
  const clash = fields.filter(
    (field) => !isSame(there?.[field], was.objective[field]) && !isSame(there?.[field], is.objective[field]),
  );
  const left = clash.map((field) => tell({ is: 'changed-too', field, said: is.objective[field] ?? null }));
  const free = fields.filter((field) => !clash.includes(field));
  const changed = withFields(draft, id, is.objective, free);
  return { draft: is.sector.name === was.sector.name ? changed : moved(changed, id, is.sector.name), left };
}

const isSame = (a: unknown, b: unknown): boolean => JSON.stringify(a ?? null) === JSON.stringify(b ?? null);

/** Put aside; those who keep a shared one go on sharing it, or the last has it alone. */
function without(draft: DraftPlan, id: string): DraftPlan {
  const put = setDiscarded(draft, id, true, REBASE_REV);
  if (!put.ok) return draft;
  const gone = findObjective(put.draft, id)?.objective;
  const keepers =
    gone === undefined ? [] : sharersOf(put.draft, gone).filter((one) => one.objective.id !== id);
  const [first] = keepers;
  if (first === undefined) return put.draft;
  const ids = new Set(keepers.map(({ sector }) => sector.id));
  const shared = shareObjective(put.draft, first.objective.id, ids, REBASE_REV);
  return shared.ok ? shared.draft : put.draft;
}

function moved(draft: DraftPlan, id: string, sector: string): DraftPlan {
  const to = draft.sectors.find(({ name }) => name === sector);
  const done = to === undefined ? null : moveObjective(draft, id, to.id, REBASE_REV);
  return done?.ok ? done.draft : draft;
}

/** A field that the draft took away is taken away. */
const withFields = (
  draft: DraftPlan,
  id: string,
  said: DraftObjective,
  fields: readonly (typeof REBASED_FIELDS)[number][],
): DraftPlan =>
  withObjectives(draft, (one) => {
    if (one.id !== id || fields.length === 0) return null;
    const { owner, ...rest } = one;
    const kept = fields.includes('owner') ? said.owner : owner;
    const others = Object.fromEntries(
      fields.flatMap((field) => (field === 'owner' ? [] : [[field, said[field]]])),
    );
    return { ...rest, ...others, ...(kept === undefined ? {} : { owner: kept }), rev: REBASE_REV };
  });
