/**
 * The terms of an objective under a variation. One that moves keeps its obligations, whose ladder begins anew
 * today; one that goes takes the open ones with it; one that comes opens new ones. What is concluded stays.
 */
import { randomUUID } from 'node:crypto';
import type { PlannedObligation } from '../../domain/obligations/from-plan.js';
import type { Role } from '../../domain/obligations/obligation.js';
import type { PlanPlace } from '../../domain/plan/plan-difference.js';
import type { PlanMilestone, PlanObjective } from '../../domain/plan/plan-document.js';
import { points } from '../../domain/plan/points.js';
import { sameTerm } from '../../domain/plan/variation.js';
import { type CivilDate, parseCivilDate } from '../../domain/time/civil-date.js';
import type { Tx } from '../in-town.js';
import { insertRows } from '../insert-rows.js';
import { roleOf, sectorIds } from '../people/roles.js';
import { newObligations } from '../plan/plan-obligations.js';
import { milestoneRow, type PlanRows } from '../plan/plan-rows.js';

/** An open obligation whose day changed. */
export interface MovedObligation {
  readonly obligation: string;
  /** The day it had; `null`: its term was not known. */
  readonly from: CivilDate | null;
}

/** An objective under one of its sectors, with its place in the new plan. */
export interface ObjectiveHere {
  readonly objective: string;
  readonly sector: string;
  readonly place: PlanPlace & { readonly said: PlanObjective };
}

interface Context {
  readonly cycle: string;
  readonly version: string;
  readonly act: string | null;
  readonly planned: readonly PlannedObligation[];
  readonly today: CivilDate;
}

const rowOf = (tx: Tx, objective: string, one: PlanMilestone) => tx<{ id: string }[]>`
  select id from milestone where objective = ${objective} and kind = ${one.kind} and phrase = ${one.phrase}
    and date is not distinct from ${parseCivilDate(one.date ?? '')}
    and recurrence is not distinct from ${one.recurrence ?? null} and ended_by is null
  order by ordinal limit 1`;

/** The milestone is one row under all sectors that share the objective: the second of them finds it done. */
export async function moveMilestone(
  tx: Tx,
  objective: string,
  before: PlanMilestone,
  after: PlanMilestone,
  today: CivilDate,
): Promise<readonly MovedObligation[]> {
  const [row] = await rowOf(tx, objective, before);
  if (row === undefined) return [];
  const [date, start] = [parseCivilDate(after.date ?? ''), parseCivilDate(after.start ?? '')];
  const due = after.kind === 'external-term' ? null : date;
  const anchor = after.anchor ?? null;
  await tx`
    update milestone set kind = ${after.kind}, phrase = ${after.phrase}, date = ${date}, start = ${start},
      anchor = ${anchor}, weight_units = ${after.weight === undefined ? null : points(after.weight)}
    where id = ${row.id}`;
  if (sameTerm(before, after)) return [];
  const open = await tx<{ id: string; due: CivilDate | null }[]>`
    select id, due from obligation where milestone = ${row.id} and state = 'open' order by id for update`;
  await tx`update obligation set term_kind = ${due === null ? 'external' : 'date'}, due = ${due}, opens = ${start},
      anchor = coalesce(${anchor}, anchor), start_day = greatest(start_day, ${today}), version = version + 1,
      row_version = row_version + 1
    where milestone = ${row.id} and state = 'open'`;
  return open.map(({ id, due: from }) => ({ obligation: id, from }));
}

/** Returns the obligations of this sector that are no longer due. */
export async function endMilestone(
  tx: Tx,
  { objective, sector }: ObjectiveHere,
  before: PlanMilestone,
  { version, act }: Context,
): Promise<readonly string[]> {
  if (act === null) throw new Error('a term is taken out by an act alone');
  const [open] = await rowOf(tx, objective, before);
  if (open !== undefined) await tx`update milestone set ended_by = ${version} where id = ${open.id}`;
  const rows = await tx<{ id: string }[]>`
    update obligation o set state = 'waived', waived_by_act = ${act}, row_version = row_version + 1
    from milestone m, sector s
    where m.town = o.town and m.id = o.milestone and m.ended_by = ${version} and m.kind = ${before.kind}
      and m.phrase = ${before.phrase} and s.town = o.town and s.id = o.sector and s.name = ${sector}
      and o.objective = ${objective} and o.state = 'open' returning o.id`;
  return rows.map(({ id }) => id);
}

