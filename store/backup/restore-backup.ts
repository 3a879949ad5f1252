/** Puts a copy into an empty database, whole or not at all, and has every workflow started again from the facts. */
import { createReadStream } from 'node:fs';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import type { Instant } from '../../domain/time/instant.js';
import type { AnyTx, Sql } from '../connection.js';
import { type MigrateOptions, migrate, readMigrations, schemaState } from '../migrate.js';
import { copyIn } from './copy-in.js';
import { BackupRefused, fileOf, type Manifest, readManifest } from './manifest.js';
import { schemaThen } from './schema-then.js';
import { copiedTables } from './tables.js';
import { hashOf } from './write-backup.js';

/**
 * The schema is first made as it was, then filled, then brought to this program's unless `asItWas`. `now` is real time. Throws
 * {@link BackupRefused} on a copy that is damaged or newer than this program, and on a database that is not empty.
 */
export async function restoreBackup(
  ownerSql: Sql,
  folder: string,
  now: Instant,
  options: Pick<MigrateOptions, 'appPassword'> & { readonly asItWas?: boolean } = {},
): Promise<Manifest> {
  const manifest = await readManifest(folder);
  const then = schemaThen(manifest, await readMigrations(), (why) => new BackupRefused(why), {
    whose: 'la copia',
    newer: 'ripristinala con quello',
  });
  for (const { name, sha256 } of manifest.tables)
    if ((await hashOf(path.join(folder, fileOf(name))).catch(() => '')) !== sha256)
      throw new BackupRefused(`il file ${fileOf(name)} della copia manca o è rovinato`);
  if ((await schemaState(ownerSql)) !== 'empty')
    throw new BackupRefused('la base dati non è vuota: una copia si ripristina solo in una base dati nuova');
  await migrate(ownerSql, { ...options, migrations: then });
  await ownerSql.begin((tx) => fill(tx, manifest, folder, now));
  if (options.asItWas !== true) await migrate(ownerSql, options);
  return manifest;
}

async function fill(tx: AnyTx, { tables }: Manifest, folder: string, now: Instant): Promise<void> {
  const names = (await copiedTables(tx)).map(({ name }) => name);
  // What migrations put in is in the copy too.
  await tx`truncate ${tx(names)} cascade`;
  await tx.unsafe(FIRM_KEYS);
  await tx.unsafe(EACH_FIRM_KEY('deferrable initially deferred'));
  await tx.unsafe(EACH_TABLE('disable trigger user'));
  for (const { name, columns, rows } of tables) {
    const content = createGunzip();
    // A failure destroys `content`, and is met where that is read.
    pipeline(createReadStream(path.join(folder, fileOf(name))), content).catch(() => undefined);
    await copyIn(tx`copy ${tx(name)} (${tx(columns)}) from stdin`, content);
    const [found] = await tx<{ count: number }[]>`select count(*) as count from ${tx(name)}`;
    if (found?.count !== rows)
      throw new BackupRefused(`la tabella ${name} ha ${found?.count ?? 0} righe, la copia ne dice ${rows}`);
  }
  await tx`set constraints all immediate`;
  await tx.unsafe(EACH_TABLE('enable trigger user'));
  await tx.unsafe(EACH_FIRM_KEY('not deferrable'));
  await tx.unsafe(NUMBERS_GO_ON);
  // Temporal knows nothing of them: the relay starts each.
  await tx`insert into announcement (town, workflow_id, workflow_type, args, created_at)
    select town, workflow_id, workflow_type, args, ${now} from workflow_next`;
}

/** Those that are looked at at once; pieces of files, which come before their file, have others. */
const FIRM_KEYS = `create temporary table firm_key on commit drop as
  select conrelid::regclass::text as t, conname from pg_constraint
  where contype = 'f' and connamespace = 'public'::regnamespace and not condeferrable`;

/** Tables refer to each other in circles: their keys are checked when all are there. */
const EACH_FIRM_KEY = (how: string): string => `do $$ declare one record; begin
  for one in select t, conname from firm_key
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
