/**
 * The town's keys for the links of its mails. A mail is signed with the newest key that was there when it
 * was frozen, so that handing it over again makes the same bytes; a key is renewed after 90 days. Keys are
 * read nowhere else and never logged.
 */
import { randomBytes } from 'node:crypto';
import type { Instant } from '../../domain/time/instant.js';
import type { Tx } from '../in-town.js';

/** Secret: it signs every link of the mails frozen while it was the newest. */
export interface LinkKey {
  readonly id: number;
  readonly key: Uint8Array;
}

const RENEWED_AFTER_MS = 90 * 86_400_000;

/** The key for a mail frozen at `frozenAt` (town time); made when there is none, or only an old or revoked one. */
export async function linkKeyAt(tx: Tx, frozenAt: Instant): Promise<LinkKey> {
  const newest = tx`select id, key, revoked_at is null and made_at > ${(frozenAt - RENEWED_AFTER_MS) as Instant} as fit
    from link_key where made_at <= ${frozenAt} order by made_at desc, id desc limit 1`;
  for (;;) {
    const [key] = await tx<(LinkKey & { fit: boolean })[]>`${newest}`;
    if (key?.fit === true) return key;
    // Another sender may have made it since, or be making it: one statement sees the one, its conflict the other.
    await tx`insert into link_key (id, key, made_at)
      select coalesce(max(id), 0) + 1, ${randomBytes(32)}, ${frozenAt} from link_key
      having not exists (select 1 from (${newest}) as found where fit)
      on conflict (town, id) do nothing`;
  }
}

/** `null` when there is none with that id, or it was revoked. */
export async function findLinkKey(tx: Tx, id: number): Promise<LinkKey | null> {
  const [key] = await tx<LinkKey[]>`select id, key from link_key where id = ${id} and revoked_at is null`;
  return key ?? null;
}

/** Links sent so far open nothing any more. `at` is town time. Returns how many keys that were. */
export async function revokeLinkKeys(tx: Tx, at: Instant): Promise<number> {
  return (await tx`update link_key set revoked_at = ${at} where revoked_at is null`).count;
}
