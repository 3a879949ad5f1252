/**
 * Erasure of a person's words: what they wrote, and what others wrote in another role about what they owed
 * while they owed it. The register keeps the hashes, so that its chains hold; the program can erase, and
 * nothing else, through functions of `000014_register_seals.sql`.
 */

import type { Instant } from '../domain/time/instant.js';
import { instantText } from './connection.js';
import type { Tx } from './in-town.js';
import { forgetStops } from './mailboxes.js';

export interface Erasure {
  readonly texts: number;
  readonly mails: number;
}

interface Committed {
  readonly hash: string;
  readonly text: string;
}

/** Erases the words wherever they stand: register, obligations, answers, history, mails. `at` is town time. */
export async function eraseWords(
  tx: Tx,
  person: string,
  { at, zone }: { at: Instant; zone: string },
): Promise<Erasure> {
  const committed = await wordsOf(tx, person, zone);
  const words = [...new Set(committed.map(({ text }) => text))];
  const hashes = committed.map(({ hash }) => hash);
  const [texts] = await tx<{ gone: number }[]>`
    select erase_register_texts(${hashes}, ${instantText(at)}::timestamptz) as gone`;
  await tx`update obligation set done_note = null where done_note = any (${words})`;
  await tx`update obligation set held_back_reason = case when held_back then '' end
    where held_back_reason = any (${words})`;
  await tx`update answer set note = case when note = any (${words}) then null else note end,
      declared_name = case when person = ${person} then null else declared_name end
    where note = any (${words}) or (person = ${person} and declared_name is not null)`;
  await tx`update submission_event set text = '' where text = any (${words})`;
  await tx`update ruling set reason = null where reason = any (${words})`;
  await tx`update paper_hand_over set handed_by = '–' where handed_by = any (${words})`;
  await tx`select erase_audit_words(${words})`;
  const [mails] = await tx<{ gone: number }[]>`select erase_digest_words(${words}, null) as gone`;
  return { texts: texts?.gone ?? 0, mails: mails?.gone ?? 0 };
}

const wordsOf = async (tx: Tx, person: string, zone: string): Promise<readonly Committed[]> =>
  tx<Committed[]>`
    select distinct t.hash, t.text
    from register_entry e
      cross join lateral jsonb_each_text(e.body) s (key, value)
      join register_text t on t.town = e.town and t.hash = s.value and t.text is not null
    where e.body ->> 'person' = ${person} or exists (
      select 1 from obligation o join role_holder h on h.town = o.town and h.role = o.owner_role
        and h.sector is not distinct from o.owner_sector
      where o.id = (e.body ->> 'obligation')::uuid and h.person = ${person}
        and (e.body ->> 'role', e.body ->> 'sector')
          is distinct from (o.owner_role, o.owner_sector::text)
        and (to_timestamp((e.body ->> 'at')::bigint / 1000.0) at time zone ${zone})::date
          between h.valid_from and coalesce(h.valid_to, 'infinity'))`;

/**
 * Takes name and mailbox of somebody who has left: `called` stands for them from now on. `false` when there
 * is no such person, or they were erased already.
 */
export async function eraseName(
  tx: Tx,
  person: string,
  { called, at }: { readonly called: string; readonly at: Instant },
): Promise<boolean> {
  const [before] = await tx<{ name: string; email: string | null }[]>`
    select name, email from person where id = ${person} and erased_at is null for update`;
  if (before === undefined) return false;
  await tx`update person set name = ${called}, email = null, shared_mailbox = false, erased_at = ${at}
    where id = ${person}`;
  const names = [before.name, before.email].filter((one) => one !== null);
  await tx`select erase_audit_words(${names})`;
  await tx`select erase_digest_words('{}', ${person})`;
  if (before.email !== null) await forgetStops(tx, before.email, at);
  return true;
}
