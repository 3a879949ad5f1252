/** Frozen and sent mails as pages show them. */
import type { Role } from '../../domain/obligations/obligation.js';
import type { CivilDate } from '../../domain/time/civil-date.js';
import type { Instant } from '../../domain/time/instant.js';
import type { Json } from '../connection.js';
import type { Tx } from '../in-town.js';
import { type DigestFate, digestFate } from './digest-fate.js';
import type { DigestKind } from './digests.js';

/** A mail of a list, without its words. */
export interface DigestSummary {
  readonly id: string;
  readonly day: CivilDate;
  readonly kind: DigestKind;
  readonly person: string;
  readonly personName: string;
  readonly roles: readonly Role[];
  readonly subject: string;
  readonly state: DigestFate;
  readonly attempts: number;
  /** Town time, both. */
  readonly frozenAt: Instant;
  readonly answeredAt: Instant | null;
  /** What the mail server said last. */
  readonly response: string | null;
  readonly lines: number;
}

/** A mail with its words and everything about its way. */
export interface DigestDetail extends DigestSummary {
  readonly text: string;
  readonly html: string;
  readonly contentHash: string;
  readonly messageId: string;
  readonly links: Json;
}

/** What is absent does not restrict. */
export interface DigestFilter {
  readonly from?: CivilDate;
  readonly until?: CivilDate;
  readonly person?: string;
  readonly state?: DigestFate;
  readonly search?: string;
  readonly atMost?: number;
}

/** Latest day first. */
export const listDigests = async (tx: Tx, filter: DigestFilter = {}): Promise<readonly DigestSummary[]> =>
  tx<DigestSummary[]>`
    select ${summary(tx)} from digest d join person p on p.town = d.town and p.id = d.person
    where true
      ${filter.from === undefined ? tx`` : tx`and d.day >= ${filter.from}`}
      ${filter.until === undefined ? tx`` : tx`and d.day <= ${filter.until}`}
      ${filter.person === undefined ? tx`` : tx`and d.person = ${filter.person}`}
      ${filter.state === undefined ? tx`` : tx`and ${digestFate(tx)} = ${filter.state}`}
      ${
        filter.search
          ? tx`and position(lower(${filter.search}) in lower(concat_ws(' ', p.name, d.subject, d.text))) > 0`
          : tx``
      }
    order by d.day desc, d.kind, p.name, d.id limit ${filter.atMost ?? 500}`;

/** `null` when the town has none with that id. */
export async function findDigest(tx: Tx, id: string): Promise<DigestDetail | null> {
  const [row] = await tx<DigestDetail[]>`
    select ${summary(tx)}, d.text, d.html, d.content_hash, d.message_id, d.links
    from digest d join person p on p.town = d.town and p.id = d.person where d.id = ${id}`;
  return row ?? null;
}

const summary = (tx: Tx) => tx`
  d.id, d.day, d.kind, d.person, p.name as person_name, d.roles, d.subject, ${digestFate(tx)} as state,
  d.attempts, d.frozen_at,
  d.answered_at, d.response,
  (select count(*) from digest_line l where l.town = d.town and l.digest = d.id) as lines`;
