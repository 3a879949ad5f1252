/** Objectives that a variation adds to sectors of the plan in force, with what they owe. */
import type { PlannedObligation } from '../../domain/obligations/from-plan.js';
import type { PlanDifference } from '../../domain/plan/plan-difference.js';
import type { PlanDocument } from '../../domain/plan/plan-document.js';
import { joiningOf } from '../../domain/plan/sharing.js';
import type { CivilDate } from '../../domain/time/civil-date.js';
import type { Tx } from '../in-town.js';
import { insertRows } from '../insert-rows.js';
import { sectorIds } from '../people/roles.js';
import { newObligations } from '../plan/plan-obligations.js';
import { type PlanRows, planRows } from '../plan/plan-rows.js';
import type { SectorOwners } from './variation-owners.js';

interface Asked {
  readonly cycle: string;
  readonly version: string;
  readonly plan: PlanDocument;
  readonly difference: PlanDifference;
  readonly planned: readonly PlannedObligation[];
  readonly today: CivilDate;
}

/** What a variation brings that the plan did not have. */
export interface Additions {
  /** Ids, in the order of the plan. */
  readonly objectives: readonly string[];
  readonly obligations: number;
  /** Rows by position in the new plan: sector, then objective. */
  readonly places: ReadonlyMap<string, string>;
  readonly rows: PlanRows | null;
  /** By position of the sector: which of its objectives are new. */
  readonly kept: readonly (readonly number[])[];
}

/** The rows of what is new, not written yet: the version that they belong to comes first. */
export async function additionsOf(tx: Tx, asked: Asked): Promise<Additions> {
  const { plan, difference, cycle, version } = asked;
  const isNew = newPlaces(difference);
  const kept = plan.sectors.map((sector, at) =>
    sector.objectives.flatMap((_, index) => (isNew.has(`${at} ${index}`) ? [index] : [])),
  );
  if (isNew.size === 0) return { objectives: [], obligations: 0, places: new Map(), rows: null, kept };
  const sectors = await sectorIds(tx);
  // Only what is new, at the place where `planned` and the answer look for it.
  const only: PlanDocument = {
    ...plan,
    sectors: plan.sectors.map((sector, at) => ({
      ...sector,
      objectives: sector.objectives.filter((_, index) => isNew.has(`${at} ${index}`)),
    })),
  };
  const rows = planRows(only, cycle, version, (at) => sectors.get(plan.sectors[at]?.name ?? '') ?? '');
  const places = kept.flatMap((indexes, sector) =>
    indexes.map((index, at) => [`${sector} ${index}`, rows.places[sector]?.[at]?.objective ?? ''] as const),
  );
  return {
    objectives: rows.objectives.map((row) => String((row as { id?: unknown }).id)),
    obligations: asked.planned.filter(({ place }) => isNew.has(`${place.sector} ${place.objective}`)).length,
    ...{ places: new Map(places), rows, kept },
  };
}

/** Without those of a sector that joins an objective which others have. */
function newPlaces(difference: PlanDifference): ReadonlySet<string> {
  const joining = new Set(joiningOf(difference).map(({ one }) => one.after));
  return new Set(
    difference.objectives.flatMap(({ before, after }) =>
      before === null && after !== null && !joining.has(after) ? [`${after.sector} ${after.objective}`] : [],
    ),
  );
}

/** Whoever answers for the sector's other objectives answers for the new ones that print no owner. */
export async function insertAdditions(
  tx: Tx,
  { rows, kept, places }: Additions,
  asked: Asked & { readonly owners: SectorOwners },
): Promise<void> {
  if (rows === null) return;
  const { cycle, plan, owners } = asked;
  const sectors = await sectorIds(tx);
  const [last] = await tx<{ next: number }[]>`
    select coalesce(max(ordinal), -1) + 1 as next from objective where cycle = ${cycle}`;
  const first = last?.next ?? 0;
  const objectives = rows.objectives.map((row) => ({ ...row, ordinal: first + Number(row['ordinal']) }));
  await insertRows(tx, 'objective', objectives);
  await insertRows(tx, 'sector_weight', rows.sectorWeights);
  await insertRows(tx, 'indicator', rows.indicators);
  await insertRows(tx, 'milestone', rows.milestones);
  const planned = asked.planned
    .filter(({ place }) => places.has(`${place.sector} ${place.objective}`))
    .map((one) => {
      const objective = kept[one.place.sector]?.indexOf(one.place.objective) ?? -1;
      const printed = plan.sectors[one.place.sector]?.objectives[one.place.objective]?.owner;
      const owner = printed ? one.owner : (owners.get(one.subject.sector) ?? one.owner);
      return { ...one, owner, place: { ...one.place, objective } };
    });
  await insertRows(
    tx,
    'obligation',
    newObligations(planned, rows, sectors, { cycle, startDay: asked.today }),
  );
}
