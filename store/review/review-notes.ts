/**
 * Notes of the evaluators: their author's alone until shared. The database keeps them so: a transaction sees, beside
 * those shared, only the notes of the person it was opened for.
 */
import type { Instant } from '../../domain/time/instant.js';
import type { Tx } from '../in-town.js';

/** A note; private until it is shared. */
export interface KeptNote {
  readonly id: string;
  readonly objective: string | null;
  readonly author: string;
  readonly authorName: string;
  readonly text: string;
  /** Town time. */
  readonly writtenAt: Instant;
  /** `null`: its author's alone. */
  readonly sharedAt: Instant | null;
}

/** From here to its end the transaction sees the private notes of that person too. */
const asPerson = (tx: Tx, person: string) => tx`select set_config('app.person', ${person}, true)`;

/** Of a round, oldest first: those shared, and the reader's own. */
export async function listNotes(tx: Tx, duty: string, reader: string): Promise<readonly KeptNote[]> {
  await asPerson(tx, reader);
  return tx<KeptNote[]>`
    select n.id, n.objective, n.author, p.name as author_name, n.text, n.written_at, n.shared_at
    from review_note n join person p on p.town = n.town and p.id = n.author
    where n.duty = ${duty} and n.removed_at is null order by n.seq`;
}

/** `null`: not there for that reader. */
export async function findNote(
  tx: Tx,
  id: string,
  reader: string,
): Promise<(KeptNote & { readonly duty: string }) | null> {
  await asPerson(tx, reader);
  const [row] = await tx<(KeptNote & { duty: string })[]>`
    select n.id, n.duty, n.objective, n.author, p.name as author_name, n.text, n.written_at, n.shared_at
    from review_note n join person p on p.town = n.town and p.id = n.author where n.id = ${id} and n.removed_at is null`;
  return row ?? null;
}

/** A note to be kept. */
export interface NewNote {
  readonly duty: string;
  readonly objective: string | null;
  readonly author: string;
  readonly text: string;
  readonly at: Instant;
  readonly shared: boolean;
}

/** Returns the id. The database itself shows a note that is not shared to its author alone. */
export async function insertNote(tx: Tx, note: NewNote): Promise<string> {
  await asPerson(tx, note.author);
  const [row] = await tx<{ id: string }[]>`
    insert into review_note (duty, objective, author, text, written_at, shared_at)
    values (${note.duty}, ${note.objective}, ${note.author}, ${note.text}, ${note.at},
      ${note.shared ? note.at : null}) returning id`;
  return (row as { id: string }).id;
}

/** `false`: not theirs, or shared before. */
export async function shareNote(tx: Tx, id: string, author: string, at: Instant): Promise<boolean> {
  await asPerson(tx, author);
  const shared = await tx`update review_note set shared_at = ${at}
    where id = ${id} and author = ${author} and shared_at is null`;
  return shared.count === 1;
}

/** What was never shared goes; of its words nothing is left. `false`: not theirs, or shared. */
export async function removeNote(tx: Tx, id: string, author: string, at: Instant): Promise<boolean> {
  await asPerson(tx, author);
  const gone = await tx`update review_note set text = '', removed_at = ${at}
    where id = ${id} and author = ${author} and shared_at is null and removed_at is null`;
  return gone.count === 1;
}

/** All that a person noted. */
export async function eraseNotes(tx: Tx, author: string): Promise<void> {
  await asPerson(tx, author);
  await tx`update review_note set text = '' where author = ${author}`;
}
