/**
 * A copy of all facts while everything runs: one reading transaction sees them as they are at one moment, and each
 * table goes into a file. The embedded PostgreSQL has no `pg_dump`; this needs none.
 */
import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, open, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import type { Instant } from '../../domain/time/instant.js';
import type { AnyTx, Sql } from '../connection.js';
import { copyOut } from './copy-out.js';
import { fileOf, MANIFEST, type Manifest } from './manifest.js';
import { type CopiedTable, copiedTables } from './tables.js';
import { needWholeView } from './whole-view.js';

/** Nothing in a copy is a password, but everything is personal: for its owner alone. */
const PRIVATE = { folder: 0o700, file: 0o600 };

/**
 * Makes `folder`, which must not be there yet; it appears whole or not at all. `sql` is the owner's, who sees all
 * towns. `now` is real time. Rejects on what the disk or the database refuses, and then leaves nothing.
 */
export async function writeBackup(ownerSql: Sql, folder: string, now: Instant): Promise<Manifest> {
  const part = `${folder}.incompleta`;
  await rm(part, { recursive: true, force: true });
  await mkdir(part, { recursive: true, mode: PRIVATE.folder });
  try {
    const manifest = await ownerSql.begin('isolation level repeatable read read only', async (tx) => {
      await needWholeView(tx);
      const migrations = await tx<Manifest['migrations']>`
        select number, name, checksum from schema_migration order by number`;
      const tables: Manifest['tables'] = [];
      for (const table of await copiedTables(tx)) tables.push(await writeTable(tx, table, part));
      return { format: 1 as const, madeAt: now, migrations: [...migrations], tables };
    });
    await writeWhole(path.join(part, MANIFEST), `${JSON.stringify(manifest, null, 1)}\n`);
    await rename(part, folder);
    return manifest;
  } catch (error) {
    await rm(part, { recursive: true, force: true });
    throw error;
  }
}

async function writeTable(
  tx: AnyTx,
  { name, columns }: CopiedTable,
  folder: string,
): Promise<Manifest['tables'][number]> {
  const rows = copyOut(tx`copy ${tx(name)} (${tx([...columns])}) to stdout`);
  let lines = 0;
  const counted = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      // A line end inside a text is written \n, with two characters.
      for (const byte of chunk) if (byte === 10) lines += 1;
      done(null, chunk);
    },
  });
  const file = path.join(folder, fileOf(name));
  const out = createWriteStream(file, { mode: PRIVATE.file, flush: true });
  await pipeline(rows, counted, createGzip({ level: 4 }), out);
  return { name, columns: [...columns], rows: lines, sha256: await hashOf(file) };
}

async function writeWhole(file: string, text: string): Promise<void> {
  const handle = await open(file, 'w', PRIVATE.file);
  try {
    await handle.writeFile(text);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** SHA-256 of a file as it lies on the disk, hex. */
export async function hashOf(file: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(file), hash);
  return hash.digest('hex');
}
