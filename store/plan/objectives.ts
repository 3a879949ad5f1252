/** Reading objectives for pages: their weights by sector, indicators and milestones as the plan says them. */
import type { MilestoneKind, MilestoneRole, PlanTarget } from '../../domain/plan/plan-document.js';
import { type Points, pointsFromUnits } from '../../domain/plan/points.js';
import type { CivilDate } from '../../domain/time/civil-date.js';
import type { Tx } from '../in-town.js';

/** Stored. */
export type ObjectiveState = 'in-force' | 'withdrawn' | 'evaluated';

/** An objective of a list. */
export interface ObjectiveSummary {
  readonly id: string;
  readonly cycle: string;
  readonly year: number;
  readonly number: string | null;
  readonly title: string;
  readonly shared: boolean;
  readonly printedOwner: string | null;
  readonly state: ObjectiveState;
  /** Id of the sector that answers for all; `null`: each for itself. */
  readonly lead: string | null;
  /** In the plan's order of sectors. */
  readonly sectors: readonly SectorShare[];
}

/** A sector that has the objective. */
export interface SectorShare {
  readonly id: string;
  readonly name: string;
  /** `null` when the plan gives the objective no weight there. */
  readonly weight: Points | null;
}

/** With what the plan says of it. */
export interface ObjectiveDetail extends ObjectiveSummary {
  readonly indicators: readonly { readonly text: string; readonly target: PlanTarget | null }[];
  readonly milestones: readonly MilestoneDetail[];
  /** Lines of the source it was read from. */
  readonly sourceLines: readonly [number, number] | null;
}

/** A phrase of the plan and what was read of it. */
export interface MilestoneDetail {
  readonly id: string;
  readonly kind: MilestoneKind;
  readonly role: MilestoneRole | null;
  readonly date: CivilDate | null;
  readonly start: CivilDate | null;
  readonly recurrence: string | null;
  readonly anchor: string | null;
  readonly invalid: boolean;
  readonly phrase: string;
  readonly weight: Points | null;
}

interface SummaryRow {
  id: string;
  cycle: string;
  year: number;
  number: string | null;
  title: string;
  shared: boolean;
  printedOwner: string | null;
  state: ObjectiveState;
  lead: string | null;
  sectors: { id: string; name: string; units: number | null }[];
}

interface SourceRow extends SummaryRow {
  sourceFrom: number | null;
  sourceTo: number | null;
}

/** The objectives of a year, as the plan lists them; `sector` keeps those of one. */
export async function listObjectives(
  tx: Tx,
  filter: { readonly year: number; readonly sector?: string; readonly search?: string },
): Promise<readonly ObjectiveSummary[]> {
  const pattern = filter.search ? `%${filter.search.replace(/[\\%_]/g, '\\$&')}%` : null;
  const rows = await tx<SummaryRow[]>`${select(tx)}
    where c.year = ${filter.year}
      ${pattern === null ? tx`` : tx`and concat_ws(' ', o.number, o.title) ilike ${pattern}`}
      ${
        filter.sector === undefined
          ? tx``
          : tx`and exists (select 1 from sector_weight x where x.objective = o.id and x.sector = ${filter.sector})`
      }
    order by o.ordinal, o.id`;
  return rows.map(summaryOf);
}

/** What a plan weighs, as far as a board tells it. */
export interface PlanWeights {
  readonly objectives: number;
  /** Sum of the weights that the plan gives in a sector, by the sector's id; one without objectives is absent. */
  readonly bySector: ReadonlyMap<string, Points>;
}

/** Of all objectives of a cycle, without reading them. */
export async function planWeights(tx: Tx, cycle: string): Promise<PlanWeights> {
  const rows = await tx<{ sector: string; units: number; objectives: number }[]>`
    select w.sector, coalesce(sum(w.weight_units), 0)::bigint as units,
      (select count(*) from objective where cycle = ${cycle}) as objectives
    from objective o join sector_weight w on w.town = o.town and w.objective = o.id
    where o.cycle = ${cycle} group by w.sector`;
  return {
    objectives: rows[0]?.objectives ?? 0,
    bySector: new Map(rows.map(({ sector, units }) => [sector, pointsFromUnits(units)])),
  };
}

