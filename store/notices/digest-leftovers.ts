/** What did not go out on its day: given up, and carried into the next digest where DATA never began. */
import type {
  LeftoverLine,
  LeftoverSummaryLine,
  StoredLeftovers,
} from '../../domain/obligations/leftovers.js';
import type { Role } from '../../domain/obligations/obligation.js';
import type { CivilDate } from '../../domain/time/civil-date.js';
import type { Instant } from '../../domain/time/instant.js';
import type { Tx } from '../in-town.js';
import { roleOf } from '../people/roles.js';
import type { DigestKind } from './digests.js';

/** A mail that never reached its server; its lines join the next. */
export interface GivenUp {
  readonly digest: string;
  readonly person: string;
  readonly day: CivilDate;
  readonly kind: DigestKind;
  /** `false`: no server ever took any of it, so its lines join the next digest. */
  readonly dataBegun: boolean;
}

/**
 * Gives up every digest frozen for a day before `day` whose lease (real time) is over at `now`. `at` is town
 * time. With `frozenBefore` (town time) a digest frozen later than that still has its chance.
 */
export async function giveUpBefore(
  tx: Tx,
  day: CivilDate,
  clock: { readonly now: Instant; readonly at: Instant; readonly frozenBefore?: Instant },
): Promise<readonly GivenUp[]> {
  const rows = await tx<GivenUp[]>`
    update digest set state = 'given-up', answered_at = ${clock.at}, lease_until = null
    where state = 'frozen' and day < ${day} and (lease_until is null or lease_until <= ${clock.now})
      ${clock.frozenBefore === undefined ? tx`` : tx`and frozen_at <= ${clock.frozenBefore}`}
    returning id as digest, person, day, kind, address is not null as data_begun`;
  for (const { digest } of rows) {
    await tx`insert into delivery_event (digest, at, kind) values (${digest}, ${clock.at}, 'given-up')`;
  }
  return rows;
}

interface LeftoverRow extends LeftoverSummaryLine {
  notice: string | null;
  rung: LeftoverLine['rung'];
  role: Role['role'];
  sectorName: string | null;
  given: readonly string[];
}

/**
 * What the next round must still tell of daily digests given up before DATA, as far as none did yet: their notices, whose
 * obligation and version still stand, and lines of their weekly summary, of obligations still open.
 */
export async function loadLeftovers(tx: Tx): Promise<StoredLeftovers> {
  const rows = await tx<LeftoverRow[]>`
    select d.id as digest, d.person, l.obligation, l.notice, l.rung, n.recipient_role as role, s.name as sector_name,
      array(select g.person from notice g where g.obligation = n.obligation and g.rung = n.rung
        and g.obligation_version = n.obligation_version and g.recipient_role = n.recipient_role
        and g.recipient_sector is not distinct from n.recipient_sector and g.person is not null) as given
    from digest d
      join digest_line l on l.town = d.town and l.digest = d.id
      join obligation o on o.town = l.town and o.id = l.obligation
      left join notice n on n.town = l.town and n.id = l.notice
      left join sector s on s.town = n.town and s.id = n.recipient_sector
    where d.state = 'given-up' and d.address is null and l.carried_into is null and d.kind = 'daily'
      and o.state = 'open' and (l.notice is null or n.obligation_version = o.version)
    order by d.day, d.id, l.line_no`;
  const lines: LeftoverLine[] = [];
  const summary: LeftoverSummaryLine[] = [];
  for (const { notice, rung, role, sectorName, given, ...of } of rows)
    if (notice === null) summary.push(of);
    else lines.push({ ...of, notice, rung, given, recipient: roleOf(role, sectorName) });
  return { lines, summary };
}

/**
 * What a digest tells of earlier ones: these notices, and the weekly summaries beside them, which are as of their day and
 * not told twice. A notice that it does not tell, as of what was concluded meanwhile, waits on.
 */
export async function markCarried(
  tx: Tx,
  told: readonly { readonly digest: string; readonly notice: string | null }[],
  into: string,
): Promise<void> {
  const digests = [...new Set(told.map(({ digest }) => digest))];
  const notices = told.flatMap(({ notice }) => notice ?? []);
  await tx`update digest_line l set carried_into = ${into}
    from digest d
    where d.town = l.town and d.id = l.digest and d.id = any (${digests}::uuid[])
      and d.state = 'given-up' and d.address is null
      and (l.notice is null or l.notice = any (${notices}::uuid[]))`;
}
