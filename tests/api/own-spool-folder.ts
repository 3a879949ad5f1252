import { mkdtempSync, readdirSync, readlinkSync, rmSync } from 'node:fs';
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

/** What is spooled in `folder` now: files with a name, and those without one that this process holds open. */
export const spooledIn = (folder: string): readonly string[] => [
  ...readdirSync(folder),
  ...readdirSync('/proc/self/fd').flatMap((one) => {
    const file = targetOf(`/proc/self/fd/${one}`);
    return file.startsWith(`${folder}/`) ? [file] : [];
  }),
];

/** Empty when it was closed since it was listed. */
function targetOf(link: string): string {
  try {
    return readlinkSync(link);
  } catch {
    return '';
  }
}