/** `null` when the town has none with that id. */
export async function findObjective(tx: Tx, id: string): Promise<ObjectiveDetail | null> {
  const [row] = await tx<SourceRow[]>`${select(tx)} where o.id = ${id}`;
  if (row === undefined) return null;
  const indicators = await tx<
    { text: string; value: number | null; unit: string | null; op: PlanTarget['op'] | null }[]
  >`
    select text, target_value as value, target_unit as unit, target_op as op
    from indicator where objective = ${id} and ended_by is null order by ordinal`;
  const milestones = await tx<(Omit<MilestoneDetail, 'weight'> & { units: number | null })[]>`
    select id, kind, role, date, start, recurrence, anchor, invalid, phrase, weight_units as units
    from milestone where objective = ${id} and ended_by is null order by ordinal`;
  return {
    ...summaryOf(row),
    indicators: indicators.map(({ text, ...target }) => ({ text, target: targetOf(target) })),
    milestones: milestones.map(({ units, ...rest }) => ({ ...rest, weight: weightOf(units) })),
    sourceLines: row.sourceFrom === null || row.sourceTo === null ? null : [row.sourceFrom, row.sourceTo],
  };
}

/** Where an objective stands, held until the transaction ends; `null` when the town has none with that id. */
export async function holdObjective(
  tx: Tx,
  id: string,
): Promise<{ readonly state: ObjectiveState; readonly cycleState: 'open' | 'closed' } | null> {
  const [row] = await tx<{ state: ObjectiveState; cycleState: 'open' | 'closed' }[]>`
    select o.state, c.state as cycle_state from objective o join cycle c on c.town = o.town and c.id = o.cycle
    where o.id = ${id} for no key update of o`;
  return row ?? null;
}

/** Ids and years of the objectives still followed, for starting their workflows again. */
export const objectivesInForce = async (
  tx: Tx,
): Promise<readonly { readonly id: string; readonly year: number }[]> =>
  tx<{ id: string; year: number }[]>`
    select o.id, c.year from objective o join cycle c on c.id = o.cycle
    where o.state = 'in-force' and c.state = 'open' order by c.year, o.ordinal`;

const select = (tx: Tx) => tx`
  select o.id, o.cycle, c.year, o.number, o.title, o.shared, o.printed_owner, o.state, o.lead_sector as lead, o.source_from, o.source_to,
    (select jsonb_agg(jsonb_build_object('id', s.id, 'name', s.name, 'units', w.weight_units) order by cs.ordinal)
      from sector_weight w
        join sector s on s.town = w.town and s.id = w.sector
        join cycle_sector cs on cs.town = w.town and cs.cycle = o.cycle and cs.sector = w.sector
      where w.town = o.town and w.objective = o.id) as sectors
  from objective o join cycle c on c.town = o.town and c.id = o.cycle`;

const weightOf = (units: number | null): Points | null => (units === null ? null : pointsFromUnits(units));

const summaryOf = (row: SummaryRow): ObjectiveSummary => ({
  id: row.id,
  cycle: row.cycle,
  year: row.year,
  number: row.number,
  title: row.title,
  shared: row.shared,
  printedOwner: row.printedOwner,
  state: row.state,
  lead: row.lead,
  sectors: row.sectors.map(({ id, name, units }) => ({ id, name, weight: weightOf(units) })),
});

function targetOf(row: {
  value: number | null;
  unit: string | null;
  op: PlanTarget['op'] | null;
}): PlanTarget | null {
  if (row.value === null) return null;
  return {
    value: row.value,
    ...(row.unit === null ? {} : { unit: row.unit }),
    ...(row.op === null || row.op === undefined ? {} : { op: row.op }),
  };
}
