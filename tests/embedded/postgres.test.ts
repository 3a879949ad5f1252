import { existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { type PostgresServer, type PostgresWish, startPostgres } from '../../embedded/postgres.js';
import { isAlive } from '../../embedded/process-identity.js';
import { oneConnection } from '../database-server.js';
import { tempFolder } from './temp-folder.js';

const running: PostgresServer[] = [];
const folder = tempFolder();
afterAll(async () => {
  for (const server of running) await server.stop();
});

const wish = (name: string): PostgresWish => ({
  folder: path.join(folder, name, 'postgres'),
  log: path.join(folder, `${name}.log`),
});

async function start(wanted: PostgresWish): Promise<PostgresServer> {
  const server = await startPostgres(wanted);
  running.push(server);
  return server;
}

/** Runs one statement as the administrator and returns the first column of the first row. */
async function ask(server: PostgresServer, statement: string): Promise<unknown> {
  const sql = oneConnection(server.url('postgres', 'postgres'));
  try {
    const [row] = await sql.unsafe(statement);
    return row === undefined ? undefined : Object.values(row)[0];
  } finally {
    await sql.end();
  }
}

test('the first start makes a cluster with checksums that only its socket reaches', async () => {
  const server = await start(wish('first'));
  expect(server).toMatchObject({ isNew: true, adopted: false });
  expect(await ask(server, 'show listen_addresses')).toBe('');
  expect(await ask(server, 'show data_checksums')).toBe('on');
  expect(await ask(server, `select upper('perché')`)).toBe('PERCHÉ');
  expect(statSync(server.socketFolder).mode & 0o077).toBe(0);
  expect(Buffer.byteLength(path.join(server.socketFolder, '.s.PGSQL.5432'))).toBeLessThan(104);
  await server.stop();
  expect(isAlive(server.process)).toBe(false);
  expect(existsSync(server.socketFolder)).toBe(false);
});

test('after an orderly stop the next start finds what was written', async () => {
  const first = await start(wish('again'));
  await ask(first, 'create table fact as select 42 as value');
  await first.stop();
  const second = await start(wish('again'));
  expect(second).toMatchObject({ isNew: false, adopted: false });
  expect(await ask(second, 'select value from fact')).toBe(42);
});

test('a server that is killed is told of, and a new one comes up at once in the same place with every committed row', async () => {
  const first = await start(wish('killed'));
  await ask(first, 'create table fact (value int)');
  await ask(first, 'insert into fact select generate_series(1, 100)');
  process.kill(first.process.pid, 'SIGKILL');
  expect(await first.died).toBe('postgres ended with SIGKILL');
  const second = await start({ ...wish('killed'), socketFolder: first.socketFolder });
  expect(second.url('a', 'b')).toBe(first.url('a', 'b'));
  expect(await ask(second, 'select count(*)::int from fact')).toBe(100);
});

test('a new one that ends in its own beginning leaves the place to the next, which comes up there', async () => {
  const first = await start(wish('twice'));
  process.kill(first.process.pid, 'SIGKILL');
  await first.died;
  const again = { ...wish('twice'), socketFolder: first.socketFolder };
  await expect(startPostgres({ ...again, settings: { max_connections: 'none' } })).rejects.toThrow(
    'PostgreSQL non parte',
  );
  // As if the machine had removed old files meanwhile, too.
  rmSync(first.socketFolder, { recursive: true, force: true });
  const second = await start(again);
  expect(second.url('a', 'b')).toBe(first.url('a', 'b'));
  expect(await ask(second, 'select 1')).toBe(1);
  expect(statSync(second.socketFolder).mode & 0o077).toBe(0);
});

test('a server that still runs is taken over, and its end is noticed', async () => {
  const left = await start(wish('orphan'));
  const adopted = await startPostgres(wish('orphan'));
  expect(adopted).toMatchObject({ adopted: true, isNew: false, process: left.process });
  expect(await ask(adopted, 'select 1')).toBe(1);
  process.kill(adopted.process.pid, 'SIGKILL');
  expect(await adopted.died).toContain('postgres ended');
});

test('a pid file left by a killed server whose pid now is somebody else’s does not keep a start back', async () => {
  const first = await start(wish('stale'));
  await first.stop();
  // This very process is alive, and no PostgreSQL.
  writeFileSync(
    path.join(folder, 'stale', 'postgres', 'postmaster.pid'),
    `${process.pid}\n/x\n1\n5432\n${path.join(folder, 'gone')}\n`,
  );
  const second = await start(wish('stale'));
  expect(second.adopted).toBe(false);
});

test('what an interrupted first start left is thrown away', async () => {
  const wanted = wish('interrupted');
  mkdirSync(`${wanted.folder}.new`, { recursive: true });
  writeFileSync(path.join(`${wanted.folder}.new`, 'PG_VERSION'), '18\n');
  expect(await start(wanted)).toMatchObject({ isNew: true });
});

test('data of another major version are refused by both numbers and left alone', async () => {
  const wanted = wish('old');
  mkdirSync(wanted.folder, { recursive: true });
  writeFileSync(path.join(wanted.folder, 'PG_VERSION'), '15\n');
  await expect(startPostgres(wanted)).rejects.toThrow(/PostgreSQL 15, il programma installato è il 18/);
  expect(readFileSync(path.join(wanted.folder, 'PG_VERSION'), 'utf8')).toBe('15\n');
});

test('a server that cannot start is told with its own last words', async () => {
  const start = startPostgres({ ...wish('wrong'), settings: { shared_buffers: 'many' } });
  await expect(start).rejects.toMatchObject({
    name: 'CannotStart',
    message: expect.stringContaining('PostgreSQL non parte'),
    details: expect.stringContaining('invalid value for parameter "shared_buffers"'),
  });
});

test('data in a folder that nobody else may enter work too, even for root', async () => {
  mkdirSync(path.join(folder, 'private'), { mode: 0o700 });
  const wanted = { ...wish('private/home'), log: path.join(folder, 'private.log') };
  const server = await start(wanted);
  await ask(server, 'create table fact as select 7 as value');
  await server.stop();
  const again = await start(wanted);
  expect(await ask(again, 'select value from fact')).toBe(7);
  const adopted = await startPostgres(wanted);
  expect(adopted.adopted).toBe(true);
});
