import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterThisFile } from '../after-file.js';

/** A folder that goes after the file's last test. */
export function tempFolder(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'traguardo-test-'));
  afterThisFile(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}
