/**
 * The registro degli avvisi in rows: hash chains by subject (objective, sector, cycle). Heads are
 * locked in id order, so appends of any number of chains at once cannot wait for each other in a ring:
 * give all entries of a transaction in one call.
 */
import { createHash, randomBytes } from 'node:crypto';
import { entryHash, textCommitment } from '../../domain/register/chain.js';
import type { ChainSubject } from '../../domain/register/seal.js';
import type { Instant } from '../../domain/time/instant.js';
import type { Json } from '../connection.js';
import type { Tx } from '../in-town.js';
import { insertRows, type NewRow } from '../insert-rows.js';

/** Whose chain it is. */
export type RegisterSubject = ChainSubject;

/** Ids, codes and days; free text only as its commitment (`commitText`). `at` is town time. */
export type RegisterBody = { readonly at: Instant; readonly kind: string } & Readonly<Record<string, Json>>;

/** An entry to be appended; number and hashes are given here. */
export interface NewEntry {
  readonly subject: RegisterSubject;
  readonly body: RegisterBody;
}

/** An entry of a chain. */
export interface RegisterEntry {
  readonly seq: number;
  readonly prev: string | null;
  readonly hash: string;
  readonly body: RegisterBody;
}

/** SHA-256 of the text's UTF-8 as the domain's register wants it. */
export const sha256Hex = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex');

interface Head {
  readonly id: string;
  readonly kind: RegisterSubject['kind'];
  readonly subject: string;
  seq: number;
  hash: string | null;
}

/** Appends entries, in the given order within each chain; chains that are not there begin. Once a transaction. */
export async function appendEntries(tx: Tx, entries: readonly NewEntry[]): Promise<void> {
  if (entries.length === 0) return;
  const heads = await lockHeads(
    tx,
    entries.map((entry) => entry.subject),
  );
  const rows: NewRow[] = [];
  for (const { subject, body } of entries) {
    const head = heads.get(`${subject.kind} ${subject.id}`);
    if (head === undefined) throw new Error(`no chain for ${subject.kind} ${subject.id}`);
    const prev = head.hash;
    head.seq += 1;
    head.hash = entryHash(prev, body, sha256Hex);
    rows.push({ chain: head.id, seq: head.seq, prev, hash: head.hash, body });
  }
  const moved = [...heads.values()].map(({ id, seq, hash }) => ({ id, seq, hash }));
  await Promise.all([
    insertRows(tx, 'register_entry', rows),
    tx`update register_chain c set head_seq = h.seq, head_hash = h.hash
      from jsonb_to_recordset(${tx.json(moved)}) as h (id uuid, seq integer, hash text) where c.id = h.id`,
  ]);
}

/** Holds a chain until the transaction ends, also one that is not there yet: what is read of it then stays its end. */
export async function holdChain(tx: Tx, subject: RegisterSubject): Promise<void> {
  await lockHeads(tx, [subject]);
}

async function lockHeads(tx: Tx, subjects: readonly RegisterSubject[]): Promise<Map<string, Head>> {
  const distinct = [...new Map(subjects.map((one) => [`${one.kind} ${one.id}`, one])).values()];
  // New chains in one order everywhere: two transactions that begin the same ones wait, they do not cross.
  distinct.sort((a, b) => (`${a.kind} ${a.id}` < `${b.kind} ${b.id}` ? -1 : 1));
  const wanted = distinct.map((one) => ({ subjectKind: one.kind, subject: one.id }));
  const begun = insertRows(
    tx,
    'register_chain',
    wanted,
    tx`on conflict (town, subject_kind, subject) do nothing`,
  );
  const locked = tx<Head[]>`
    select c.id, c.subject_kind as kind, c.subject, c.head_seq as seq, c.head_hash as hash
    from register_chain c
    where (c.subject_kind, c.subject) in (
      select w."subjectKind", w.subject
      from jsonb_to_recordset(${tx.json(wanted)}) as w ("subjectKind" text, subject uuid))
    order by c.id for update of c`;
  const [, heads] = await Promise.all([begun, locked]);
  return new Map(heads.map((head) => [`${head.kind} ${head.subject}`, { ...head }]));
}

/** Stores free text beside the register and returns the hash an entry holds in its place. */
export async function commitText(tx: Tx, text: string): Promise<string> {
  const salt = randomBytes(16).toString('hex');
  const hash = textCommitment(salt, text, sha256Hex);
  await tx`insert into register_text (hash, salt, text) values (${hash}, ${salt}, ${text})`;
  return hash;
}

/** The chain of a subject from its first entry; empty when it has none. */
export const readChain = async (tx: Tx, subject: RegisterSubject): Promise<readonly RegisterEntry[]> =>
  tx<RegisterEntry[]>`
    select e.seq, e.prev, e.hash, e.body
    from register_chain c join register_entry e on e.chain = c.id
    where c.subject_kind = ${subject.kind} and c.subject = ${subject.id} order by e.seq`;

/** Texts by their hash; those that were erased are absent. */
export async function readTexts(tx: Tx, hashes: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const rows = await tx<{ hash: string; text: string }[]>`
    select hash, text from register_text where hash = any (${[...hashes]}) and text is not null`;
  return new Map(rows.map((row) => [row.hash, row.text]));
}
