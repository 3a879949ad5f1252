/** Objectives that a variation adds to sectors of the plan in force, with what they owe. */
import type { PlannedObligation } from '../domain/obligations/from-plan.js';
import type { Role } from '../domain/obligations/obligation.js';
import type { PlanDifference } from '../domain/plan/plan-difference.js';
import type { PlanDocument } from '../domain/plan/plan-document.js';
import type { CivilDate } from '../domain/time/civil-date.js';
import type { Tx } from './in-town.js';
import { insertRows } from './insert-rows.js';
import { newObligations } from './plan-obligations.js';
import { planRows } from './plan-rows.js';
import { roleOf, sectorIds } from './roles.js';

interface Asked {
  readonly cycle: string;
  readonly version: string;
  readonly plan: PlanDocument;
  readonly difference: PlanDifference;
  readonly planned: readonly PlannedObligation[];
  readonly today: CivilDate;
}

export interface AddedObjectives {
  readonly objectives: readonly string[];
  readonly obligations: number;
  /** Rows by position in the new plan: sector, then objective. */
  readonly places: ReadonlyMap<string, string>;
}

/** Whoever answers for the sector's other objectives answers for the new ones. */
export async function addObjectives(tx: Tx, asked: Asked): Promise<AddedObjectives> {
  const { plan, difference, cycle, version } = asked;
  const isNew = new Set(
    difference.objectives.flatMap(({ before, after }) =>
      before === null && after !== null ? [`${after.sector} ${after.objective}`] : [],
    ),
  );
  if (isNew.size === 0) return { objectives: [], obligations: 0, places: new Map() };
  const sectors = await sectorIds(tx);
  // Only what is new, at the place where `planned` and the answer look for it.
  const only: PlanDocument = {
    ...plan,
    sectors: plan.sectors.map((sector, at) => ({
      ...sector,
      objectives: sector.objectives.filter((_, index) => isNew.has(`${at} ${index}`)),
    })),
  };
  const kept = plan.sectors.map((sector, at) =>
    sector.objectives.flatMap((_, index) => (isNew.has(`${at} ${index}`) ? [index] : [])),
  );
  const rows = planRows(only, cycle, version, (at) => sectors.get(plan.sectors[at]?.name ?? '') ?? '');
  const [last] = await tx<{ next: number }[]>`
    select coalesce(max(ordinal), -1) + 1 as next from objective where cycle = ${cycle}`;
  const first = last?.next ?? 0;
  const objectives = rows.objectives.map((row) => ({ ...row, ordinal: first + Number(row['ordinal']) }));
  await insertRows(tx, 'objective', objectives);
  await insertRows(tx, 'sector_weight', rows.sectorWeights);
  await insertRows(tx, 'indicator', rows.indicators);
  await insertRows(tx, 'milestone', rows.milestones);
  const owners = await ownersOfSectors(tx, cycle);
  const planned = asked.planned
    .filter(({ place }) => isNew.has(`${place.sector} ${place.objective}`))
    .map((one) => {
      const objective = kept[one.place.sector]?.indexOf(one.place.objective) ?? -1;
      const printed = plan.sectors[one.place.sector]?.objectives[one.place.objective]?.owner;
      const owner = printed ? one.owner : (owners.get(one.subject.sector) ?? one.owner);
      return { ...one, owner, place: { ...one.place, objective } };
    });
  const obligations = newObligations(planned, rows, sectors, { cycle, startDay: asked.today });
  await insertRows(tx, 'obligation', obligations);
  const places = kept.flatMap((indexes, sector) =>
    indexes.map((index, at) => [`${sector} ${index}`, rows.places[sector]?.[at]?.objective ?? ''] as const),
  );
  return {
    objectives: objectives.map((row) => String((row as { id?: unknown }).id)),
    obligations: obligations.length,
    places: new Map(places),
  };
}

/** Who owes most of a sector's objectives that print no owner of their own. */
async function ownersOfSectors(tx: Tx, cycle: string): Promise<ReadonlyMap<string, Role>> {
  const rows = await tx<{ sector: string; role: Role['role']; owner: string | null }[]>`
    select distinct on (s.name) s.name as sector, o.owner_role as role, os.name as owner
    from obligation o
      join sector s on s.town = o.town and s.id = o.sector
      join objective ob on ob.town = o.town and ob.id = o.objective and ob.printed_owner is null
      left join sector os on os.town = o.town and os.id = o.owner_sector
    where o.cycle = ${cycle} and o.kind = 'milestone' and o.state <> 'superseded'
    group by s.name, o.owner_role, os.name order by s.name, count(*) desc, o.owner_role`;
  return new Map(rows.map((row) => [row.sector, roleOf(row.role, row.owner)]));
}
