/** Puts a copy into an empty database, whole or not at all, and has every workflow started again from the facts. */
import { createReadStream } from 'node:fs';
import path from 'node:path';
import type { Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import type { Instant } from '../../domain/time/instant.js';
import type { AnyTx, Sql } from '../connection.js';
import { type MigrateOptions, type Migration, migrate, readMigrations, schemaState } from '../migrate.js';
import { BackupRefused, fileOf, type Manifest, readManifest } from './manifest.js';
import { copiedTables } from './tables.js';
import { hashOf } from './write-backup.js';

/**
 * The schema is first made as it was, then filled, then brought to this program's. `now` is real time. Throws
 * {@link BackupRefused} on a copy that is damaged or newer than this program, and on a database that is not empty.
 */
export async function restoreBackup(
  ownerSql: Sql,
  folder: string,
  now: Instant,
  options: Pick<MigrateOptions, 'appPassword'> = {},
): Promise<Manifest> {
  const manifest = await readManifest(folder);
  const then = schemaThen(manifest, await readMigrations());
  for (const { name, sha256 } of manifest.tables)
    if ((await hashOf(path.join(folder, fileOf(name))).catch(() => '')) !== sha256)
      throw new BackupRefused(`il file ${fileOf(name)} della copia manca o è rovinato`);
  if ((await schemaState(ownerSql)) !== 'empty')
    throw new BackupRefused('la base dati non è vuota: una copia si ripristina solo in una base dati nuova');
  await migrate(ownerSql, { ...options, migrations: then });
  await ownerSql.begin((tx) => fill(tx, manifest, folder, now));
  await migrate(ownerSql, options);
  return manifest;
}

/** The migrations that the copy's database had. */
function schemaThen({ migrations }: Manifest, ours: readonly Migration[]): readonly Migration[] {
  const last = migrations.at(-1);
  const known = ours.slice(0, migrations.length);
  if (last === undefined || known.length < migrations.length)
    throw new BackupRefused(
      `la copia è di un programma più nuovo (${last?.name ?? 'senza schema'}): ripristinala con quello`,
    );
  for (const [index, { name, checksum }] of migrations.entries())
    if (known[index]?.checksum !== checksum)
      throw new BackupRefused(`la copia è di un altro schema: ${name} non è quella di questo programma`);
  return known;
}

async function fill(tx: AnyTx, { tables }: Manifest, folder: string, now: Instant): Promise<void> {
  const names = (await copiedTables(tx)).map(({ name }) => name);
  // What migrations put in is in the copy too.
  await tx`truncate ${tx(names)} cascade`;
  await tx.unsafe(EACH_FOREIGN_KEY('deferrable initially deferred'));
  await tx.unsafe(EACH_TABLE('disable trigger user'));
  for (const { name, columns, rows } of tables) {
    const into: Writable = await tx`copy ${tx(name)} (${tx(columns)}) from stdin`.writable();
    await pipeline(createReadStream(path.join(folder, fileOf(name))), createGunzip(), into);
    const [found] = await tx<{ count: number }[]>`select count(*) as count from ${tx(name)}`;
    if (found?.count !== rows)
      throw new BackupRefused(`la tabella ${name} ha ${found?.count ?? 0} righe, la copia ne dice ${rows}`);
  }
  await tx`set constraints all immediate`;
  await tx.unsafe(EACH_TABLE('enable trigger user'));
  await tx.unsafe(EACH_FOREIGN_KEY('not deferrable'));
  await tx.unsafe(NUMBERS_GO_ON);
  // Temporal knows nothing of them: the relay starts each.
  await tx`insert into announcement (town, workflow_id, workflow_type, args, created_at)
    select town, workflow_id, workflow_type, args, ${now} from workflow_next`;
}

/** Tables refer to each other in circles: their keys are checked when all are there. */
const EACH_FOREIGN_KEY = (how: string): string => `do $$ declare one record; begin
  for one in select conrelid::regclass as t, conname from pg_constraint
    where contype = 'f' and connamespace = 'public'::regnamespace
  loop execute format('alter table %s alter constraint %I ${how}', one.t, one.conname); end loop;
end $$`;

/** Triggers watch over what people do; what is put back was watched over then. */
const EACH_TABLE = (what: string): string => `do $$ declare one record; begin
  for one in select oid::regclass as t from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r'
  loop execute format('alter table %s ${what}', one.t); end loop;
end $$`;

const NUMBERS_GO_ON = `do $$ declare one record; begin
  for one in select c.oid::regclass as t, a.attname as n from pg_class c join pg_attribute a on a.attrelid = c.oid
    where c.relnamespace = 'public'::regnamespace and a.attidentity <> ''
  loop execute format('select setval(pg_get_serial_sequence(%L, %L), coalesce(max(%I), 0) + 1, false) from %s',
    one.t, one.n, one.n, one.t); end loop;
end $$`;
