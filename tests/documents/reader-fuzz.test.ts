import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { isPlanExport, readPlanExport } from '../../documents/plan-export/plan-export-read.js';
import { planXlsx } from '../../documents/plan-export/plan-export-xlsx.js';
import { readSource } from '../../documents/read-source.js';
import { chanceOf } from '../annexes/random.js';
import { anyPlan } from './any-plan.js';
import { mutatedFile } from './mutated-file.js';
import { type RealFile, realFiles } from './real-files.js';
import { sourceFaults } from './source-faults.js';

const CASES = 200;

let files: readonly RealFile[] = [];
beforeAll(async () => {
  files = await realFiles();
}, 60_000);

describe('a real file with mistakes in it', () => {
  it.each(['docx', 'xlsx', 'pdf', 'txt'])(
    'is read or refused in words, in each of 200 cases: %s',
    async (extension) => {
      const file = files.find(({ name }) => name.endsWith(extension));
      if (file === undefined) throw new Error(`no real ${extension}`);
      for (let seed = 0; seed < CASES; seed += 1) {
        const read = await readSource(mutatedFile(file.bytes, chanceOf(seed)), file.name);
        if (read.ok) expect({ seed, faults: sourceFaults(read.source) }).toEqual({ seed, faults: [] });
        else expect(read.refusal).toMatch(/[.!]$/);
      }
    },
    120_000,
  );
});

describe('an exported plan with mistakes in it', () => {
  it('is a plan or a list of problems, in each of 200 cases', async () => {
    const [plan] = fc.sample(anyPlan, { numRuns: 1, seed: 3 });
    if (plan === undefined) throw new Error('no plan');
    const bytes = await planXlsx(plan);
    for (let seed = 0; seed < CASES; seed += 1) {
      const mutated = mutatedFile(bytes, chanceOf(seed));
      if (!isPlanExport(mutated)) continue;
      const read = await readPlanExport(mutated);
      if (!read.ok) expect(read.problems.length).toBeGreaterThan(0);
    }
  }, 120_000);
});
