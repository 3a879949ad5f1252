import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll } from 'vitest';

/** A folder in which uploads are spooled until the file's last test: what is left behind there is this file's. Call it at the top. */
export function ownSpoolFolder(): string {
  const { TMPDIR } = process.env;
  const folder = mkdtempSync(path.join(tmpdir(), 'traguardo-spool-'));
  process.env['TMPDIR'] = folder;
  afterAll(() => {
    if (TMPDIR === undefined) Reflect.deleteProperty(process.env, 'TMPDIR');
    else process.env['TMPDIR'] = TMPDIR;
    rmSync(folder, { recursive: true });
  });
  return folder;
}
