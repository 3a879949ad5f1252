import fc from 'fast-check';
import readXlsxFile from 'read-excel-file/node';
import { describe, expect, it } from 'vitest';
import { planJson } from '../../documents/plan-export/plan-export-json.js';
import { isPlanExport, readPlanExport } from '../../documents/plan-export/plan-export-read.js';
import { planXlsx } from '../../documents/plan-export/plan-export-xlsx.js';
import { readPlanJson } from '../../documents/plan-json.js';
import { readXlsx } from '../../documents/xlsx/xlsx-source.js';
import type { PlanDocument } from '../../domain/plan/plan-document.js';
import { anyPlan } from './any-plan.js';

async function there(plan: PlanDocument): Promise<unknown> {
  const bytes = await planXlsx(plan);
  expect(isPlanExport(bytes)).toBe(true);
  return readPlanExport(bytes);
}

const SMALL: PlanDocument = {
  document: {
    body: 'Comune di Prova',
    kind: 'plan',
    year: 2025,
    act: null,
    actDate: '2025-01-31',
    weights: 'points',
  },
  sectors: [
    {
      name: 'Tecnico',
      owner: null,
      weightTotal: 12.5,
      objectives: [
        {
          number: '1',
          title: '=SOMMA(A1:A9)',
          weight: 12.5,
          shared: false,
          indicators: [
            { text: '+39 chiamate', target: { value: 95, unit: '%', op: '>=' } },
            { text: '-', target: { value: 0 } },
            { text: '@rete' },
          ],
          milestones: [
            { kind: 'date', date: '2025-02-30', invalid: true, phrase: 'entro il 30 febbraio' },
            { kind: 'external-term', anchor: null, phrase: 'nei termini' },
          ],
        },
      ],
    },
    { name: 'Vuoto', owner: 'Il Segretario', weightTotal: null, objectives: [] },
  ],
  lint: [],
};

describe('a plan as a workbook', () => {
  it('comes back as it went, whatever the contract allows', async () => {
    await fc.assert(
      fc.asyncProperty(anyPlan, async (plan) => {
        expect(await there(plan)).toEqual({ ok: true, plan });
      }),
      { numRuns: 60 },
    );
  });

  it('has the same bytes each time', async () => {
    expect(await planXlsx(SMALL)).toEqual(await planXlsx(SMALL));
  });

  it('keeps text that looks like a formula as text', async () => {
    const sheets = await readXlsxFile(Buffer.from(await planXlsx(SMALL)));
    const cells = sheets.flatMap(({ data }) => data.flat());
    expect(cells).toEqual(expect.arrayContaining(['=SOMMA(A1:A9)', '+39 chiamate', '-', '@rete']));
    expect(await readXlsx(await planXlsx(SMALL))).toMatchObject({ ok: true, source: { partial: null } });
  });

  it('has days as days and impossible days as text', async () => {
    const sheets = await readXlsxFile(Buffer.from(await planXlsx(SMALL)));
    expect(sheets[0]?.data.flat()).toContainEqual(new Date('2025-01-31T00:00:00Z'));
    expect(sheets[2]?.data.flat()).toContain('2025-02-30');
  });
});

describe('a plan as JSON', () => {
  it('comes back as it went', () => {
    fc.assert(
      fc.property(anyPlan, (plan) => {
        expect(readPlanJson(planJson(plan))).toEqual({ ok: true, plan });
      }),
      { numRuns: 100 },
    );
  });
});
