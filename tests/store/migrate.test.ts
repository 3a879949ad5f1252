import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { connect } from '../../store/connection.js';
import { type Migration, migrate, readMigrations, schemaState } from '../../store/migrate.js';
import { MigrationRefused } from '../../store/migration-refused.js';
import { freshDatabase } from '../database.js';

const [prefixes, together, altered, newer, broken] = await Promise.all([
  freshDatabase({ empty: true }),
  freshDatabase({ empty: true }),
  freshDatabase({ empty: true }),
  freshDatabase({ empty: true }),
  freshDatabase({ empty: true }),
]);
const all = await readMigrations();
const names = all.map((one) => one.name);

const file = (number: number, sql: string): Migration => ({
  number,
  name: `${String(number).padStart(6, '0')}_test.sql`,
  sql,
  checksum: createHash('sha256').update(sql).digest('hex'),
});

describe('migrate', () => {
  it('applies every prefix of the migrations, one file more each time, and then nothing', async () => {
    const owner = connect(prefixes.ownerUrl, { max: 1 });
    expect(await schemaState(owner)).toBe('empty');
    for (let count = 1; count <= all.length; count++) {
      expect(await migrate(owner, { migrations: all.slice(0, count) })).toEqual([names[count - 1]]);
      expect(await schemaState(owner)).toBe(count === all.length ? 'current' : 'behind');
    }
    expect(await migrate(owner)).toEqual([]);
    await owner.end();
  });

  it('four at once: each file is applied by exactly one of them', async () => {
    const owners = [1, 2, 3, 4].map(() => connect(together.ownerUrl, { max: 2 }));
    const applied = await Promise.all(owners.map((owner) => migrate(owner)));
    expect(applied.flat().sort()).toEqual(names);
    await Promise.all(owners.map((owner) => owner.end()));
  });

  it('refuses a file that was changed after it was applied, by its SHA-256', async () => {
    const owner = connect(altered.ownerUrl, { max: 1 });
    await migrate(owner, { migrations: [file(1, 'create table a (x integer)')] });
    const changed = [file(1, 'create table a (x bigint)'), file(2, 'create table b (x integer)')];
    await expect(migrate(owner, { migrations: changed })).rejects.toThrow(/000001_test\.sql was changed/);
    await expect(schemaState(owner)).rejects.toBeInstanceOf(MigrationRefused);
    await owner.end();
  });

  it('refuses a database that is newer than the program, and leaves it as it is', async () => {
    const owner = connect(newer.ownerUrl, { max: 1 });
    const three = [1, 2, 3].map((number) => file(number, `create table t${number} (x integer)`));
    await migrate(owner, { migrations: three });
    await expect(migrate(owner, { migrations: three.slice(0, 2) })).rejects.toThrow(
      /newer.*000003_test\.sql/,
    );
    expect(await migrate(owner, { migrations: three })).toEqual([]);
    await owner.end();
  });

  it('a file that fails half-way leaves nothing behind, not even its row in the ledger', async () => {
    const owner = connect(broken.ownerUrl, { max: 1 });
    const good = file(1, 'create table first (x integer)');
    await expect(
      migrate(owner, { migrations: [good, file(2, 'create table second (x integer); select 1 / 0')] }),
    ).rejects.toMatchObject({ code: '22012' });
    const tables = await owner`select relname as name from pg_class
      where relkind = 'r' and relnamespace = 'public'::regnamespace order by 1`;
    expect(tables.map((row) => row['name'])).toEqual(['first', 'schema_migration']);
    expect(await migrate(owner, { migrations: [good, file(2, 'create table second (x integer)')] })).toEqual([
      '000002_test.sql',
    ]);
    await owner.end();
  });
});

describe('the schema as traguardo_app meets it', () => {
  let app: ReturnType<typeof connect>;
  beforeAll(async () => {
    const owner = connect(prefixes.ownerUrl, { max: 1 });
    await migrate(owner);
    await owner.end();
    app = connect(prefixes.appUrl, { max: 1 });
  });
  afterAll(() => app.end());

  it('reads the ledger, so that a process that does not migrate can refuse to start', async () => {
    expect(await schemaState(app)).toBe('current');
  });

  it('may not migrate', async () => {
    await expect(migrate(app)).rejects.toMatchObject({ code: '42501' });
  });
});
