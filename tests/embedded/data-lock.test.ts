import { once } from 'node:events';
import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { lockData } from '../../embedded/data-lock.js';
import { runProgram } from './run-program.js';
import { tempFolder } from './temp-folder.js';

test('a folder that a living process holds is refused, with its number and where its pages are', () => {
  const folder = tempFolder();
  const lock = lockData(folder);
  lock.announce({
    address: 'http://localhost:3000',
    pages: 'http://127.0.0.1:3000',
    database: { app: 'postgres://app@localhost/t', owner: 'postgres://owner@localhost/t' },
    temporalAddress: '127.0.0.1:7233',
  });
  expect(() => lockData(folder)).toThrow(
    `già in uso da un altro Traguardo (processo ${process.pid}). Le pagine sono su http://localhost:3000`,
  );
  lock.release();
  expect(existsSync(path.join(folder, 'lock'))).toBe(false);
  lockData(folder).release();
});

test('the lock of a process that was killed is taken over', async () => {
  const folder = tempFolder();
  const holder = runProgram('take-lock', folder);
  expect(await holder.firstLine).toBe('taken');
  expect(() => lockData(folder)).toThrow(`processo ${holder.child.pid}`);
  holder.child.kill('SIGKILL');
  await once(holder.child, 'close');
  lockData(folder).release();
});

test('a lock whose number now belongs to another process is stale', () => {
  const folder = tempFolder();
  writeFileSync(
    path.join(folder, 'lock'),
    JSON.stringify({ pid: process.pid, started: 'long ago', address: null }),
  );
  lockData(folder).release();
});

test('a lock file that is cut or empty is stale', () => {
  const folder = tempFolder();
  for (const text of ['', '{"pid":', '[]']) {
    writeFileSync(path.join(folder, 'lock'), text);
    lockData(folder).release();
  }
});

test('of 6 processes that find the same stale lock exactly one gets it', async () => {
  const folder = tempFolder();
  writeFileSync(path.join(folder, 'lock'), JSON.stringify({ pid: 1, started: 'long ago', address: null }));
  const said = await Promise.all(
    Array.from({ length: 6 }, () => runProgram('take-lock', folder)).map(({ firstLine }) => firstLine),
  );
  expect(said.filter((line) => line === 'taken')).toHaveLength(1);
  expect(said.filter((line) => line.includes('già in uso'))).toHaveLength(5);
  expect(readdirSync(folder)).toEqual(['lock']);
});
