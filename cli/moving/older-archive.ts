/** An archive of an older release: it lives through the migrations in a database of its own, made for this and dropped. */
import { randomBytes } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { instant } from '../../domain/time/instant.js';
import { schemaThen } from '../../store/backup/schema-then.js';
import { connect, type Sql } from '../../store/connection.js';
import { type Migration, migrate, readMigrations } from '../../store/migrate.js';
import { readingTown } from '../../store/moving/read-town.js';
import { TownRefused } from '../../store/moving/town-manifest.js';
import { type ArrivingTown, writeTown } from '../../store/moving/write-town.js';
import { withArchive } from './open-archive.js';
import { writeArchive } from './town-archive.js';

/** Hands over the town as this program's schema has it. Throws `TownRefused` on an archive of a newer program, or of another schema. */
export async function withThisSchema<T>(
  ownerSql: Sql,
  owner: string,
  arriving: ArrivingTown,
  work: (ours: ArrivingTown) => Promise<T>,
): Promise<T> {
  const ours = await readMigrations();
  const then = schemaThen(arriving.manifest, ours, (why) => new TownRefused(why), {
    whose: "L'archivio",
    newer: 'aggiorna questa installazione con «traguardo upgrade», poi importa',
  });
  if (then.length === ours.length) return work(arriving);
  const name = `traguardo_import_${randomBytes(6).toString('hex')}`;
  await ownerSql`create database ${ownerSql(name)} template template0`.catch((cause) => {
    throw new TownRefused(
      'L’archivio è di una versione più vecchia e qui il proprietario della base dati non può farne una di passaggio: aggiorna l’installazione di prima ed esporta di nuovo, oppure «alter role … createdb»',
      { cause },
    );
  });
  const file = path.join(tmpdir(), `${name}.zip`);
  try {
    await modernise(databaseAt(owner, name), then, arriving, file);
    return await withArchive(file, work);
  } finally {
    await rm(file, { force: true });
    await ownerSql`drop database ${ownerSql(name)} with (force)`;
  }
}

function databaseAt(owner: string, name: string): string {
  const url = new URL(owner);
  url.pathname = `/${name}`;
  return url.href;
}

async function modernise(
  url: string,
  then: readonly Migration[],
  arriving: ArrivingTown,
  file: string,
): Promise<void> {
  const sql = connect(url, { max: 2, applicationName: 'traguardo import-town' });
  const { madeAt, left, town } = arriving.manifest;
  try {
    await migrate(sql, { migrations: then });
    await sql.begin((tx) => writeTown(tx, arriving));
    await migrate(sql);
    await readingTown(sql, town.slug, (reading) =>
      writeArchive(reading, file, { now: instant(madeAt), left }),
    );
  } finally {
    await sql.end({ timeout: 2 });
  }
}
