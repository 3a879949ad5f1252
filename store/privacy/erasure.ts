/**
 * Erasure of a person's words: what they wrote, and what others wrote in another role about what they owed
 * while they owed it. The register keeps the hashes, so that its chains hold; the program can erase, and
 * nothing else, through functions of `000014_register_seals.sql`.
 */

import type { Instant } from '../../domain/time/instant.js';
import { instantText } from '../connection.js';
import type { Tx } from '../in-town.js';
import { forgetStops } from '../people/mailboxes.js';
import { eraseReviewWords } from '../review/review-erasure.js';
import { eraseMeasurementWords, eraseTraces, textsNaming } from './erasure-beyond-register.js';

/** How many texts and mails lost their words. */
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
  await tx`update notice_acknowledgment set declared_name = null
    where person = ${person} and declared_name is not null`;
  await tx`update submission_event set text = '' where text = any (${words})`;
  await tx`update closing_fact set note = case when note = any (${words}) then null else note end,
      withdrawn_because = case when withdrawn_because = any (${words}) then null else withdrawn_because end
    where note = any (${words}) or withdrawn_because = any (${words})`;
  await tx`update assessment_step set text = case when text = any (${words}) then '' else text end,
      claim = case when person = ${person} then null else claim end
    where text = any (${words}) or (person = ${person} and claim is not null)`;
  await tx`update self_evaluation set reason = '' where reason = any (${words})`;
  await tx`update ruling set reason = null where reason = any (${words})`;
  await tx`update legal_duty set undone_reason = '' where undone_reason = any (${words})`;
  await eraseIndividualNotes(tx, person);
  await eraseReviewWords(tx, person, words);
  await eraseMeasurementWords(tx, person);
  await tx`update paper_hand_over set handed_by = '–' where handed_by = any (${words})`;
  await tx`select erase_audit_words(${words})`;
  const [mails] = await tx<{ gone: number }[]>`select erase_digest_words(${words}, null) as gone`;
  return { texts: texts?.gone ?? 0, mails: mails?.gone ?? 0 };
}

/** Notes on a person's individual objectives, and those they wrote on others': no register ever held them. */
async function eraseIndividualNotes(tx: Tx, person: string): Promise<void> {
  await eraseIndividualHistory(tx, person, 'note');
  await tx`update individual_objective set note = null
    where collaborator in (select id from collaborator where person = ${person}) or assessed_by = ${person}`;
}

/** What the history of a person's individual objectives says in a field. */
async function eraseIndividualHistory(tx: Tx, person: string, field: 'note' | 'name'): Promise<void> {
  const written = await tx<{ text: string }[]>`
    select distinct w.text from individual_objective i
      join collaborator k on k.town = i.town and k.id = i.collaborator
      join audit a on a.town = i.town and a.subject_kind = 'individual-objective' and a.subject = i.id
      cross join lateral (values (a.before ->> ${field}), (a.after ->> ${field})) w (text)
    where w.text is not null
      and (k.person = ${person} or (${field} = 'note' and i.assessed_by = ${person}))`;
  await tx`select erase_audit_words(${written.map(({ text }) => text)})`;
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
 * Takes name and mailbox of somebody who has left, and what let them in: `called` stands for them from now on. Returns
 * how many texts of others still name them; `null` when there is no such person, or they were erased already.
 */
export async function eraseName(
  tx: Tx,
  person: string,
  { called, by, at }: { readonly called: string; readonly by: string; readonly at: Instant },
): Promise<number | null> {
  const [before] = await tx<{ name: string; email: string | null }[]>`
    select name, email from person where id = ${person} and erased_at is null for update`;
  if (before === undefined) return null;
  await eraseTraces(tx, person, { name: before.name, by, at });
  await tx`update person set name = ${called}, email = null, shared_mailbox = false, fiscal_hash = null, erased_at = ${at}
    where id = ${person}`;
  await eraseIndividualHistory(tx, person, 'name');
  await tx`update individual_objective set title = '', degree_units = null, not_assessable = false,
      assessed_at = null, assessed_by = null
    where collaborator in (select id from collaborator where person = ${person})`;
  const names = [before.name, before.email].filter((one) => one !== null);
  await tx`select erase_audit_words(${names})`;
  // A mail that calls them by name loses its text, whoever it was for; a name of one word could mean anything.
  await tx`select erase_digest_words(${names.filter((one) => /[\s@]/.test(one))}, ${person})`;
  if (before.email !== null) await forgetStops(tx, before.email, at);
  return textsNaming(tx, before.name);
}
