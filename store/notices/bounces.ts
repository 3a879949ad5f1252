/** Mails that a server took and that came back, or are late: recorded once each. */
import type { Role } from '../../domain/obligations/obligation.js';
import type { CivilDate } from '../../domain/time/civil-date.js';
import type { Instant } from '../../domain/time/instant.js';
import type { Tx } from '../in-town.js';
import type { DigestKind } from './digests.js';

/** The mail that a report is about. */
export interface ReturnedDigest {
  readonly id: string;
  readonly person: string;
  readonly day: CivilDate;
  readonly kind: DigestKind;
  readonly roles: readonly Role[];
  readonly messageId: string;
  /** Where it was handed over to; `null`: no server ever had it. Empty once the person was erased. */
  readonly address: string | null;
  /** Town time. */
  readonly frozenAt: Instant;
  readonly bounced: boolean;
}

/** Holds the mail until the transaction ends; `null` when the town has none with that id. */
export async function holdReturned(tx: Tx, digest: string): Promise<ReturnedDigest | null> {
  const [row] = await tx<ReturnedDigest[]>`
    select id, person, day, kind, roles, message_id, address, frozen_at, bounced_at is not null as bounced
    from digest where id = ${digest} for no key update`;
  return row ?? null;
}

/** What a report said. `at` is town time. */
export interface ReportedFate {
  readonly digest: string;
  readonly at: Instant;
  readonly code: number | null;
  /** Kept for 21 days, as all that servers say. */
  readonly response: string;
}

/** It came back. Once a mail: `false` when that is known. */
export async function recordBounce(tx: Tx, { digest, at, code, response }: ReportedFate): Promise<boolean> {
  const made = await tx`update digest set bounced_at = ${at} where id = ${digest} and bounced_at is null`;
  if (made.count === 0) return false;
  await tx`insert into delivery_event (digest, at, kind, code, response)
    values (${digest}, ${at}, 'bounced', ${code}, ${response})`;
  return true;
}

/** A server on the way still tries. Once a mail: `false` when that is known, or it came back since. */
export async function recordDelay(tx: Tx, { digest, at, code, response }: ReportedFate): Promise<boolean> {
  const made = await tx`insert into delivery_event (digest, at, kind, code, response)
    select ${digest}, ${at}, 'delayed', ${code}, ${response}
    where not exists (select 1 from digest where id = ${digest} and bounced_at is not null)
    on conflict do nothing`;
  return made.count > 0;
}

/** What is known about a mail after its server took it. */
export interface LaterNews {
  readonly kind: 'delayed' | 'bounced';
  /** Town time. */
  readonly at: Instant;
  readonly code: number | null;
  /** Empty after 21 days. */
  readonly response: string;
}

/** Oldest first. */
export const laterNewsOf = async (tx: Tx, digest: string): Promise<readonly LaterNews[]> =>
  tx<LaterNews[]>`select kind, at, code, response from delivery_event
    where digest = ${digest} and kind in ('delayed', 'bounced') order by at, id`;
