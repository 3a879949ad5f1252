/** Resident memory of what `npm start` runs, by process, a while after the load of the example. */
import { benchFolder } from './bench-folder.js';
import type { Figure } from './figure.js';
import { residentMb } from './resident.js';
import { startAsPeopleDo } from './start.js';

const IDLE_MS = 15_000;

export async function benchMemory(): Promise<readonly Figure[]> {
  const folder = benchFolder();
  const stack = await startAsPeopleDo(folder.data);
  try {
    await new Promise((resolve) => setTimeout(resolve, IDLE_MS));
    const sum = residentMb(stack.child.pid ?? 0);
    return [
      { what: 'supervisor and inbox', value: sum(/bootstrap\/start\.mjs/), unit: 'MB' },
      { what: 'worker', value: sum(/worker\/main/), unit: 'MB' },
      { what: 'pages', value: sum(/api\/main/), unit: 'MB' },
      { what: 'Temporal', value: sum(/temporal.* server start-dev/), unit: 'MB' },
      { what: 'PostgreSQL (shared pages counted in each process)', value: sum(/postgres/), unit: 'MB' },
    ];
  } finally {
    await stack.stop();
    await folder.remove();
  }
}
