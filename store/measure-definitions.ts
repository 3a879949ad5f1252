/** How indicators are measured and phases counted where the plan does not say: set by the Segretario. */
import type { Points } from '../domain/plan/points.js';
import type { Indicator } from '../domain/scoring/indicator.js';
import type { Instant } from '../domain/time/instant.js';
import type { Json } from './connection.js';
import type { Tx } from './in-town.js';

interface Set {
  readonly at: Instant;
  readonly by: string;
}

/** `definition` null: in words alone. */
export async function defineIndicator(
  tx: Tx,
  indicator: string,
  { definition, weight }: { readonly definition: Indicator | null; readonly weight: Points | null },
  { at, by }: Set,
): Promise<void> {
  await tx`
    insert into indicator_definition (indicator, definition, weight_units, set_at, set_by)
    values (${indicator}, ${definition === null ? null : tx.json(definition as unknown as Json)}, ${weight}, ${at}, ${by})
    on conflict (town, indicator) do update set definition = excluded.definition,
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
