/** A town as it is at one moment, table by table and file by file, in pieces: what an archive is written from. */
import { copyOut } from '../backup/copy-out.js';
import { needWholeView } from '../backup/whole-view.js';
import type { AnyTx, Sql } from '../connection.js';
import { type TownManifest, TownRefused } from './town-manifest.js';
import { type PiecesTable, piecesTables, type TownTable, townTables } from './town-tables.js';

/** A file that is kept in pieces. */
export interface KeptFile {
  /** Table and id of its row. */
  readonly of: string;
  readonly id: string;
  /** As it was given; not safe as a path. */
  readonly name: string;
  readonly size: number;
  readonly sha256: string;
}

/** What is read of a town that moves. */
export interface TownReading {
  readonly tx: AnyTx;
  readonly town: Omit<TownManifest['town'], 'mode'> & { readonly mode: string; readonly zone: string };
  readonly migrations: TownManifest['migrations'];
  readonly tables: readonly TownTable[];
  readonly files: readonly KeptFile[];
  countOf(table: TownTable): Promise<number>;
  /** CSV with a line of names, rows in the order of their key. */
  rowsOf(table: TownTable): AsyncIterable<Uint8Array>;
  piecesOf(file: KeptFile): AsyncIterable<Uint8Array>;
  /** Packages for publication, which stand in their rows whole: by year and number. */
  readonly packages: readonly { readonly name: string; readonly content: AsyncIterable<Uint8Array> }[];
}

/**
 * All that `work` reads is of one moment, and it may read only; `ownerSql` is the owner's, who sees all towns. Throws
 * {@link TownRefused} when no town has that short name.
 */
export const readingTown = async <T>(
  ownerSql: Sql,
  slug: string,
  work: (reading: TownReading) => Promise<T>,
): Promise<T> => {
  const outcome = await ownerSql.begin('isolation level repeatable read read only', async (tx) => {
    await needWholeView(tx);
    return { value: await work(await opened(tx, slug)) };
  });
  return outcome.value;
};

async function opened(tx: AnyTx, slug: string): Promise<TownReading> {
  const [town] = await tx<TownReading['town'][]>`
    select id, slug, name, ipa_code, mode, zone from town where slug = ${slug}`;
  if (town === undefined) throw new TownRefused(`Nessun comune con sigla "${slug}"`);
  const migrations = await tx<TownManifest['migrations']>`
    select number, name, checksum from schema_migration order by number`;
  const pieces = await piecesTables(tx);
  const files: KeptFile[] = [];
  for (const table of pieces) files.push(...(await filesOf(tx, table, town.id)));
  const where = (table: TownTable) => tx`where ${tx(table.name === 'town' ? 'id' : 'town')} = ${town.id}`;
  return {
    ...{ tx, town: { ...town }, migrations: [...migrations], files, tables: await townTables(tx) },
    async countOf(table) {
      const [row] = await tx<{ n: number }[]>`select count(*) as n from ${tx(table.name)} ${where(table)}`;
      return row?.n ?? 0;
    },
    // COPY takes no parameters: the names are the catalogue's, the id is a uuid of ours.
    rowsOf: (table) =>
      copyOut(tx.unsafe(`copy (${selectOf(table, town.id)}) to stdout (format csv, header)`)),
    piecesOf: (file) => bytesOf(tx, pieces, town.id, file),
    packages: await packagesOf(tx, town.id),
  };
}

function selectOf({ name, columns, unlinked, key }: TownTable, town: string): string {
  const read = columns.map((one) => (unlinked.includes(one) ? `null as ${quoted(one)}` : quoted(one)));
  const which = name === 'town' ? 'id' : 'town';
  return `select ${read.join(', ')} from public.${quoted(name)} where ${which} = '${town}'
    order by ${key.map(quoted).join(', ')}`;
}

const quoted = (name: string): string => `"${name}"`;

const filesOf = async (tx: AnyTx, { name, column, of, named }: PiecesTable, town: string) =>
  tx<KeptFile[]>`
    select ${of}::text as of, f.id, f.${tx(named)} as name, f.size, f.sha256 from ${tx(of)} f
    where f.town = ${town} and exists (
      select from ${tx(name)} p where p.town = f.town and p.${tx(column)} = f.id)
    order by f.id`;

async function* bytesOf(
  tx: AnyTx,
  tables: readonly PiecesTable[],
  town: string,
  { of, id }: KeptFile,
): AsyncGenerator<Uint8Array> {
  const table = tables.find((one) => one.of === of);
  if (table === undefined) throw new Error(`no pieces of ${of}`);
  const rows = tx<{ bytes: Buffer }[]>`select bytes from ${tx(table.name)}
    where town = ${town} and ${tx(table.column)} = ${id} order by seq`;
  for await (const [row] of rows.cursor(1)) if (row !== undefined) yield row.bytes;
}

async function packagesOf(tx: AnyTx, town: string): Promise<TownReading['packages']> {
  const [there] = await tx<{ is: boolean }[]>`select to_regclass('publication_package') is not null as is`;
  // An older release had none.
  if (there?.is !== true) return [];
  const rows = await tx<{ cycle: string; year: number; number: number }[]>`
    select p.cycle, c.year, p.number from publication_package p join cycle c on c.town = p.town and c.id = p.cycle
    where p.town = ${town} order by c.year, p.number`;
  return rows.map(({ cycle, year, number }) => ({
    name: `${year}-${number}.zip`,
    content: packageOf(tx, { town, cycle, number }),
  }));
}

const PART = 1024 * 1024;

async function* packageOf(
  tx: AnyTx,
  { town, cycle, number }: { readonly town: string; readonly cycle: string; readonly number: number },
): AsyncGenerator<Uint8Array> {
  for (let from = 1; ; from += PART) {
    const [row] = await tx<{ part: Buffer }[]>`
      select substring(zip from ${from}::integer for ${PART}::integer) as part from publication_package
      where town = ${town} and cycle = ${cycle} and number = ${number}`;
    if (row === undefined || row.part.byteLength === 0) return;
    yield row.part;
  }
}
