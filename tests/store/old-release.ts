/** Facts of a town as an older release kept them, by SQL alone: its own code is gone. */
import { createHash } from 'node:crypto';
import { entryHash } from '../../domain/register/chain.js';
import { makeSeal } from '../../domain/register/seal.js';
import { civilDate } from '../../domain/time/civil-date.js';
import type { Json, Sql } from '../../store/connection.js';
import { sha256Hex } from '../../store/register/register.js';
import { NOON } from './furnished-town.js';

export const OLD_TOWN = 'bbbbbbbb-0000-4000-8000-000000000001';

/** In a database at migration 27 or so; `owner` sees all towns. Plan, people, a file, a mail, three entries and a seal. */
export async function oldFacts(owner: Sql): Promise<void> {
  const bytes = Buffer.from('verbale');
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  await owner.begin(async (tx) => {
    await tx`select set_config('app.town', ${OLD_TOWN}, true)`;
    await tx`insert into town (id, slug, name, mode, live_from, created_at)
      values (${OLD_TOWN}, 'vecchio', 'Comune Vecchio', 'live', '2023-06-01', ${NOON})`;
    const one = async (query: PromiseLike<readonly { id: string }[]>): Promise<string> =>
      (await query)[0]?.id ?? '';
    const sector = await one(
      tx<{ id: string }[]>`insert into sector (name) values ('Finanziario') returning id`,
    );
    const person = await one(
      tx<{ id: string }[]>`insert into person (name, email, created_at)
        values ('Una', 'una@prova.example', ${NOON}) returning id`,
    );
    await tx`insert into role_holder (person, role, sector, valid_from) values
      (${person}, 'secretary', null, '2023-01-01'), (${person}, 'head', ${sector}, '2023-01-01')`;
    const cycle = await one(
      tx<{ id: string }[]>`insert into cycle (year, approved_on, live_on)
        values (2023, '2023-06-01', '2023-06-01') returning id`,
    );
    const owed = await one(
      tx<{ id: string }[]>`insert into obligation (cycle, kind, title, owner_role, term_kind, due, start_day)
        values (${cycle}, 'act', 'Approvare la Relazione', 'secretary', 'date', '2023-06-30', '2023-06-01') returning id`,
    );
    const file = await one(tx<{ id: string }[]>`select gen_random_uuid() as id`);
    await tx`insert into evidence_chunk (evidence, seq, bytes) values (${file}, 0, ${bytes})`;
    await tx`insert into evidence (id, obligation, name, type, size, sha256, added_at)
      values (${file}, ${owed}, 'verbale.pdf', 'application/pdf', ${bytes.length}, ${sha256}, ${NOON})`;
    await tx`insert into digest (person, day, kind, roles, subject, text, html, content_hash, message_id, frozen_at)
      values (${person}, '2023-06-29', 'daily', '[]', 'Una scadenza', 'Testo', '<p>Testo</p>', ${sha256},
        '<uno@prova.example>', ${NOON})`;
    await chain(tx, cycle);
  });
}

async function chain(tx: Parameters<Parameters<Sql['begin']>[1]>[0], cycle: string): Promise<void> {
  const bodies = [1, 2, 3].map((n) => ({ at: NOON + n, kind: 'noted', n }));
  const entries: { seq: number; prev: string | null; hash: string; body: Json }[] = [];
  for (const [at, body] of bodies.entries()) {
    const prev = entries.at(-1)?.hash ?? null;
    entries.push({ seq: at + 1, prev, hash: entryHash(prev, body, sha256Hex), body });
  }
  const head = entries.at(-1);
  if (head === undefined) throw new Error('no entry');
  const [row] = await tx<{ id: string }[]>`
    insert into register_chain (subject_kind, subject, head_seq, head_hash)
    values ('cycle', ${cycle}, ${head.seq}, ${head.hash}) returning id`;
  for (const { seq, prev, hash, body } of entries)
    await tx`insert into register_entry (chain, seq, prev, hash, body)
      values (${row?.id ?? ''}, ${seq}, ${prev}, ${hash}, ${tx.json(body)})`;
  const heads = [{ kind: 'cycle', id: cycle, seq: head.seq, hash: head.hash }] as const;
  const seal = makeSeal({ town: OLD_TOWN, day: civilDate('2023-06-29'), heads }, sha256Hex);
  await tx`insert into register_seal (week, day, hash, heads)
    values (${seal.week}, ${seal.day}, ${seal.hash}, ${tx.json(seal.heads as unknown as Json)})`;
}
