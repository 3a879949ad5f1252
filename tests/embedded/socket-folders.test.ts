import { existsSync, mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, expect, test, vi } from 'vitest';
import { makeSocketFolder } from '../../embedded/postgres-socket.js';

// A socket's path is short, and TMPDIR may be long: below /tmp itself, where the product looks next.
const parent = mkdtempSync('/tmp/sf-');
afterAll(() => {
  vi.unstubAllEnvs();
  rmSync(parent, { recursive: true });
});

function left(name: string, minutesAgo: number, file?: string): string {
  const folder = path.join(parent, name);
  mkdirSync(folder);
  if (file !== undefined) writeFileSync(path.join(folder, file), '');
  const at = Date.now() / 1000 - minutesAgo * 60;
  utimesSync(folder, at, at);
  return folder;
}

test('a new server’s folder takes the place of empty ones that are left for an hour; a young one, one with a socket and others’ stay', async () => {
  const gone = [left('traguardo-pg-aaaaaa', 61), left('traguardo-pg-bbbbbb', 3_000)];
  const kept = [
    left('traguardo-pg-cccccc', 50),
    left('traguardo-pg-dddddd', 3_000, '.s.PGSQL.5432'),
    left('altro-programma', 3_000),
  ];
  vi.stubEnv('TMPDIR', parent);
  const made = await makeSocketFolder(null);
  expect(path.dirname(made)).toBe(parent);
  expect(gone.filter(existsSync)).toEqual([]);
  expect([...kept, made].filter((folder) => !existsSync(folder))).toEqual([]);
});
