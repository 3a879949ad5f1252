/** `compile-plan`: what it prints of the example town's report, and what it refuses. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CommandError } from '../../cli/command-error.js';
import { compiledPlan, numberedLines } from '../../cli/compile-plan.js';
import type { PlanDocument } from '../../domain/plan/plan-document.js';

const REPORT = fileURLToPath(new URL('../domain/reading/compile/example-report.txt', import.meta.url));

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'compile-plan-'));
});
afterAll(() => rm(folder, { recursive: true }));

describe('compile-plan', () => {
  it('prints the plan as one JSON document', async () => {
    const plan = JSON.parse(await compiledPlan(REPORT, null)) as PlanDocument;
    expect(plan.document).toMatchObject({ body: 'Comune di Caluso', kind: 'report', year: 2023 });
    expect(plan.sectors).toHaveLength(5);
  });

  it('takes the year it is told instead of the one the document names', async () => {
    const plan = JSON.parse(await compiledPlan(REPORT, 2022)) as PlanDocument;
    expect(plan.document.year).toBe(2022);
  });

  it('prints each line with the number that sourceLine names', async () => {
    const lines = await numberedLines(REPORT);
    expect(lines[0]).toBe('1\t Allegato deliberazione G.C. n.  48 del 3/5/2024 ');
    const plan = JSON.parse(await compiledPlan(REPORT, null)) as PlanDocument;
    const [one] = plan.sectors[0]?.objectives.flatMap(({ milestones }) => milestones) ?? [];
    expect(lines[(one?.sourceLine ?? 0) - 1]).toContain("monitoraggio 2 volte l'anno");
  });

  it('refuses in Italian a file that is not there and one that holds no objectives', async () => {
    await expect(compiledPlan(join(folder, 'manca.txt'), null)).rejects.toThrow(CommandError);
    const novel = join(folder, 'romanzo.txt');
    await writeFile(novel, 'Era una notte buia e tempestosa.\n'.repeat(50));
    await expect(compiledPlan(novel, 2025)).rejects.toThrow('non si riconoscono obiettivi');
  });
});
