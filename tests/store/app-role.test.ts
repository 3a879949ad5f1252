import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type PostgresServer, startPostgres } from '../../embedded/postgres.js';
import { listTowns } from '../../store/across-towns.js';
import { APP_ROLE, ensureAppRole } from '../../store/app-role.js';
import { connect, type Sql } from '../../store/connection.js';
import { inTown } from '../../store/in-town.js';
import { migrate } from '../../store/migrate.js';
import { bareTown } from './furnished-town.js';

// Roles belong to the whole server: these tests have one of their own.
let folder: string;
let server: PostgresServer;
let admin: Sql;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'traguardo-role-'));
  server = await startPostgres({
    folder: path.join(folder, 'postgres'),
    log: path.join(folder, 'log'),
    settings: { fsync: 'off' },
  });
  admin = connect(server.url('postgres', 'postgres'), { max: 2 });
  await admin.unsafe('create role plain_owner login; create role making_owner login createrole');
});
afterAll(async () => {
  await admin.end();
  await server.stop();
  await rm(folder, { recursive: true, force: true });
});

const open = (user: string, database = 'postgres'): Sql => connect(server.url(user, database), { max: 1 });

describe('the role traguardo_app', () => {
  it('is asked for by name where it is absent and the owner may not make it', async () => {
    const owner = open('plain_owner');
    await expect(ensureAppRole(owner)).rejects.toThrow(
      /create role traguardo_app login nosuperuser nobypassrls/,
    );
    await owner.end();
  });

  it('is made once by four starts at once on four databases of one server', async () => {
    const owners = [1, 2, 3, 4].map(() => open('making_owner'));
    await Promise.all(owners.map((owner) => ensureAppRole(owner, 'segreta')));
    const [role] = await admin`
      select rolsuper, rolbypassrls, rolcreaterole, rolcreatedb, rolcanlogin from pg_roles where rolname = ${APP_ROLE}`;
    expect(role).toEqual({
      rolsuper: false,
      rolbypassrls: false,
      rolcreaterole: false,
      rolcreatedb: false,
      rolcanlogin: true,
    });
    await Promise.all(owners.map((owner) => owner.end()));
  });

  it('has its password changed where one is given, quotes and all, and kept where none is', async () => {
    const stored = async (): Promise<unknown> =>
      (await admin`select rolpassword from pg_authid where rolname = ${APP_ROLE}`)[0]?.['rolpassword'];
    const before = await stored();
    await ensureAppRole(admin, `d'altro "conto"`);
    const after = await stored();
    expect(after).not.toBe(before);
    await ensureAppRole(admin);
    expect(await stored()).toBe(after);
  });

  it('is refused when it can pass row-level security', async () => {
    await admin.unsafe(`alter role ${APP_ROLE} bypassrls`);
    await expect(migrate(admin, { migrations: [] })).rejects.toThrow(/nosuperuser nobypassrls/);
    await admin.unsafe(`alter role ${APP_ROLE} nobypassrls`);
  });
});

describe('an owner without BYPASSRLS', () => {
  it('migrates; is itself bound by row-level security; its functions across towns see every town', async () => {
    await admin.unsafe('create database provider owner plain_owner');
    const owner = open('plain_owner', 'provider');
    const app = open(APP_ROLE, 'provider');
    await migrate(owner);
    const towns = [await bareTown(app, 'Comune di qua'), await bareTown(app, 'Comune di là')];
    expect(await owner`select id from town`).toEqual([]);
    expect(await inTown(owner, towns[0] as string, (tx) => tx`select id from town`)).toHaveLength(1);
    expect((await listTowns(app)).map((town) => town.id).sort()).toEqual(towns.sort());
    await Promise.all([owner.end(), app.end()]);
  });
});
