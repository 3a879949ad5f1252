import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll } from 'vitest';

const made: string[] = [];
afterAll(() => {
  for (const folder of made) rmSync(folder, { recursive: true, force: true });
});

/** A folder that goes after the file's last test. */
export function tempFolder(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'traguardo-test-'));
  made.push(folder);
  return folder;
}
