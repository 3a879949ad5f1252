/** Reads so many mutated files from a seed on, and tells how each went. Ends by what kills it, when something does. */
import { readSource } from '../documents/read-source.js';
import { chanceOf } from '../tests/annexes/random.js';
import { mutatedFile } from '../tests/documents/mutated-file.js';
import { realFiles } from '../tests/documents/real-files.js';
import { sourceFaults } from '../tests/documents/source-faults.js';

export interface SoakOutcome {
  readonly seed: number;
  readonly how: 'read' | 'refused' | 'wrong';
  readonly ms: number;
  /** What is wrong, empty for nothing. */
  readonly detail: string;
}

const [from = 1, count = 0] = process.argv.slice(2).map(Number);
const files = await realFiles();
process.send?.('ready');
for (let seed = from; seed < from + count; seed += 1) {
  const chance = chanceOf(seed);
  const { name, bytes } = chance.one(files);
  const mutated = mutatedFile(bytes, chance);
  const start = performance.now();
  const read = await readSource(mutated, name);
  const ms = performance.now() - start;
  const faults = read.ok ? sourceFaults(read.source) : [];
  const how = faults.length > 0 ? 'wrong' : read.ok ? 'read' : 'refused';
  const outcome: SoakOutcome = {
    seed,
    how,
    ms,
    detail: faults.length > 0 ? `${name}: ${faults.join(', ')}` : '',
  };
  await new Promise((resolve) => process.send?.(outcome, resolve));
}
process.disconnect();
