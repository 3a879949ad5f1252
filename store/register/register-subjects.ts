/** Under which chain of the register an obligation stands, and by which plan and act it is owed. */
import type { Role } from '../../domain/obligations/obligation.js';
import type { CivilDate } from '../../domain/time/civil-date.js';
import type { Tx } from '../in-town.js';
import { roleOf } from '../people/roles.js';
import type { RegisterSubject } from './register.js';

/** An obligation as the register names it. */
export interface RegisteredObligation {
  readonly id: string;
  readonly subject: RegisterSubject;
  readonly version: number;
  /** As deliberated; `null` for an external term. */
  readonly due: CivilDate | null;
  readonly planVersion: string | null;
  readonly act: string | null;
}

interface Row extends Omit<RegisteredObligation, 'subject'> {
  readonly cycle: string;
  readonly objective: string | null;
  readonly sector: string | null;
}

/** By id. The chain is the objective's, else the sector's, else the cycle's. */
export async function registeredObligations(
  tx: Tx,
  ids: readonly string[],
): Promise<ReadonlyMap<string, RegisteredObligation>> {
  const rows = await tx<Row[]>`
    select o.id, o.cycle, o.objective, o.sector, o.version, o.due, ob.plan_version, v.act
    from obligation o
      left join objective ob on ob.town = o.town and ob.id = o.objective
      left join plan_version v on v.town = ob.town and v.id = ob.plan_version
    where o.id = any (${[...ids]}::uuid[])`;
  return new Map(
    rows.map(({ cycle, objective, sector, ...rest }) => [
      rest.id,
      { ...rest, subject: subjectOf({ cycle, objective, sector }) },
    ]),
  );
}

function subjectOf({
  cycle,
  objective,
  sector,
}: Pick<Row, 'cycle' | 'objective' | 'sector'>): RegisterSubject {
  if (objective !== null) return { kind: 'objective', id: objective };
  return sector === null ? { kind: 'cycle', id: cycle } : { kind: 'sector', id: sector };
}

/** A notice of a mail, for the entry about that mail. */
export interface DigestNotice {
  readonly digest: string;
  readonly notice: string;
  readonly obligation: string;
  readonly recipient: Role;
}

/** A mail as its delivery enters the register. */
export interface FrozenContent {
  readonly contentHash: string;
  readonly messageId: string;
  readonly roles: readonly Role[];
}

/** The notices that these digests tell, in the order of the mails. */
export async function noticesInDigests(tx: Tx, digests: readonly string[]): Promise<readonly DigestNotice[]> {
  const rows = await tx<
    (Omit<DigestNotice, 'recipient'> & { role: Role['role']; sectorName: string | null })[]
  >`
    select l.digest, l.notice, l.obligation, n.recipient_role as role, s.name as sector_name
    from digest_line l
      join notice n on n.town = l.town and n.id = l.notice
      left join sector s on s.town = n.town and s.id = n.recipient_sector
    where l.digest = any (${[...digests]}::uuid[]) order by l.digest, l.line_no`;
  return rows.map(({ role, sectorName, ...rest }) => ({ ...rest, recipient: roleOf(role, sectorName) }));
}

/** A chain in which notices of a mail stand. */
export interface ChainOfMail {
  readonly subject: RegisterSubject;
  readonly notices: readonly string[];
}

/** A mail as its delivery enters the register, with the chains it enters: none, where it tells no notice. */
export interface RegisteredMail extends FrozenContent {
  /** In the order of the mail. */
  readonly chains: readonly ChainOfMail[];
}

/** By id. */
export async function registeredMails(
  tx: Tx,
  digests: readonly string[],
): Promise<ReadonlyMap<string, RegisteredMail>> {
  const rows = await tx<
    (FrozenContent &
      Pick<Row, 'objective' | 'sector'> & { id: string; notice: string | null; cycle: string | null })[]
  >`
    select d.id, d.content_hash, d.message_id, d.roles, l.notice, o.cycle, o.objective, o.sector
    from digest d
      left join digest_line l on l.town = d.town and l.digest = d.id and l.notice is not null
      left join obligation o on o.town = l.town and o.id = l.obligation
    where d.id = any (${[...digests]}::uuid[]) order by d.id, l.line_no`;
  const mails = new Map<
    string,
    FrozenContent & { chains: Map<string, ChainOfMail & { notices: string[] }> }
  >();
  for (const { id, notice, cycle, objective, sector, ...content } of rows) {
    const mail = mails.get(id) ?? { ...content, chains: new Map() };
    mails.set(id, mail);
    if (notice === null || cycle === null) continue;
    const subject = subjectOf({ cycle, objective, sector });
    const chain = mail.chains.get(subject.id) ?? { subject, notices: [] };
    chain.notices.push(notice);
    mail.chains.set(subject.id, chain);
  }
  return new Map([...mails].map(([id, mail]) => [id, { ...mail, chains: [...mail.chains.values()] }]));
}

/** The chains that the notices of one mail stand in. */
export const chainsOfMail = async (tx: Tx, digest: string): Promise<readonly ChainOfMail[]> =>
  (await registeredMails(tx, [digest])).get(digest)?.chains ?? [];
