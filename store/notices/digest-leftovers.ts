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

/** What the next round must still tell of earlier ones. */
export async function loadLeftovers(tx: Tx): Promise<StoredLeftovers> {
  const [lines, summary] = await Promise.all([leftoverLines(tx), leftoverSummary(tx)]);
  return { lines, summary };
}

/** Notices of daily digests given up before DATA that are not carried yet; those whose obligation and version still stand. */
export async function leftoverLines(tx: Tx): Promise<readonly LeftoverLine[]> {
  const rows = await tx<
    (Omit<LeftoverLine, 'recipient'> & { role: Role['role']; sectorName: string | null })[]
  >`
    select d.id as digest, d.person, l.obligation, l.notice, l.rung, n.recipient_role as role, s.name as sector_name,
      array(select g.person from notice g where g.obligation = n.obligation and g.rung = n.rung
        and g.obligation_version = n.obligation_version and g.recipient_role = n.recipient_role
        and g.recipient_sector is not distinct from n.recipient_sector and g.person is not null) as given
    from digest d
      join digest_line l on l.town = d.town and l.digest = d.id
      join notice n on n.town = l.town and n.id = l.notice
      join obligation o on o.town = l.town and o.id = l.obligation
      left join sector s on s.town = n.town and s.id = n.recipient_sector
    where d.state = 'given-up' and d.address is null and l.carried_into is null and d.kind = 'daily'
      and o.state = 'open' and n.obligation_version = o.version
    order by d.day, d.id, l.line_no`;
  return rows.map(({ role, sectorName, ...rest }) => ({ ...rest, recipient: roleOf(role, sectorName) }));
}

/** Lines of a weekly summary in such digests, of obligations still open. */
export const leftoverSummary = async (tx: Tx): Promise<readonly LeftoverSummaryLine[]> =>
  tx<LeftoverSummaryLine[]>`
    select d.id as digest, d.person, l.obligation
    from digest d
      join digest_line l on l.town = d.town and l.digest = d.id
      join obligation o on o.town = l.town and o.id = l.obligation
    where d.state = 'given-up' and d.address is null and l.carried_into is null and d.kind = 'daily'
      and l.notice is null and o.state = 'open'
    order by d.day, d.id, l.line_no`;

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
