import { mkdirSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { explainFailure } from '../../embedded/cannot-start.js';
import { lockData } from '../../embedded/data-lock.js';
import { run } from './run-program.js';
import { tempFolder } from './temp-folder.js';

const start = path.resolve('bootstrap/start.mjs');
const folder = tempFolder();

test('a port that is taken is named before anything else starts, with the option that changes it', async () => {
  const other = createServer();
  await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
  afterAll(() => other.close());
  const { port } = other.address() as AddressInfo;
  const { code, said } = await run([start, '--port', String(port), '--data', path.join(folder, 'a')]).end;
  expect(code).toBe(1);
  expect(said).toContain(`La porta ${port} è già usata da un altro programma.`);
  expect(said).toContain('npm start -- --port 3000');
  expect(said).not.toContain('Base dati');
});

test('data in use by another start are refused with its number', async () => {
  const data = path.join(folder, 'b');
  mkdirSync(data);
  const lock = lockData(data);
  const { code, said } = await run([start, '--data', data]).end;
  lock.release();
  expect(code).toBe(1);
  expect(said).toContain(`già in uso da un altro Traguardo (processo ${process.pid})`);
  expect(said).toContain('npm start -- --data CARTELLA');
});

test('a wrong option ends with code 2 and a sentence', async () => {
  const { code, said } = await run([start, '--porta', '3000']).end;
  expect(code).toBe(2);
  expect(said).toBe("L'opzione --porta non esiste. L'elenco delle opzioni: npm start -- --help\n");
});

test.runIf(process.platform === 'linux').each([
  ['/sys/traguardo', /(mancano i permessi|il disco è in sola lettura) \(\/sys\/traguardo\)/],
  ['/proc/traguardo', /Qui non si può fare una cartella dei dati: \/proc\/traguardo\n/],
  ['/etc/hostname/traguardo', /Qui non si può fare una cartella dei dati: \/etc\/hostname\/traguardo\n/],
])(
  'a data folder that nobody may write to, %s, is named, with the option that changes it',
  async (data, names) => {
    const { code, said } = await run([start, '--data', data]).end;
    expect(code).toBe(1);
    expect(said).toMatch(names);
    expect(said).toContain('npm start -- --data CARTELLA');
  },
);

test.each([
  [Object.assign(new Error('write'), { code: 'ENOSPC' }), '', 'il disco è pieno'],
  ['exit 1', 'FATAL: could not write to file: No space left on device', 'il disco è pieno'],
  ['exit 1', 'Error: database or disk is full (13)', 'il disco è pieno'],
  [Object.assign(new Error('mkdir'), { code: 'EROFS' }), '', 'il disco è in sola lettura'],
  ['exit 1', 'could not open file: Permission denied', 'mancano i permessi'],
])('the failure «%s» with the log «%s» is called «%s», and where', (cause, log, name) => {
  const failure = explainFailure('PostgreSQL non parte', '/dati', cause, log);
  expect(failure.message).toBe(`PostgreSQL non parte: ${name} (/dati).`);
  expect(failure.remedy).toContain('npm start -- --data');
});
