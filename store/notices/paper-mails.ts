/** Mails to people without a mailbox, which the Segretario hands over on paper; recorded once, in their words. */
import type { Role } from '../../domain/obligations/obligation.js';
import type { CivilDate } from '../../domain/time/civil-date.js';
import type { Instant } from '../../domain/time/instant.js';
import type { Tx } from '../in-town.js';
import {
  type ObligationRecord,
  type ObligationRow,
  recordOf,
  selectObligations,
} from '../obligations/obligation-rows.js';

/** A mail to be handed over, or that was. */
export interface PaperMail {
  readonly digest: string;
  readonly day: CivilDate;
  readonly person: string;
  readonly personName: string;
  readonly roles: readonly Role[];
  /** Of the content with placeholders. */
  readonly contentHash: string;
  /** What its lines speak of, as it stands now, in the order of the mail. */
  readonly obligations: readonly ObligationRecord[];
  /** `null`: nobody recorded that it was handed over. */
  readonly handedOver: { readonly on: CivilDate; readonly by: string; readonly recordedAt: Instant } | null;
}

interface PaperRow extends Omit<PaperMail, 'obligations' | 'handedOver'> {
  ids: string[];
  handedOn: CivilDate | null;
  handedBy: string | null;
  recordedAt: Instant | null;
}

/** `digests`: those alone. `open`: not handed over yet. `atMost`: the latest; oldest first. */
export async function paperMails(
  tx: Tx,
  {
    digests,
    open = false,
    atMost = 200,
  }: { readonly digests?: readonly string[]; readonly open?: boolean; readonly atMost?: number },
): Promise<readonly PaperMail[]> {
  const rows = await tx<PaperRow[]>`
    select * from (
      select d.id as digest, d.day, d.person, p.name as person_name, d.roles, d.content_hash,
        array(select l.obligation from digest_line l where l.town = d.town and l.digest = d.id
          order by l.line_no) as ids,
        h.handed_on, h.handed_by, h.recorded_at
      from digest d join person p on p.town = d.town and p.id = d.person
        left join paper_hand_over h on h.town = d.town and h.digest = d.id
      where d.state = 'refused' and d.address is null and d.kind = 'daily'
        ${digests === undefined ? tx`` : tx`and d.id = any (${[...digests]}::uuid[])`}
        ${open ? tx`and h.digest is null` : tx``}
      order by d.day desc, p.name, d.id limit ${atMost}) latest
    order by day, person_name, digest`;
  const ids = rows.flatMap((row) => row.ids);
  const known =
    ids.length === 0
      ? []
      : await tx<ObligationRow[]>`
    ${selectObligations(tx)} where o.id = any (${ids}::uuid[])`;
  const byId = new Map(known.map((row) => [row.id, recordOf(row)]));
  return rows.map(({ ids: lines, handedOn, handedBy, recordedAt, ...rest }) => ({
    ...rest,
    obligations: [...new Set(lines)].flatMap((id) => byId.get(id) ?? []),
    handedOver:
      handedOn === null || recordedAt === null ? null : { on: handedOn, by: handedBy ?? '', recordedAt },
  }));
}

/** `false` when it was recorded already. Times are town time. */
export async function recordPaperHandOver(
  tx: Tx,
  digest: string,
  handed: { readonly on: CivilDate; readonly by: string; readonly at: Instant; readonly recordedBy: string },
): Promise<boolean> {
  const made = await tx`
    insert into paper_hand_over (digest, handed_on, handed_by, recorded_at, recorded_by)
    values (${digest}, ${handed.on}, ${handed.by}, ${handed.at}, ${handed.recordedBy})
    on conflict (town, digest) do nothing`;
  return made.count === 1;
}
