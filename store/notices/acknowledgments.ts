/** *Ho preso visione*: written once for each notice and person, withdrawn never (docs/adr/0071). */
import type { Rung } from '../../domain/obligations/ladder.js';
import type { CivilDate } from '../../domain/time/civil-date.js';
import type { Instant } from '../../domain/time/instant.js';
import type { Tx } from '../in-town.js';
import type { AuditChannel } from '../register/audit.js';

/** That somebody read a notice, by their own word. */
export interface Acknowledgment {
  /** Town time. */
  readonly at: Instant;
  readonly channel: AuditChannel;
  /** Who said it was them, at a mailbox that several read. */
  readonly declaredName: string | null;
}

/** One to be written; of a notice and person that have one already nothing is. */
export interface NewAcknowledgment extends Acknowledgment {
  readonly notice: string;
  readonly person: string;
  /** The mail whose link was used; `null` otherwise. */
  readonly digest: string | null;
}

/** `false`: this person had acknowledged this notice already. */
export async function insertAcknowledgment(tx: Tx, given: NewAcknowledgment): Promise<boolean> {
  const { notice, person, at, channel, digest, declaredName } = given;
  const inserted = await tx`
    insert into notice_acknowledgment (notice, person, at, channel, digest, declared_name)
    values (${notice}, ${person}, ${at}, ${channel}, ${digest}, ${declaredName})
    on conflict (town, notice, person) do nothing`;
  return inserted.count === 1;
}

/** A notice as the person whom it told sees it. */
export interface NoticeToPerson {
  readonly id: string;
  readonly rung: Rung;
  readonly day: CivilDate;
  /** By this person; `null`: not acknowledged. */
  readonly acknowledged: Acknowledgment | null;
}

/**
 * The notice about an obligation that this mail told a person; without a mail the latest one addressed to them, or told
 * them in the place of a mail that did not leave. `null`: there is none, as in a mail that only sums up.
 */
export async function noticeTold(
  tx: Tx,
  {
    person,
    obligation,
    digest,
  }: { readonly person: string; readonly obligation: string; readonly digest: string | null },
): Promise<NoticeToPerson | null> {
  const [row] = await tx<
    (Omit<NoticeToPerson, 'acknowledged'> & {
      at: Instant | null;
      channel: AuditChannel;
      declaredName: string | null;
    })[]
  >`
    with told as (select l.notice, bool_or(l.digest = ${digest}::uuid) as here
      from digest d join digest_line l on l.town = d.town and l.digest = d.id
      where d.person = ${person} and l.obligation = ${obligation} and l.notice is not null group by l.notice)
    select n.id, n.rung, n.day, a.at, a.channel, a.declared_name
    from notice n left join told t on t.notice = n.id
      left join notice_acknowledgment a on a.town = n.town and a.notice = n.id and a.person = ${person}
    where n.obligation = ${obligation} and (n.person = ${person} or t.notice is not null)
      and (${digest}::uuid is null or t.here)
    order by n.day desc, t.notice is null, n.id limit 1`;
  if (row === undefined) return null;
  const { at, channel, declaredName, ...notice } = row;
  return { ...notice, acknowledged: at === null ? null : { at, channel, declaredName } };
}

/** Who acknowledged which notice. */
export interface AcknowledgedNotice extends Acknowledgment {
  readonly notice: string;
  readonly obligation: string;
  readonly rung: Rung;
  /** Of the notice. */
  readonly day: CivilDate;
  readonly person: string;
  readonly personName: string;
}

/** About these obligations, oldest first. */
export const acknowledgmentsAbout = async (
  tx: Tx,
  obligations: readonly string[],
): Promise<readonly AcknowledgedNotice[]> =>
  tx<AcknowledgedNotice[]>`
    select n.id as notice, n.obligation, n.rung, n.day, a.person, p.name as person_name, a.at, a.channel,
      a.declared_name
    from notice n join notice_acknowledgment a on a.town = n.town and a.notice = n.id
      join person p on p.town = a.town and p.id = a.person
    where n.obligation = any (${[...obligations]}::uuid[]) order by a.at, n.day, n.id, p.name`;
