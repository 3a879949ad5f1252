import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { CommandError } from './command-error.js';

/**
 * `bench [NAME] [ARGUMENTS]`: as `npm run bench`, whose program reads them from the same place and says itself what is
 * wrong with them. It stands in the source alone: what is built for servers has none.
 */
export async function benchOf(benchmarks = new URL('../benchmarks/main.ts', import.meta.url)): Promise<void> {
  if (!existsSync(fileURLToPath(benchmarks)))
    throw new CommandError('bench: le misure si fanno dal sorgente, con «npm run bench»; qui non ci sono');
  process.argv.splice(2, 1);
  // This program may be a bundle, started by plain Node: it is tsx that reads the source.
  const { register } = await import('tsx/esm/api');
  register();
  await import(benchmarks.href);
}
