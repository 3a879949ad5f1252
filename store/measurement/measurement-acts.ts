/** Dated acts of an evaluation: that they exist and when, never what they score. */
import type { CivilDate } from '../../domain/time/civil-date.js';
import type { Instant } from '../../domain/time/instant.js';
import type { Tx } from '../in-town.js';

/** Minutes with the proposal, remarks of the person evaluated, the Sindaco's decree, the payment determination. */
export const ACT_KINDS = ['minutes', 'remarks', 'decree', 'payment'] as const;
/** One of {@link ACT_KINDS}. */
export type ActKind = (typeof ACT_KINDS)[number];

/** An act to be recorded. */
export interface NewMeasurementAct {
  readonly kind: ActKind;
  /** `null`: of all sectors. */
  readonly sector: string | null;
  readonly onDay: CivilDate;
  /** As the act has it; empty where there is none. */
  readonly number: string;
  readonly note: string;
}

/** An act on record; one that was taken back stays, marked. */
export interface MeasurementAct extends NewMeasurementAct {
  readonly id: string;
  readonly sectorName: string | null;
  /** Town time. */
  readonly recordedAt: Instant;
  readonly recordedBy: string | null;
  /** Entered by mistake: why; `null`: it stands. */
  readonly withdrawnReason: string | null;
}

/** By day, then as recorded; those withdrawn too. */
export const measurementActs = async (tx: Tx, measurement: string): Promise<readonly MeasurementAct[]> =>
  tx<MeasurementAct[]>`
    select a.id, a.kind, a.sector, s.name as sector_name, a.on_day, a.number, a.note, a.recorded_at,
      p.name as recorded_by, a.withdrawn_reason
    from measurement_act a
      left join sector s on s.town = a.town and s.id = a.sector
      left join person p on p.town = a.town and p.id = a.recorded_by
    where a.measurement = ${measurement} order by a.on_day, a.seq`;

/** Returns its id. */
export async function recordMeasurementAct(
  tx: Tx,
  measurement: string,
  { kind, sector, onDay, number, note }: NewMeasurementAct,
  { at, by }: { readonly at: Instant; readonly by: string },
): Promise<string> {
  const [row] = await tx<{ id: string }[]>`
    insert into measurement_act (measurement, kind, sector, on_day, number, note, recorded_at, recorded_by)
    values (${measurement}, ${kind}, ${sector}, ${onDay}, ${number}, ${note}, ${at}, ${by}) returning id`;
  if (row === undefined) throw new Error('the act was not inserted');
  return row.id;
}

/** `false`: it is not this measurement's, or was withdrawn already. */
export async function withdrawMeasurementAct(
  tx: Tx,
  { measurement, act }: { readonly measurement: string; readonly act: string },
  { reason, at, by }: { readonly reason: string; readonly at: Instant; readonly by: string },
): Promise<boolean> {
  const done = await tx`update measurement_act
    set withdrawn_at = ${at}, withdrawn_by = ${by}, withdrawn_reason = ${reason}
    where id = ${act} and measurement = ${measurement} and withdrawn_at is null`;
  return done.count === 1;
}

/** The day on which the outcome of a year's validation was recorded as done; `null`: not yet. */
export async function validatedOn(tx: Tx, cycle: string): Promise<CivilDate | null> {
  const [row] = await tx<{ day: CivilDate | null }[]>`
    select min(done_on) as day from obligation where cycle = ${cycle} and kind = 'validation' and state = 'done'`;
  return row?.day ?? null;
}
