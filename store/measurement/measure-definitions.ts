/** How indicators are measured and phases counted where the plan does not say: set by the Segretario. */
import type { Points } from '../../domain/plan/points.js';
import type { Measure } from '../../domain/scoring/measure-completion.js';
import type { CivilDate } from '../../domain/time/civil-date.js';
import type { Instant } from '../../domain/time/instant.js';
import type { Json } from '../connection.js';
import type { Tx } from '../in-town.js';
import type { ActCited, Organ } from '../plan/acts.js';

interface Set {
  readonly at: Instant;
  readonly by: string;
}

const jsonOr = (tx: Tx, value: unknown) => (value === null ? null : tx.json(value as Json));

/** `definition` null: in words alone; `rule` null: the town's. */
export async function defineIndicator(
  tx: Tx,
  indicator: string,
  { definition, rule, weight }: Measure,
  { at, by }: Set,
): Promise<void> {
  await tx`
    insert into indicator_definition (indicator, definition, rule, weight_units, set_at, set_by)
    values (${indicator}, ${jsonOr(tx, definition)}, ${jsonOr(tx, rule)}, ${weight}, ${at}, ${by})
    on conflict (town, indicator) do update set definition = excluded.definition, rule = excluded.rule,
      weight_units = excluded.weight_units, set_at = excluded.set_at, set_by = excluded.set_by,
      row_version = indicator_definition.row_version + 1`;
}

/** Of a phase of which the plan gives no weight. */
export async function weighMilestone(
  tx: Tx,
  milestone: string,
  weight: Points | null,
  { at, by }: Set,
): Promise<void> {
  await tx`
    insert into milestone_weight (milestone, weight_units, set_at, set_by)
    values (${milestone}, ${weight}, ${at}, ${by})
    on conflict (town, milestone) do update set weight_units = excluded.weight_units, set_at = excluded.set_at,
      set_by = excluded.set_by, row_version = milestone_weight.row_version + 1`;
}

/** A part that was set before, and is set otherwise. */
export interface ChangedPart {
  /** Of an indicator or a milestone. */
  readonly part: string;
  /** As the plan prints it. */
  readonly text: string;
  readonly before: Json;
  readonly after: Json;
}

/** Ids of the objective and of the act; `act` null: a correction. */
export async function recordMeasureChange(
  tx: Tx,
  change: {
    readonly cycle: string;
    readonly objective: string;
    readonly act: string | null;
    readonly reason: string;
    readonly parts: readonly ChangedPart[];
  },
  { at, by }: Set,
): Promise<void> {
  const { cycle, objective, act, reason, parts } = change;
  await tx`
    insert into measure_change (cycle, objective, act, reason, changes, recorded_at, recorded_by)
    values (${cycle}, ${objective}, ${act}, ${reason}, ${tx.json(parts as unknown as Json)}, ${at}, ${by})`;
}

/** What was set of one objective, when and by whom. */
export interface MeasureChange {
  readonly objective: { readonly id: string; readonly number: string | null; readonly title: string };
  /** `null`: a correction. */
  readonly act: ActCited | null;
  readonly reason: string;
  readonly parts: readonly ChangedPart[];
  /** Town time. */
  readonly recordedAt: Instant;
  readonly recordedBy: string | null;
}

interface ChangeRow {
  id: string;
  number: string | null;
  title: string;
  organ: Organ | null;
  actNumber: string | null;
  actDate: CivilDate | null;
  reason: string;
  changes: readonly ChangedPart[];
  recordedAt: Instant;
  recordedBy: string | null;
}

/** Of a year, oldest first. */
export async function listMeasureChanges(tx: Tx, cycle: string): Promise<readonly MeasureChange[]> {
  const rows = await tx<ChangeRow[]>`
    select o.id, o.number, o.title, a.organ, a.number as act_number, a.adopted_on as act_date, c.reason, c.changes,
      c.recorded_at, p.name as recorded_by
    from measure_change c join objective o on o.town = c.town and o.id = c.objective
      left join act a on a.town = c.town and a.id = c.act
      left join person p on p.town = c.town and p.id = c.recorded_by
    where c.cycle = ${cycle} order by c.recorded_at, c.id`;
  return rows.map(({ id, number, title, organ, actNumber, actDate, changes, ...row }) => ({
    ...row,
    objective: { id, number, title },
    act: organ === null || actNumber === null || actDate === null ? null : { organ, actNumber, actDate },
    parts: changes,
  }));
}
