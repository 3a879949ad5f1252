/** Which snapshot of a Relazione was validated, and the packages made from it. */
import type { ValidationOutcome } from '../../domain/cycle/closing-duties.js';
import type { CivilDate } from '../../domain/time/civil-date.js';
import type { Instant } from '../../domain/time/instant.js';
import type { Tx } from '../in-town.js';

/** The validation that lets a year be published. */
export interface Validated {
  /** Id. */
  readonly snapshot: string;
  readonly outcome: Exclude<ValidationOutcome, 'not-validated'>;
  readonly on: CivilDate;
}

/** The latest snapshot of the year that a standing outcome of the evaluators approves; `null`: none. */
export async function validatedSnapshot(tx: Tx, cycle: string): Promise<Validated | null> {
  const [row] = await tx<Validated[]>`
    select s.id as snapshot, f.outcome, f.happened_on as on
    from closing_fact f
      join closing_duty d on d.town = f.town and d.obligation = f.obligation and d.step = 'validation'
      join relazione_snapshot s on s.town = f.town and s.id = f.snapshot
    where s.cycle = ${cycle} and f.kind = 'done' and f.withdrawn_at is null
      and f.outcome in ('validated', 'with-observations')
    order by s.number desc, f.seq desc limit 1`;
  return row ?? null;
}

/** A file of a package, without its bytes. */
export interface PackagedFile {
  readonly name: string;
  readonly bytes: number;
  /** Hex. */
  readonly sha256: string;
}

/** A package that was made; it never changes. */
export interface KeptPackage {
  /** From 1 in the year. */
  readonly number: number;
  /** Id and number of the snapshot. */
  readonly snapshot: string;
  readonly snapshotNumber: number;
  readonly publishesTotals: boolean;
  readonly files: readonly PackagedFile[];
  readonly zipSha256: string;
  /** Town time. */
  readonly madeAt: Instant;
  readonly madeBy: string | null;
}

/** Of a year, latest first. */
export const listPackages = async (tx: Tx, cycle: string): Promise<readonly KeptPackage[]> =>
  tx<KeptPackage[]>`
    select k.number, k.snapshot, s.number as snapshot_number, k.publishes_totals, k.files, k.zip_sha256, k.made_at,
      p.name as made_by
    from publication_package k
      join relazione_snapshot s on s.town = k.town and s.id = k.snapshot
      left join person p on p.town = k.town and p.id = k.made_by
    where k.cycle = ${cycle} order by k.number desc`;

/** The ZIP as it was made; `null`: there is no such package. */
export async function packageZip(
  tx: Tx,
  cycle: string,
  number: number,
): Promise<Uint8Array<ArrayBuffer> | null> {
  const [row] = await tx<{ zip: Buffer }[]>`
    select zip from publication_package where cycle = ${cycle} and number = ${number}`;
  return row === undefined ? null : new Uint8Array(row.zip);
}

/** A package on its way in. */
export interface NewPackage
  extends Pick<KeptPackage, 'snapshot' | 'publishesTotals' | 'files' | 'zipSha256'> {
  readonly cycle: string;
  readonly zip: Uint8Array;
  readonly at: Instant;
  readonly by: string;
}

/** Returns its number. The caller holds the cycle, so that no two take the same. */
export async function addPackage(tx: Tx, made: NewPackage): Promise<number> {
  const [row] = await tx<{ number: number }[]>`
    insert into publication_package (cycle, number, snapshot, publishes_totals, files, zip_sha256, zip, made_at, made_by)
    values (${made.cycle},
      (select coalesce(max(k.number), 0) + 1 from publication_package k where k.cycle = ${made.cycle}),
      ${made.snapshot}, ${made.publishesTotals}, ${tx.json(made.files.map((one) => ({ ...one })))},
      ${made.zipSha256}, ${Buffer.from(made.zip)}, ${made.at}, ${made.by})
    returning number`;
  if (row === undefined) throw new Error('the package was not written');
  return row.number;
}