/** Returns how many obligations it opens under this sector, also where a lead sector is to take them over. */
export async function addMilestone(
  tx: Tx,
  here: ObjectiveHere,
  after: PlanMilestone,
  context: Context,
): Promise<number> {
  const { objective, place } = here;
  const [there] = await rowOf(tx, objective, after);
  const id = there?.id ?? randomUUID();
  if (there === undefined) {
    const [last] = await tx<{ next: number }[]>`
      select coalesce(max(ordinal), -1) + 1 as next from milestone where objective = ${objective}`;
    await insertRows(tx, 'milestone', [milestoneRow(after, id, objective, last?.next ?? 0)]);
  }
  const index = place.said.milestones.indexOf(after);
  return open(tx, here, context, (one) => one.place.milestone === index, id);
}

/** Where the new plan leaves no term at all, the end of the year; where it now says one, no longer that. */
export async function implicitTerm(tx: Tx, here: ObjectiveHere, context: Context): Promise<number> {
  const { objective, sector, place } = here;
  const isImplicit = (one: PlannedObligation): boolean => one.place.milestone === null;
  const wanted = context.planned.some((one) => isAt(one, place) && isImplicit(one));
  const there = await tx`
    select o.id from obligation o join sector s on s.town = o.town and s.id = o.sector
    where o.objective = ${objective} and s.name = ${sector} and o.term_kind = 'implicit'
      and (o.state <> 'superseded' or o.superseded_by is not null) limit 1`;
  if (wanted) return there.length > 0 ? 0 : open(tx, here, context, isImplicit, null);
  await tx`update obligation o set state = 'superseded', row_version = row_version + 1 from sector s
    where s.town = o.town and s.id = o.sector and s.name = ${sector} and o.objective = ${objective}
      and o.term_kind = 'implicit' and o.state = 'open'`;
  return 0;
}

const isAt = ({ place }: PlannedObligation, at: PlanPlace): boolean =>
  place.sector === at.sector && place.objective === at.objective;

async function open(
  tx: Tx,
  { objective, sector, place }: ObjectiveHere,
  { planned, cycle, today }: Context,
  isMeant: (one: PlannedObligation) => boolean,
  milestone: string | null,
): Promise<number> {
  const sectors = await sectorIds(tx);
  const owner = await ownerNow(tx, objective, sector);
  const meant = planned
    .filter((one) => isAt(one, place) && isMeant(one))
    .map((one) => (owner === null ? one : { ...one, owner }));
  const milestones: string[] = [];
  for (const one of meant) if (milestone !== null) milestones[one.place.milestone ?? 0] = milestone;
  const places: PlanRows['places'][number][] = [];
  const line: PlanRows['places'][number][number][] = [];
  line[place.objective] = { objective, sector: sectors.get(sector) ?? '', milestones };
  places[place.sector] = line;
  const rows = newObligations(meant, { places }, sectors, { cycle, startDay: today });
  await insertRows(tx, 'obligation', rows);
  return rows.length;
}

/** Who answers for the objective under this sector; `null` when nothing of it is owed. */
async function ownerNow(tx: Tx, objective: string, sector: string): Promise<Role | null> {
  const [row] = await tx<{ role: Role['role']; owner: string | null }[]>`
    select o.owner_role as role, os.name as owner from obligation o
      join sector s on s.town = o.town and s.id = o.sector and s.name = ${sector}
      left join sector os on os.town = o.town and os.id = o.owner_sector
    where o.objective = ${objective} order by o.state = 'open' desc, o.id limit 1`;
  return row === undefined ? null : roleOf(row.role, row.owner);
}
