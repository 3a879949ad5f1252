/** Individual objectives in rows. Whoever asks has been found to have a right to them (docs/adr/0046). */
import type {
  IndividualDegree,
  IndividualObjective,
  ParentObjective,
} from '../../domain/cycle/individual-objectives.js';
import { type Points, pointsFromUnits } from '../../domain/plan/points.js';
import { degreeFromUnits } from '../../domain/scoring/degree.js';
import type { CivilDate } from '../../domain/time/civil-date.js';
import type { Instant } from '../../domain/time/instant.js';
import type { Fragment } from '../connection.js';
import type { Tx } from '../in-town.js';

/** An individual objective, and the objective of the plan it is of. */
export interface KeptIndividual extends IndividualObjective {
  readonly year: number;
  readonly cycleState: 'open' | 'closed';
  readonly person: string;
  readonly personName: string;
  /** Id. */
  readonly sector: string;
  readonly sectorName: string;
  readonly note: string | null;
  readonly rowVersion: number;
}

interface Row extends Omit<KeptIndividual, 'weight' | 'degree' | 'parent'> {
  units: number | null;
  degreeUnits: number | null;
  notAssessable: boolean;
  parentId: string;
  parentNumber: string | null;
  parentTitle: string;
  parentDue: CivilDate | null;
  parentState: string;
}

/** The last day on which something of an objective (alias `x`) is due in a sector. */
const lastTerm = (tx: Tx, sector: Fragment): Fragment => tx`(
  select max(o.due) from obligation o
  where o.objective = x.id and o.sector = ${sector} and o.kind = 'milestone' and o.state <> 'superseded')`;

const select = (tx: Tx, condition: Fragment): Promise<Row[]> =>
  tx<Row[]>`
    select i.id, i.collaborator, k.person, p.name as person_name, k.sector, s.name as sector_name, c.year,
      c.state as cycle_state, i.title, i.weight_units as units, i.due, i.degree_units, i.not_assessable, i.note,
      i.row_version, x.id as parent_id, x.number as parent_number, x.title as parent_title, x.state as parent_state,
      ${lastTerm(tx, tx`k.sector`)} as parent_due
    from individual_objective i
      join collaborator k on k.town = i.town and k.id = i.collaborator
      join person p on p.town = k.town and p.id = k.person
      join sector s on s.town = k.town and s.id = k.sector
      join cycle c on c.town = i.town and c.id = i.cycle
      join objective x on x.town = i.town and x.id = i.objective
    where i.withdrawn_at is null and ${condition}
    order by c.year desc, s.name, p.name, i.due, i.assigned_at, i.id`;

const keptOf = (row: Row): KeptIndividual => {
  const {
    units,
    degreeUnits,
    notAssessable,
    parentId,
    parentNumber,
    parentTitle,
    parentDue,
    parentState,
    ...rest
  } = row;
  return {
    ...rest,
    weight: units === null ? null : pointsFromUnits(units),
    degree: degreeIn(degreeUnits, notAssessable),
    parent: {
      ...{ id: parentId, number: parentNumber, title: parentTitle, due: parentDue },
      withdrawn: parentState === 'withdrawn',
    },
  };
};

function degreeIn(units: number | null, notAssessable: boolean): IndividualDegree {
  if (notAssessable) return { is: 'not-assessable' };
  return units === null ? { is: 'open' } : { is: 'degree', degree: degreeFromUnits(units) };
}

/** Of a year, by sector and person; `sector` keeps those of one (its id). */
export const listIndividuals = async (
  tx: Tx,
  { year, sector = null }: { readonly year: number; readonly sector?: string | null },
): Promise<readonly KeptIndividual[]> =>
  (await select(tx, tx`c.year = ${year} and (${sector}::uuid is null or k.sector = ${sector})`)).map(keptOf);

/** Of one person, of all years, the latest first. */
export const individualsOf = async (tx: Tx, person: string): Promise<readonly KeptIndividual[]> =>
  (await select(tx, tx`k.person = ${person}`)).map(keptOf);

/** Held until the transaction ends; `null` when the town has none with that id, or it was withdrawn. */
export async function holdIndividual(tx: Tx, id: string): Promise<KeptIndividual | null> {
  await tx`select 1 from individual_objective where id = ${id} for update`;
  const [row] = await select(tx, tx`i.id = ${id}`);
  return row === undefined ? null : keptOf(row);
}

/** Those of the sector's objectives that may be linked to: in force, in the plan's order. */
export const parentsIn = async (
  tx: Tx,
  { year, sector }: { readonly year: number; readonly sector: string },
): Promise<readonly ParentObjective[]> =>
  tx<ParentObjective[]>`
    select x.id, x.number, x.title, false as withdrawn, ${lastTerm(tx, tx`w.sector`)} as due
    from objective x
      join cycle c on c.town = x.town and c.id = x.cycle
      join sector_weight w on w.town = x.town and w.objective = x.id
    where c.year = ${year} and w.sector = ${sector} and x.state <> 'withdrawn' order by w.ordinal, x.id`;

/** One to be assigned. */
export interface AssignedIndividual {
  /** Id of the sector's objective. */
  readonly parent: string;
  readonly title: string;
  readonly weight: Points | null;
  readonly due: CivilDate;
}

/** Returns its id. */
export async function insertIndividual(
  tx: Tx,
  {
    parent,
    title,
    weight,
    due,
    ...of
  }: AssignedIndividual & { readonly cycle: string; readonly collaborator: string },
  assigned: { readonly at: Instant; readonly by: string },
): Promise<string> {
  const [row] = await tx<{ id: string }[]>`
    insert into individual_objective (cycle, collaborator, objective, title, weight_units, due, assigned_at, assigned_by)
    values (${of.cycle}, ${of.collaborator}, ${parent}, ${title}, ${weight}, ${due}, ${assigned.at}, ${assigned.by})
    returning id`;
  return (row as { id: string }).id;
}

/** Overwrites what was assigned; the caller has held the row and looked at its version. */
export async function updateIndividual(
  tx: Tx,
  id: string,
  { parent, title, weight, due }: AssignedIndividual,
): Promise<void> {
  await tx`update individual_objective set objective = ${parent}, title = ${title}, weight_units = ${weight},
    due = ${due}, row_version = row_version + 1 where id = ${id}`;
}

/** Overwrites the degree; `open` takes it away again. */
export async function assessIndividual(
  tx: Tx,
  id: string,
  { degree, note, ...assessed }: { degree: IndividualDegree; note: string | null; at: Instant; by: string },
): Promise<void> {
  const isOpen = degree.is === 'open';
  await tx`update individual_objective set degree_units = ${degree.is === 'degree' ? degree.degree : null},
    not_assessable = ${degree.is === 'not-assessable'}, note = ${note},
    assessed_at = ${isOpen ? null : assessed.at}, assessed_by = ${isOpen ? null : assessed.by},
    row_version = row_version + 1 where id = ${id}`;
}

/** The row stays, with the moment. */
export async function withdrawIndividual(tx: Tx, id: string, at: Instant): Promise<void> {
  await tx`update individual_objective set withdrawn_at = ${at}, row_version = row_version + 1 where id = ${id}`;
}
