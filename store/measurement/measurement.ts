/** The evaluation of a year in rows: what it makes the sectors and the evaluator owe. */
import { randomUUID } from 'node:crypto';
import {
  type MeasurementDuty,
  type MeasurementTerms,
  measurementDuties,
  measurementTitle,
  selfEvaluationTitle,
} from '../../domain/cycle/measurement-obligations.js';
import type { ObligationState } from '../../domain/obligations/obligation.js';
import { type CivilDate, later } from '../../domain/time/civil-date.js';
import type { Cycle } from '../cycle/cycles.js';
import type { Tx } from '../in-town.js';
import { insertRows } from '../insert-rows.js';
import { monitoredSectors } from '../monitoring/monitoring.js';
import { type RoleColumns, roleColumns, sectorIds } from '../people/roles.js';
import { scoringRulesInForce } from './scoring-rules.js';

/**
 * Brings what is owed in line with the plan in force and with who evaluates, from the day on which the plan is
 * approved, so that boards, calendars and the prova generale know it all year. Repeated it changes nothing. Sheets
 * that somebody has transmitted stay. Returns how many duties opened, ended or changed hands.
 */
export async function planMeasurement(tx: Tx, cycle: Cycle, terms: MeasurementTerms): Promise<number> {
  if (cycle.approvedOn === null) return 0;
  const startDay = later(cycle.approvedOn, cycle.liveOn ?? cycle.approvedOn);
  const [{ rules }, sectors, ids, asked] = await Promise.all([
    scoringRulesInForce(tx),
    monitoredSectors(tx, cycle.id),
    sectorIds(tx),
    askedAlready(tx, cycle.id),
  ]);
  const { evaluator } = rules;
  const duties = measurementDuties(terms, { year: cycle.year, startDay, evaluator }, sectors);
  const keyed = duties.map((duty) => ({
    duty,
    sector: duty.sector === null ? null : (ids.get(duty.sector.name) ?? null),
  }));
  const known = new Set(asked.map(keyOf));
  const owed = keyed
    .filter(({ duty, sector }) => !known.has(keyOf({ kind: duty.kind, sector })))
    .map((one) => ({ ...one, id: randomUUID(), owner: roleColumns(one.duty.owner, ids) }));
  await insertDuties(tx, cycle, startDay, owed);
  const wanted = new Set(keyed.map(({ duty, sector }) => keyOf({ kind: duty.kind, sector })));
  const over = asked.filter((one) => one.untouched && !wanted.has(keyOf(one)));
  const moved = await handOver(tx, asked, evaluator);
  return owed.length + moved + (await end(tx, over));
}

interface Owed {
  readonly id: string;
  readonly duty: MeasurementDuty;
  readonly sector: string | null;
  readonly owner: RoleColumns;
}

async function insertDuties(
  tx: Tx,
  { id: cycle, year }: Cycle,
  startDay: CivilDate,
  owed: readonly Owed[],
): Promise<void> {
  await insertRows(
    tx,
    'obligation',
    owed.map(({ id, duty, sector, owner }) => ({
      ...{ id, cycle, kind: duty.kind, sector, startDay, opens: duty.opens, due: duty.due, termKind: 'date' },
      title: duty.sector === null ? measurementTitle(year) : selfEvaluationTitle(year),
      ...{ ownerRole: owner.role, ownerSector: owner.sector },
      ...{ version: 1, state: 'open', heldBack: false, rowVersion: 1 },
    })),
  );
  await insertRows(
    tx,
    'self_evaluation',
    owed
      .filter(({ sector }) => sector !== null)
      .map(({ id, sector }) => ({ obligation: id, sector, state: 'draft', rowVersion: 1 })),
  );
}

interface Asked {
  readonly id: string;
  readonly kind: MeasurementDuty['kind'];
  readonly sector: string | null;
  readonly ownerRole: string;
  readonly state: ObligationState;
  /** Open, and nothing was transmitted of it. */
  readonly untouched: boolean;
}

const keyOf = ({ kind, sector }: Pick<Asked, 'kind' | 'sector'>): string => `${kind} ${sector ?? ''}`;

const askedAlready = async (tx: Tx, cycle: string): Promise<readonly Asked[]> =>
  tx<Asked[]>`
    select o.id, o.kind, o.sector, o.owner_role, o.state,
      o.state = 'open' and s.transmitted_at is null
        and not exists (select 1 from assessment_step a where a.measurement = o.id) as untouched
    from obligation o left join self_evaluation s on s.town = o.town and s.obligation = o.id
    where o.cycle = ${cycle} and o.kind in ('self-evaluation', 'measurement') and o.state <> 'superseded'`;

/** The SMVP names another evaluator: the open duty is theirs, under a new version. */
async function handOver(tx: Tx, asked: readonly Asked[], evaluator: string): Promise<number> {
  const theirs = asked.filter(
    ({ kind, state, ownerRole }) => kind === 'measurement' && state === 'open' && ownerRole !== evaluator,
  );
  if (theirs.length === 0) return 0;
  await tx`update obligation set owner_role = ${evaluator}, version = version + 1, forecast = null,
      held_back = false, held_back_reason = null, row_version = row_version + 1
    where id = any (${theirs.map(({ id }) => id)}::uuid[])`;
  return theirs.length;
}

async function end(tx: Tx, over: readonly Asked[]): Promise<number> {
  if (over.length === 0) return 0;
  await tx`update obligation set state = 'superseded', row_version = row_version + 1
    where id = any (${over.map(({ id }) => id)}::uuid[])`;
  return over.length;
}
