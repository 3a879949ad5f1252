/** Where the servers of one bench keep their data: gone, with whatever runs on it, however the bench ends. */
import { spawn } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export interface BenchFolder {
  /** For one stack: the data folder it is started on. */
  readonly data: string;
  /** Ends what still runs there and removes the folder. */
  remove(): Promise<void>;
}

const RUNNER = fileURLToPath(new URL('../bootstrap/run.mjs', import.meta.url));
const SWEEPER = fileURLToPath(new URL('sweeper.ts', import.meta.url));

/**
 * The servers are in sessions of their own and outlive a bench that is broken off: a sweeper stands by, in a
 * session of its own too, and goes to work when the pipe between us closes, be it by `remove` or by our death.
 */
export function benchFolder(): BenchFolder {
  const folder = mkdtempSync(path.join(tmpdir(), 'traguardo-bench-'));
  const data = path.join(folder, 'data');
  const sweeper = spawn(process.execPath, [RUNNER, SWEEPER, folder], {
    detached: true,
    stdio: ['pipe', 'ignore', 'inherit'],
  });
  const swept = new Promise<void>((resolve) => sweeper.once('exit', () => resolve()));
  return {
    data,
    async remove() {
      sweeper.stdin.end();
      await swept;
    },
  };
}
