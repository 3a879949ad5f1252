/** What of the schema is a town's and goes with it, as the database itself names it. */
import type { AnyTx, Sql } from '../connection.js';

/**
 * Tables of a town that stay behind, each with the reason that a hand-over says of it. Whoever adds a table decides:
 * a test asks.
 */
export const STAYS_BEHIND: Readonly<Record<string, string>> = {
  announcement: 'processi in corso: ripartono dai fatti',
  workflow_next: 'processi in corso: ripartono dai fatti',
  command: 'richieste già eseguite, tenute per non ripeterle',
  link_key: 'chiavi dei collegamenti nelle e-mail: sono segrete',
  role_code: 'codici degli uffici: sono segreti, si danno di nuovo',
  calendar_feed: 'indirizzi dei calendari: sono segreti, ognuno ne fa uno nuovo',
  inbox_message: 'posta della prova',
};

/** Columns that mean something here alone: hashed with a key that only this installation has. */
const EMPTIED = ['person.fiscal_hash'];

/** A table of towns. Generated columns are made again by the database. */
export interface TownTable {
  readonly name: string;
  readonly columns: readonly string[];
  /** Those that go empty: what stands above towns, as a person's account (people are known again by their address). */
  readonly unlinked: readonly string[];
  /** Its key, by which rows are in order. */
  readonly key: readonly string[];
}

/** A table that holds files in pieces: `evidence_chunk` those of `evidence`, by its column `evidence`. */
export interface PiecesTable {
  readonly name: string;
  readonly column: string;
  readonly of: string;
  /** The column of `of` with the file's name. */
  readonly named: string;
}

/** `town` first, whose key is its id, then by name; neither what stays behind nor the pieces of files. */
export async function townTables(sql: Sql | AnyTx): Promise<readonly TownTable[]> {
  const pieces = (await piecesTables(sql)).map(({ name }) => name);
  const left = [...Object.keys(STAYS_BEHIND), ...pieces];
  return sql<TownTable[]>`
    select c.relname as name,
      (select array_agg(a.attname::text order by a.attnum) from pg_attribute a
        where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '') as columns,
      (select coalesce(array_agg(a.attname::text), '{}') from pg_attribute a
        where a.attrelid = c.oid and (c.relname || '.' || a.attname = any (${EMPTIED}) or exists (
          select from pg_constraint f where f.conrelid = c.oid and f.contype = 'f' and a.attnum = any (f.conkey)
            and f.confrelid <> 'town'::regclass and not exists (
              select from pg_attribute t where t.attrelid = f.confrelid and t.attname = 'town')))) as unlinked,
      (select array_agg(a.attname::text order by k.place) from pg_index i
        cross join unnest(i.indkey::int[]) with ordinality as k (attnum, place)
        join pg_attribute a on a.attrelid = c.oid and a.attnum = k.attnum
        where i.indrelid = c.oid and i.indisprimary) as key
    from pg_class c
    where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and not c.relname::text = any (${left})
      and (c.relname = 'town' or exists (
        select from pg_attribute a where a.attrelid = c.oid and a.attname = 'town' and not a.attisdropped))
    order by c.relname <> 'town', c.relname`;
}

/** Tables of `town`, a key to the row of the file, `seq` and `bytes`, and nothing else. By name. */
export const piecesTables = async (sql: Sql | AnyTx): Promise<readonly PiecesTable[]> =>
  sql<PiecesTable[]>`
    select c.relname as name, k.attname as column, f.confrelid::regclass::text as of,
      (select n.attname::text from pg_attribute n where n.attrelid = f.confrelid
        and n.attname in ('name', 'file_name')) as named
    from pg_class c
      join pg_constraint f on f.conrelid = c.oid and f.contype = 'f' and array_length(f.conkey, 1) = 2
      join pg_attribute k on k.attrelid = c.oid and k.attnum = f.conkey[2]
    where c.relnamespace = 'public'::regnamespace and c.relkind = 'r'
      and (select array_agg(a.attname::text order by a.attname) from pg_attribute a
        where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped)
        = (select array_agg(x order by x) from unnest(array['town', k.attname::text, 'seq', 'bytes']) x)
    order by 1`;
