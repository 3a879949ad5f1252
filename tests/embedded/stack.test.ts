import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { partMark } from '../../embedded/node-part.js';
import { livePostmaster } from '../../embedded/postmaster.js';
import { endProcess, isAlive, type ProcessIdentity, untilGone } from '../../embedded/process-identity.js';
import { findByArgument } from '../../embedded/process-search.js';
import { oneConnection } from '../database-server.js';
import { runProgram } from './run-program.js';
import { tempFolder } from './temp-folder.js';

const folder = tempFolder();
const temporalDatabase = path.join(folder, 'temporal.db');
afterAll(async () => {
  const left = [...findByArgument(temporalDatabase), ...findByArgument(partMark(folder))];
  const postmaster = await livePostmaster(path.join(folder, 'postgres'));
  if (postmaster !== null) left.push(postmaster.process);
  for (const one of left) await endProcess(one, ['SIGKILL']);
});

interface Told {
  readonly owner: string;
  readonly temporal: string;
  readonly part: ProcessIdentity;
}

async function startStack() {
  const program = runProgram('stack', folder);
  return { program, told: JSON.parse(await program.firstLine) as Told };
}

test('after kill -9 of the supervisor the next start takes PostgreSQL over, replaces the rest and keeps every fact', async () => {
  const first = await startStack();
  const sql = oneConnection(first.told.owner);
  await sql`create table fact as select 1 as value`;
  await sql.end();
  const postgres = await livePostmaster(path.join(folder, 'postgres'));
  const [temporal] = findByArgument(temporalDatabase);
  if (postgres === null || temporal === undefined) throw new Error('the first stack does not run');

  first.program.child.kill('SIGKILL');
  await first.program.end;
  // The leash: our own programs do not outlive their supervisor.
  expect(await untilGone(first.told.part, 20_000)).toBe(true);
  expect(isAlive(postgres.process) && isAlive(temporal)).toBe(true);

  const second = await startStack();
  expect(await livePostmaster(path.join(folder, 'postgres'))).toMatchObject({ process: postgres.process });
  expect(second.told.owner).toBe(first.told.owner);
  expect(isAlive(temporal)).toBe(false);
  expect(findByArgument(temporalDatabase)).toHaveLength(1);
  const again = oneConnection(second.told.owner);
  expect(await again`select value from fact`).toEqual([{ value: 1 }]);
  await again.end();

  second.program.child.kill('SIGTERM');
  expect(await second.program.end).toMatchObject({ code: 0 });
  expect(isAlive(postgres.process) || isAlive(second.told.part)).toBe(false);
  expect(findByArgument(temporalDatabase)).toEqual([]);
});

test('when PostgreSQL, Temporal and the part are killed, each is there again at its old address', async () => {
  const { program, told } = await startStack();
  const killed: ProcessIdentity[] = [told.part, ...findByArgument(temporalDatabase)];
  const postmaster = await livePostmaster(path.join(folder, 'postgres'));
  if (postmaster !== null) killed.push(postmaster.process);
  expect(killed).toHaveLength(3);
  for (const one of killed) process.kill(one.pid, 'SIGKILL');

  const sql = oneConnection(told.owner);
  const answer = async (): Promise<unknown> => sql`select value from fact`.catch(() => null);
  while ((await answer()) === null) await new Promise((resolve) => setTimeout(resolve, 50));
  await sql.end();
  const back = () => [...findByArgument(temporalDatabase), ...findByArgument(partMark(folder))];
  while (back().length < 2) await new Promise((resolve) => setTimeout(resolve, 50));
  for (const one of killed) expect(isAlive(one)).toBe(false);

  program.child.kill('SIGTERM');
  expect(await program.end).toMatchObject({ code: 0 });
  expect(back()).toEqual([]);
});

test('a second start on data in use is refused, and the first works on', async () => {
  const { program, told } = await startStack();
  const second = await runProgram('stack', folder).end;
  expect(second.code).toBe(1);
  expect(second.said).toContain(`già in uso da un altro Traguardo (processo ${program.child.pid})`);
  expect(isAlive(told.part)).toBe(true);
  program.child.kill('SIGTERM');
  expect(await program.end).toMatchObject({ code: 0 });
});
