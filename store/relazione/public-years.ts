/** What the public page of a town can tell of each year: its plan, and its latest package from a validated snapshot. */
import type { CivilDate } from '../../domain/time/civil-date.js';
import type { Instant } from '../../domain/time/instant.js';
import type { Tx } from '../in-town.js';
import type { KeptPackage } from './publication.js';

/** A year that the public page shows. */
export interface PublicYear {
  /** Id. */
  readonly cycle: string;
  readonly year: number;
  readonly approvedOn: CivilDate;
  /** `null`: none whose snapshot stands validated, and only the plan is told. */
  readonly package: Pick<KeptPackage, 'number' | 'zipSha256' | 'files' | 'madeAt'> | null;
  /** When the first such package was made; `null`: none was. */
  readonly firstMadeAt: Instant | null;
}

/** Years whose plan is approved by that day, latest first. */
export async function publicYears(tx: Tx, today: CivilDate): Promise<readonly PublicYear[]> {
  type Row = Omit<PublicYear, 'package'> & {
    [Key in keyof NonNullable<PublicYear['package']>]: NonNullable<PublicYear['package']>[Key] | null;
  };
  const rows = await tx<Row[]>`
    with valid as (
      select k.town, k.cycle, k.number from publication_package k
      where exists (select 1 from closing_fact f
          join closing_duty d on d.town = f.town and d.obligation = f.obligation and d.step = 'validation'
        where f.town = k.town and f.snapshot = k.snapshot and f.kind = 'done' and f.withdrawn_at is null
          and f.outcome in ('validated', 'with-observations')
          -- Of a validation that was recorded again the package says nothing: a new one is made.
          and f.recorded_at <= k.made_at))
    select c.id as cycle, c.year, c.approved_on, k.number, k.zip_sha256, k.files, k.made_at,
      (select min(e.made_at) from valid v
          join publication_package e on e.town = v.town and e.cycle = v.cycle and e.number = v.number
        where v.cycle = c.id) as first_made_at
    from cycle c
      left join publication_package k on k.town = c.town and k.cycle = c.id
        and k.number = (select max(v.number) from valid v where v.cycle = c.id)
    where c.approved_on <= ${today} order by c.year desc`;
  return rows.map(({ number, zipSha256, files, madeAt, ...row }) => ({
    ...row,
    package:
      number === null || zipSha256 === null || files === null || madeAt === null
        ? null
        : { number, zipSha256, files, madeAt },
  }));
}

/** Changes whenever the plan of the year does: a version, a term's day, a waiver, a figure of how it is measured. */
export async function planMark(tx: Tx, cycle: string, today: CivilDate): Promise<string> {
  const [row] = await tx<{ mark: string }[]>`
    select concat_ws(' ',
      (select max(v.number) from plan_version v where v.cycle = ${cycle} and v.effective_from <= ${today}),
      (select max(v.number) from plan_version v where v.cycle = ${cycle}),
      (select md5(coalesce(string_agg(m.id::text || m.reason, '' order by m.id), '')) from measure_change m
        where m.cycle = ${cycle}),
      count(*), sum(o.version), count(*) filter (where o.state in ('waived', 'superseded'))) as mark
    from obligation o where o.cycle = ${cycle} and o.kind = 'milestone'`;
  return row?.mark ?? '';
}
