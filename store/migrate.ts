/**
 * Forward-only migrations: `migrations/000001_name.sql` and on, each in one transaction whose first
 * statement is its row in the ledger. Several processes may start at once: an advisory lock lets one
 * through at a time. A released file never changes; its SHA-256 is checked at every start.
 */
import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { ensureAppRole } from './app-role.js';
import type { AnyTx, Sql } from './connection.js';
import { MigrationRefused } from './migration-refused.js';

/** One file of `migrations/`. */
export interface Migration {
  readonly number: number;
  readonly name: string;
  readonly sql: string;
  /** SHA-256 of the file, hex. */
  readonly checksum: string;
}

const FOLDER = new URL('./migrations/', import.meta.url);
const FILE_NAME = /^(\d{6})_[a-z0-9_]+\.sql$/;
/** Any fixed number, the same in all versions of this program. */
const LOCK = 7_410_251;

/** The migrations in `folder`, in order; throws when a name is malformed or a number is missing. */
export async function readMigrations(folder: URL = FOLDER): Promise<readonly Migration[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.sql')).sort();
  return Promise.all(
    names.map(async (name, index) => {
      const number = Number(FILE_NAME.exec(name)?.[1]);
      if (number !== index + 1) {
        throw new Error(`migration "${name}" is not number ${String(index + 1).padStart(6, '0')}`);
      }
      const sql = await readFile(new URL(name, folder), 'utf8');
      return { number, name, sql, checksum: createHash('sha256').update(sql).digest('hex') };
    }),
  );
}

export interface MigrateOptions {
  /** Password of `traguardo_app`; without it the role keeps the one it has (or none). */
  readonly appPassword?: string;
  /** The program's own by default; tests pass others. */
  readonly migrations?: readonly Migration[];
}

/**
 * Brings the database to this program's schema with the owner's connection and returns the names of
 * the files this call applied. Makes the role `traguardo_app` where it is absent and may be made.
 * Throws `MigrationRefused` on a changed file, a newer database or an unfit role.
 */
export async function migrate(ownerSql: Sql, options: MigrateOptions = {}): Promise<string[]> {
  const migrations = options.migrations ?? (await readMigrations());
  await ensureAppRole(ownerSql, options.appPassword);
  const applied: string[] = [];
  for (;;) {
    const name = await ownerSql.begin((tx) => applyNext(tx, migrations));
    if (name === null) return applied;
    applied.push(name);
  }
}

/** The file that did not go through, in a transaction that is rolled back. */
export class MigrationFailed extends Error {
  override readonly name = 'MigrationFailed';
}

/**
 * As {@link migrate}, all files or none: what an upgrade wants, with nobody else at work. Throws `MigrationFailed`, that
 * names the file, beside `MigrationRefused`.
 */
export async function migrateTogether(ownerSql: Sql, options: MigrateOptions = {}): Promise<string[]> {
  const migrations = options.migrations ?? (await readMigrations());
  await ensureAppRole(ownerSql, options.appPassword);
  return ownerSql.begin(async (tx) => {
    const applied: string[] = [];
    for (;;) {
      const name = await applyNext(tx, migrations, (file, cause) => {
        throw new MigrationFailed(`${file}: ${cause.message}`, { cause });
      });
      if (name === null) return applied;
      applied.push(name);
      // What one file leaves to the end of its transaction is looked at before the next one.
      await tx`set constraints all immediate`;
      await tx`set constraints all deferred`;
    }
  });
}

async function applyNext(
  tx: AnyTx,
  migrations: readonly Migration[],
  failed?: (file: string, cause: Error) => never,
): Promise<string | null> {
  await tx`select pg_advisory_xact_lock(${LOCK})`;
  await tx`create table if not exists schema_migration (
    number integer primary key,
    name text not null,
    checksum text not null,
    applied_at timestamptz not null default now()
  )`;
  const next = nextOf(await ledger(tx), migrations);
  if (next === null) return null;
  await tx`insert into schema_migration (number, name, checksum)
    values (${next.number}, ${next.name}, ${next.checksum})`;
  const done = tx.unsafe(next.sql);
  await (failed === undefined ? done : done.catch((cause: Error) => failed(next.name, cause)));
  return next.name;
}

interface LedgerRow {
  readonly number: number;
  readonly name: string;
  readonly checksum: string;
}

const ledger = (sql: Sql | AnyTx): Promise<readonly LedgerRow[]> =>
  sql<LedgerRow[]>`select number, name, checksum from schema_migration order by number`;

function nextOf(rows: readonly LedgerRow[], migrations: readonly Migration[]): Migration | null {
  for (const row of rows) {
    const ours = migrations[row.number - 1];
    if (ours === undefined) {
      throw new MigrationRefused(
        `the database is newer than this program: it has migration ${row.name}. Start a program of that version or restore a backup.`,
      );
    }
    if (ours.checksum !== row.checksum) {
      throw new MigrationRefused(
        `migration ${ours.name} was changed after it was applied. Restore the file as released; changes go in a new file.`,
      );
    }
  }
  return migrations[rows.length] ?? null;
}

/**
 * Does the database have exactly the schema of this program? For processes that do not migrate (as
 * `traguardo_app`). `behind`: run the migrations; throws `MigrationRefused` as {@link migrate} does.
 */
export async function schemaState(sql: Sql): Promise<'current' | 'behind' | 'empty'> {
  const [found] = await sql<
    { there: boolean }[]
  >`select to_regclass('schema_migration') is not null as there`;
  if (found?.there !== true) return 'empty';
  return nextOf(await ledger(sql), await readMigrations()) === null ? 'current' : 'behind';
}
