import { readdir, readFile, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { instant } from '../../domain/time/instant.js';
import { MANIFEST } from '../../store/backup/manifest.js';
import { restoreBackup } from '../../store/backup/restore-backup.js';
import { writeBackup } from '../../store/backup/write-backup.js';
import { connect, type Sql } from '../../store/connection.js';
import { inTown } from '../../store/in-town.js';
import { migrate, readMigrations, schemaState } from '../../store/migrate.js';
import { freshDatabase } from '../database.js';
import { tempFolder } from '../embedded/temp-folder.js';
import { furnishedTown, NOON, type PlannedTown } from './furnished-town.js';

const [source, target, spoilt, newer, older] = await Promise.all([
  freshDatabase(),
  freshDatabase({ empty: true }),
  freshDatabase({ empty: true }),
  freshDatabase({ empty: true }),
  freshDatabase({ empty: true }),
]);
const open = (url: string): Sql => connect(url, { max: 2 });
const app = open(source.appUrl);
const [owner, restored, empty, behind] = [source, target, spoilt, newer].map(({ ownerUrl }) =>
  open(ownerUrl),
) as [Sql, Sql, Sql, Sql];
const admin = { source: open(source.adminUrl), target: open(target.adminUrl) };
afterAll(() =>
  Promise.all([app, owner, restored, empty, behind, ...Object.values(admin)].map((sql) => sql.end())),
);

const folder = path.join(tempFolder(), 'copia');
let town: PlannedTown;
beforeAll(async () => {
  town = await furnishedTown(app);
  await furnishedTown(app, 'Comune di Altrove');
  await owner`insert into sign_in (address, browser_hash, code_hash, asked_at, expires_at) values
    ('una@prova.example', ${Buffer.alloc(32, 1)}, ${Buffer.alloc(32, 2)}, ${NOON}, ${NOON})`;
  // More than the buffers of streams and sockets hold.
  await owner`insert into person (town, name, created_at)
    select ${town.town}, repeat('x', 100), ${NOON} from generate_series(1, 3000)`;
  await writeBackup(owner, folder, NOON);
});

/** Number and hash of the rows of each table, whatever their order. */
async function contents(sql: Sql): Promise<ReadonlyMap<string, string>> {
  const tables = await sql<{ name: string }[]>`select relname as name from pg_class
    where relnamespace = 'public'::regnamespace and relkind = 'r' order by 1`;
  const rows = await Promise.all(
    tables.map(async ({ name }) => {
      const [row] = await sql<{ what: string }[]>`
        select count(*) || ' ' || coalesce(md5(string_agg(t::text, '\n' order by t::text)), '') as what
        from ${sql(name)} t`;
      return [name, row?.what ?? ''] as const;
    }),
  );
  return new Map(rows);
}

describe('a copy', () => {
  it('put back into an empty database is the same in every table, but for links to enter and what wakes the workflows', async () => {
    await restoreBackup(restored, folder, NOON);
    const [before, after] = [await contents(admin.source), await contents(admin.target)];
    expect([...after.keys()]).toEqual([...before.keys()]);
    const changed = [...before].filter(([name, what]) => after.get(name) !== what).map(([name]) => name);
    expect(changed.filter((name) => name !== 'schema_migration')).toEqual(['announcement', 'sign_in']);
    expect(after.get('sign_in')).toBe('0 ');
    const waiting = await admin.target<{ n: number }[]>`select count(*) as n from workflow_next n
      where not exists (select 1 from announcement a where a.town = n.town
        and a.workflow_id = n.workflow_id and a.announced_at is null)`;
    expect(waiting[0]?.n).toBe(0);
    expect(await schemaState(restored)).toBe('current');
  });

  it('put back goes on: towns are apart, numbers follow on, keys and triggers watch as before', async () => {
    const ours = open(target.appUrl);
    const here = await inTown(ours, town.town, (tx) => tx`select distinct town from obligation`);
    expect(here).toEqual([{ town: town.town }]);
    await inTown(
      ours,
      town.town,
      (tx) => tx`insert into announcement (workflow_id, workflow_type, args, created_at)
        values ('t/x/r', 'round', '[]', ${NOON})`,
    );
    await expect(
      inTown(ours, town.town, (tx) => tx`update town set clock_offset_ms = clock_offset_ms - 1`),
    ).rejects.toThrow();
    await expect(
      inTown(ours, town.town, (tx) => tx`delete from person where id in (select person from role_holder)`),
    ).rejects.toThrow();
    await ours.end();
    const deferred = (sql: Sql) => sql`select conrelid::regclass::text as name from pg_constraint
      where contype = 'f' and condeferrable order by 1`;
    const [before, after] = [await deferred(admin.source), await deferred(admin.target)];
    expect(after).toEqual(before);
    expect(after.length).toBeGreaterThan(1);
  });

  it('is for its owner alone, and its manifest counts every row of every file', async () => {
    expect((await stat(folder)).mode & 0o077).toBe(0);
    const files = await readdir(folder);
    for (const file of files) expect((await stat(path.join(folder, file))).mode & 0o077).toBe(0);
    const manifest = JSON.parse(await readFile(path.join(folder, MANIFEST), 'utf8'));
    expect(manifest.tables).toHaveLength(files.length - 1);
    expect(manifest.tables.find(({ name }: { name: string }) => name === 'town').rows).toBe(2);
  });

  it('is put into no database that holds anything', async () => {
    await expect(restoreBackup(owner, folder, NOON)).rejects.toThrow('la base dati non è vuota');
  });

  it('that lacks a byte, a file or its manifest is refused before the database is touched', async () => {
    const file = path.join(folder, 'person.copy.gz');
    const whole = await readFile(file);
    await writeFile(file, whole.subarray(0, -1));
    await expect(restoreBackup(empty, folder, NOON)).rejects.toThrow('person.copy.gz della copia manca');
    await writeFile(file, whole);
    await expect(restoreBackup(empty, tempFolder(), NOON)).rejects.toThrow('manca copia.json');
    expect(await schemaState(empty)).toBe('empty');
  });

  it('of a newer program, or of another schema, is refused by the name of the migration', async () => {
    const file = path.join(folder, MANIFEST);
    const whole = await readFile(file, 'utf8');
    const manifest = JSON.parse(whole);
    const next = {
      number: manifest.migrations.length + 1,
      name: '999999_later.sql',
      checksum: '0'.repeat(64),
    };
    await writeFile(file, JSON.stringify({ ...manifest, migrations: [...manifest.migrations, next] }));
    await expect(restoreBackup(behind, folder, NOON)).rejects.toThrow('999999_later.sql');
    const [first, ...rest] = manifest.migrations;
    const other = [{ ...first, checksum: '0'.repeat(64) }, ...rest];
    await writeFile(file, JSON.stringify({ ...manifest, migrations: other }));
    await expect(restoreBackup(behind, folder, NOON)).rejects.toThrow('000001_towns_and_people.sql');
    await writeFile(file, whole);
    expect(await schemaState(behind)).toBe('empty');
  });

  it('of the schema of migration 26 is put back and then brought to this one, with its rows', async () => {
    const old = open(older.ownerUrl);
    await migrate(old, { migrations: (await readMigrations()).slice(0, 26) });
    await old`insert into town (id, slug, name, mode, created_at)
      values (gen_random_uuid(), 'allora', 'Comune di Allora', 'live', ${NOON})`;
    const then = path.join(tempFolder(), 'allora');
    await writeBackup(old, then, instant(NOON));
    await old.end();
    await restoreBackup(behind, then, instant(NOON));
    expect(await schemaState(behind)).toBe('current');
    expect(await behind`select slug, name from town`).toEqual([{ slug: 'allora', name: 'Comune di Allora' }]);
  });
});
