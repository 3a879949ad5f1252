/** What a variation does to the rows of one objective that is there already. */
import { randomUUID } from 'node:crypto';
import type { PlannedObligation } from '../../domain/obligations/from-plan.js';
import type { ObjectiveDifference } from '../../domain/plan/plan-difference.js';
import type { PlanDocument, PlanObjective } from '../../domain/plan/plan-document.js';
import { points } from '../../domain/plan/points.js';
import { isMove, sameTerm } from '../../domain/plan/variation.js';
import type { CivilDate } from '../../domain/time/civil-date.js';
import type { Tx } from '../in-town.js';
import { insertRows } from '../insert-rows.js';
import { indicatorRow } from '../plan/plan-rows.js';
import {
  addMilestone,
  endMilestone,
  implicitTerm,
  type MovedObligation,
  moveMilestone,
} from './variation-milestones.js';
import { passToOwner, type ReassignedObligation, type SectorOwners } from './variation-owners.js';

/** By which version and from which day. */
export interface ChangeContext {
  readonly cycle: string;
  readonly version: string;
  /** Id of the act; `null`: a correction. */
  readonly act: string | null;
  /** Who answered for each sector's objectives before. */
  readonly owners: SectorOwners;
  readonly plan: PlanDocument;
  readonly planned: readonly PlannedObligation[];
  readonly today: CivilDate;
}

/** What was changed of one objective. */
export interface ObjectiveChanged {
  readonly moved: readonly MovedObligation[];
  readonly waived: readonly string[];
  readonly reassigned: readonly ReassignedObligation[];
  /** Obligations that opened. */
  readonly added: number;
}

/** No longer part of the plan: what is open of it is no longer due, by the act. Returns those obligations. */
export async function withdrawObjective(
  tx: Tx,
  objective: string,
  act: string | null,
): Promise<readonly string[]> {
  if (act === null) throw new Error('an objective is withdrawn by an act alone');
  await tx`update objective set state = 'withdrawn' where id = ${objective}`;
  const rows = await tx<{ id: string }[]>`
    update obligation set state = 'waived', waived_by_act = ${act}, row_version = row_version + 1
    where objective = ${objective} and state = 'open' returning id`;
  return rows.map(({ id }) => id);
}

/** What a pair of objectives differs by, under one sector. A shared objective comes once for each of its sectors. */
export async function changeObjectiveRow(
  tx: Tx,
  objective: string,
  difference: ObjectiveDifference,
  context: ChangeContext,
): Promise<ObjectiveChanged> {
  const { after, fields, sector, milestones } = difference;
  if (after === null) return { moved: [], waived: [], reassigned: [], added: 0 };
  const { said } = after;
  await tx`update objective set number = ${said.number}, title = ${said.title}, shared = ${said.shared}
    where id = ${objective}`;
  if (fields.includes('weight')) await weigh(tx, objective, sector, said.weight);
  if (fields.includes('indicators')) await replaceIndicators(tx, objective, said, context);
  const reassigned = fields.includes('owner')
    ? await passToOwner(tx, objective, { ...context, place: after })
    : [];
  const moved: MovedObligation[] = [];
  const waived: string[] = [];
  let added = 0;
  const here = { objective, sector, place: after };
  for (const pair of milestones) {
    const isKept =
      pair.before !== null &&
      pair.after !== null &&
      (sameTerm(pair.before, pair.after) || isMove(pair.before, pair.after));
    if (isKept && pair.before !== null && pair.after !== null) {
      moved.push(...(await moveMilestone(tx, objective, pair.before, pair.after, context.today)));
      continue;
    }
    if (pair.before !== null) waived.push(...(await endMilestone(tx, here, pair.before, context)));
    if (pair.after !== null) added += await addMilestone(tx, here, pair.after, context);
  }
  if (milestones.length > 0) added += await implicitTerm(tx, here, context);
  return { moved, waived, reassigned, added };
}

async function weigh(tx: Tx, objective: string, sector: string, weight: number | null): Promise<void> {
  const units = weight === null ? null : points(weight);
  await tx`update sector_weight w set weight_units = ${units} from sector s
    where s.town = w.town and s.id = w.sector and s.name = ${sector} and w.objective = ${objective}`;
  // Also of what a lead sector owes in its place: dropped, it is owed again by this weight.
  await tx`update obligation o set weight_units = ${units}, row_version = row_version + 1 from sector s
    where s.town = o.town and s.id = o.sector and s.name = ${sector} and o.objective = ${objective}
      and (o.state = 'open' or (o.state = 'superseded' and o.superseded_by is not null))`;
}

/** Those of all sectors that have it in the new plan; the former ones stay on record with the version that ended them. */
async function replaceIndicators(
  tx: Tx,
  objective: string,
  said: PlanObjective,
  { plan, version }: ChangeContext,
): Promise<void> {
  const copies = said.shared
    ? plan.sectors.flatMap(({ objectives }) =>
        objectives.filter((one) => one.shared && one.number === said.number && one.title === said.title),
      )
    : [said];
  const wanted = new Map(
    copies.flatMap(({ indicators }) => indicators).map((one) => [JSON.stringify(one), one]),
  );
  const now = await tx<{ said: string }[]>`
    select text || coalesce(' ' || target_value::text, '') as said from indicator
    where objective = ${objective} and ended_by is null`;
  const next = [...wanted.values()].map(({ text, target }) =>
    target === undefined ? text : `${text} ${target.value}`,
  );
  // A shared objective comes again under its next sector: then its rows are the new ones already.
  if (JSON.stringify(now.map(({ said: one }) => one).sort()) === JSON.stringify(next.sort()) && said.shared)
    return;
  await tx`update indicator set ended_by = ${version} where objective = ${objective} and ended_by is null`;
  const [last] = await tx<{ next: number }[]>`
    select coalesce(max(ordinal), -1) + 1 as next from indicator where objective = ${objective}`;
  const first = last?.next ?? 0;
  await insertRows(
    tx,
    'indicator',
    [...wanted.values()].map((one, index) => indicatorRow(one, randomUUID(), objective, first + index)),
  );
  await carryDefinitions(tx, objective, version);
}

/** One whose words and target stay is measured as before; what changed is to be completed anew. */
const carryDefinitions = (tx: Tx, objective: string, version: string) => tx`
  insert into indicator_definition (indicator, definition, rule, weight_units, set_at, set_by)
  select n.id, d.definition, d.rule, d.weight_units, d.set_at, d.set_by
  from indicator f join indicator_definition d on d.town = f.town and d.indicator = f.id
    join indicator n on n.town = f.town and n.objective = f.objective and n.ended_by is null
      and (n.text, n.target_value, n.target_unit, n.target_op)
        is not distinct from (f.text, f.target_value, f.target_unit, f.target_op)
  where f.objective = ${objective} and f.ended_by = ${version}
  on conflict do nothing`;
