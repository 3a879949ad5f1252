import { readFileSync } from 'node:fs';
import path from 'node:path';
import { isAlive } from './process-identity.js';

/** Where the pages of the Traguardo are that runs on this data folder now; `null` when none runs. */
export function runningStack(folder: string): string | null {
  try {
    const holder = JSON.parse(readFileSync(path.join(folder, 'lock'), 'utf8')) as Record<string, unknown>;
    const { pid, started, address } = holder;
    if (typeof pid !== 'number' || typeof started !== 'string' || typeof address !== 'string') return null;
    return isAlive({ pid, started }) ? address : null;
  } catch {
    return null;
  }
}
