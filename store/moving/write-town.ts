/**
 * A town that comes from elsewhere, into the tables of this installation: staged, looked at, put in with one statement.
 * Other towns work on meanwhile, and nothing of it stays when the transaction does not.
 */

import { copyIn } from '../backup/copy-in.js';
import type { AnyTx } from '../connection.js';
import { cutIntoPieces, MAX_FILE_BYTES } from '../file-pieces.js';
import { noRowElsewhere, notTaken, onlyOf } from './arrival-checks.js';
import { type TownManifest, TownRefused } from './town-manifest.js';
import { type PiecesTable, piecesTables, type TownTable, townTables } from './town-tables.js';

/** What lies in the archive; each throws when the content is not the one that the manifest names. */
export interface ArrivingTown {
  readonly manifest: TownManifest;
  /** Of the manifest, hex: by it the archive is known. */
  readonly sha256: string;
  content(file: string): AsyncIterable<Uint8Array>;
}

/**
 * The owner's transaction. The town is this transaction's afterwards (`app.town`). Throws {@link TownRefused}, and what
 * the database refuses; whoever calls rolls back.
 */
export async function writeTown(tx: AnyTx, arriving: ArrivingTown): Promise<void> {
  const { manifest } = arriving;
  const { id } = manifest.town;
  await tx`select set_config('app.town', ${id}, true)`;
  await notTaken(tx, manifest.town);
  const tables = await townTables(tx);
  sameTables(tables, manifest);
  for (const table of tables) await stage(tx, table, arriving);
  await onlyOf(tx, manifest, tables);
  await noRowElsewhere(tx, tables);
  const [town, ...rest] = tables;
  if (town === undefined) throw new Error('the schema has no town');
  await tx.unsafe(insertOf(town));
  // Before the rows of the files: once those are there nothing can be added.
  for (const table of await piecesTables(tx)) await putFiles(tx, table, arriving);
  // One statement: tables refer to each other in circles, and keys are looked at when it ends.
  await tx.unsafe(`with ${rest.map((one) => `"i_${one.name}" as (${insertOf(one)})`).join(', ')} select 1`);
  await tx`set constraints all immediate`;
  await tx.unsafe(NUMBERS_GO_ON);
}

const staged = (table: string): string => `arriving_${table}`;

function sameTables(tables: readonly TownTable[], { tables: told }: TownManifest): void {
  for (const { name } of told)
    if (!tables.some((one) => one.name === name) || told.filter((one) => one.name === name).length > 1)
      throw new TownRefused(`L'archivio ha una tabella «${name}» che questo schema non ha, o l'ha due volte`);
  for (const { name, columns } of tables) {
    const theirs = told.find((one) => one.name === name)?.columns;
    if (theirs === undefined) throw new TownRefused(`Nell'archivio manca la tabella «${name}»`);
    const odd = theirs.find((one, at) => columns[at] !== one) ?? columns[theirs.length];
    if (odd !== undefined)
      throw new TownRefused(`Nell'archivio la tabella «${name}» non ha le colonne attese: «${odd}»`);
  }
}

async function stage(
  tx: AnyTx,
  { name, columns }: TownTable,
  { manifest, content }: ArrivingTown,
): Promise<void> {
  const told = manifest.tables.find((one) => one.name === name);
  if (told === undefined) throw new Error(`no table ${name} in the manifest`);
  await tx`create temporary table ${tx(staged(name))} (like ${tx(`public.${name}`)}) on commit drop`;
  const into = tx`copy ${tx(staged(name))} (${tx([...columns])}) from stdin (format csv, header match)`;
  await copyIn(into, content(told.file));
  const [found] = await tx<{ n: number }[]>`select count(*) as n from ${tx(staged(name))}`.catch((cause) => {
    throw new TownRefused(`La tabella «${name}» dell'archivio non si legge`, { cause });
  });
  if (found?.n !== told.rows)
    throw new TownRefused(
      `La tabella «${name}» ha ${found?.n ?? 0} righe, il manifesto ne dice ${told.rows}`,
    );
}

function insertOf({ name, columns }: TownTable): string {
  const names = columns.map((one) => `"${one}"`).join(', ');
  return `insert into public."${name}" (${names}) overriding system value select ${names} from "${staged(name)}"`;
}

/** Each file that a row names must be there, unless its time was over, and be the one it names. */
async function putFiles(
  tx: AnyTx,
  { name, column, of }: PiecesTable,
  { manifest, content }: ArrivingTown,
): Promise<void> {
  const rows = await tx<{ id: string; size: number | null; sha256: string | null; removed: boolean }[]>`
    select id, size, sha256, to_jsonb(f) ->> 'content_removed_at' is not null as removed
    from ${tx(staged(of))} f order by id`;
  const files = manifest.files.filter((one) => one.of === of);
  for (const { id, file, bytes, sha256 } of files) {
    const row = rows.find((one) => one.id === id);
    if (row === undefined || row.size !== bytes || row.sha256 !== sha256 || bytes > MAX_FILE_BYTES)
      throw new TownRefused(`Il file ${file} non è quello che la sua riga dice`);
    const put = (seq: number, piece: Buffer) =>
      tx`insert into ${tx(name)} (${tx(column)}, seq, bytes) values (${id}, ${seq}, ${piece})`;
    await cutIntoPieces(content(file), put);
  }
  const given = new Set(files.map(({ id }) => id));
  const missing = rows.find(({ id, size, removed }) => size !== null && !removed && !given.has(id));
  if (missing !== undefined || given.size !== files.length)
    throw new TownRefused(`Un file di «${of}» manca o c'è due volte${missing ? `: ${missing.id}` : ''}`);
}

/** Numbers that the database gives: higher than those that came. */
const NUMBERS_GO_ON = `do $$ declare one record; begin
  for one in select c.oid::regclass as t, a.attname as n, pg_get_serial_sequence(c.oid::regclass::text, a.attname) as s
    from pg_class c join pg_attribute a on a.attrelid = c.oid
    where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and a.attidentity <> ''
  loop execute format('select setval(%L, greatest((select coalesce(max(%I), 0) from %s), last_value) + 1, false) from %s',
    one.s, one.n, one.t, one.s); end loop;
end $$`;
