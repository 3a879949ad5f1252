/** How old the newest nightly copy of `traguardo serve` is: a copy that fails for whatever reason shows as one that is missing. */
import { readdir, stat } from 'node:fs/promises';
import path from 'node:path';
import { Gauge, type Registry } from 'prom-client';
import { patiently } from '../../running/patiently.js';

/** `folder` holds one folder a day: `2026-11-23`. Looked at at each scrape. */
export function addCopyGauge(registry: Registry, folder: string): void {
  new Gauge({
    name: 'traguardo_newest_copy_timestamp_seconds',
    help: 'When the newest nightly copy was made, in seconds since 1970; 0: there is none that can be read.',
    registers: [registry],
    async collect() {
      this.set(((await patiently(newestCopy(folder))) ?? 0) / 1000);
    },
  });
}

/** Milliseconds since 1970. Rejects when there is none: a copy that is being made has another name. */
async function newestCopy(folder: string): Promise<number> {
  const days = (await readdir(folder)).filter((name) => /^\d{4}-\d{2}-\d{2}$/.test(name)).sort();
  const { mtimeMs } = await stat(path.join(folder, days.at(-1) ?? 'none', 'copia.json'));
  return mtimeMs;
}
