import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Announced } from './data-lock.js';
import { isAlive } from './process-identity.js';

/** Where `traguardo serve` keeps its data unless it is told: the variable `DATA_DIR`, else a folder of the current one. */
export const serviceFolder = (env: NodeJS.ProcessEnv): string => env['DATA_DIR'] || '.traguardo-servizio';

/** Where everything of the Traguardo is that runs on this data folder now; `null` when none runs. */
export function runningStack(folder: string): Announced | null {
  try {
    const holder = JSON.parse(readFileSync(path.join(folder, 'lock'), 'utf8')) as Record<string, unknown>;
    const { pid, started, address, pages, database, temporalAddress } = holder as Partial<Announced> &
      Record<'pid' | 'started', unknown>;
    if (typeof pid !== 'number' || typeof started !== 'string' || !isAlive({ pid, started })) return null;
    // Without them it has not come up yet.
    return address && pages && database && temporalAddress
      ? { address, pages, database, temporalAddress }
      : null;
  } catch {
    return null;
  }
}
