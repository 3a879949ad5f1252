/** The share of pay tied to payment times (art. 4-bis D.L. 13/2023), sector by sector. */
import { degreeFromUnits } from '../../domain/scoring/degree.js';
import type { PaymentTimes } from '../../domain/scoring/gates.js';
import type { Figure } from '../../domain/scoring/indicator.js';
import type { CivilDate } from '../../domain/time/civil-date.js';
import type { Instant } from '../../domain/time/instant.js';
import type { Tx } from '../in-town.js';

/** What was said of a year's delay of payments. */
export interface KeptPaymentTimes {
  readonly times: PaymentTimes;
  readonly rowVersion: number;
}

interface Row {
  sector: string;
  shareUnits: number;
  targetUnits: number;
  indicatorUnits: number | null;
  verifiedBy: string | null;
  verifiedOn: CivilDate | null;
  rowVersion: number;
}

/** By sector; those that it does not concern are absent. */
export async function paymentTimesOf(
  tx: Tx,
  measurement: string,
): Promise<ReadonlyMap<string, KeptPaymentTimes>> {
  const rows = await tx<Row[]>`
    select sector, share_units, target_units, indicator_units, verified_by, verified_on, row_version
    from payment_times where measurement = ${measurement}`;
  return new Map(rows.map((row) => [row.sector, { times: timesOf(row), rowVersion: row.rowVersion }]));
}

const timesOf = (row: Row): PaymentTimes => ({
  share: degreeFromUnits(row.shareUnits),
  target: row.targetUnits as Figure,
  indicator: row.indicatorUnits === null ? null : (row.indicatorUnits as Figure),
  verified:
    row.verifiedBy === null || row.verifiedOn === null ? null : { by: row.verifiedBy, on: row.verifiedOn },
});

/** The caller holds the measurement. */
export async function keepPaymentTimes(
  tx: Tx,
  place: { readonly measurement: string; readonly sector: string },
  { share, target, indicator, verified }: PaymentTimes,
  { at, by }: { readonly at: Instant; readonly by: string },
): Promise<void> {
  await tx`
    insert into payment_times (measurement, sector, share_units, target_units, indicator_units, verified_by,
      verified_on, recorded_at, recorded_by)
    values (${place.measurement}, ${place.sector}, ${share}, ${target}, ${indicator}, ${verified?.by ?? null},
      ${verified?.on ?? null}, ${at}, ${by})
    on conflict (town, measurement, sector) do update set share_units = excluded.share_units,
      target_units = excluded.target_units, indicator_units = excluded.indicator_units,
      verified_by = excluded.verified_by, verified_on = excluded.verified_on, recorded_at = excluded.recorded_at,
      recorded_by = excluded.recorded_by, row_version = payment_times.row_version + 1`;
}
