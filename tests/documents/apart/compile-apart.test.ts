/** Real processes: each of these starts one. */
import { describe, expect, it } from 'vitest';
import { compileApart } from '../../../documents/apart/compile-apart.js';
import { planXlsx } from '../../../documents/plan-export/plan-export-xlsx.js';
import type { PlanDocument } from '../../../domain/plan/plan-document.js';
import { wordFile, wordParagraph } from '../office-files.js';

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

const ANNEX = bytesOf(
  [
    'COMUNE DI PROVA',
    'Piano della performance 2025',
    '',
    'SETTORE TECNICO',
    '',
    'Obiettivo n. 1: Manutenzione delle strade',
    'Peso: 100',
    'Indicatore: chilometri asfaltati',
    'Valore atteso: 12 km',
    'Scadenza: entro il 31 ottobre 2025',
    '',
  ].join('\n'),
);

const PLAN: PlanDocument = {
  document: { body: null, kind: 'plan', year: 2025, act: null, actDate: null, weights: 'none' },
  sectors: [{ name: 'Tecnico', owner: null, weightTotal: null, objectives: [] }],
  lint: [],
};

describe('a file compiled apart', { timeout: 60_000 }, () => {
  it('gives the plan and the lines it was read from', async () => {
    const compiled = await compileApart(ANNEX, 'allegato.txt');
    expect(compiled).toMatchObject({
      ok: true,
      plan: {
        document: { year: 2025 },
        sectors: [{ objectives: [{ title: 'Manutenzione delle strade', weight: 100 }] }],
      },
      partial: null,
    });
    expect(compiled.ok && compiled.lines[5]?.text).toContain('Manutenzione delle strade');
  });

  it('gives an exported plan back as it was', async () => {
    const compiled = await compileApart(await planXlsx(PLAN), 'piano.xlsx');
    expect(compiled).toEqual({ ok: true, plan: PLAN, lines: [], partial: null });
  });

  it('is refused in words when it holds no objectives', async () => {
    expect(await compileApart(bytesOf('Buongiorno a tutti.'), 'a.txt')).toMatchObject({
      ok: false,
      refusal: expect.stringContaining('obiettivi'),
    });
  });
});

describe('a file that asks too much', { timeout: 60_000 }, () => {
  it('is refused over 20 MB without a process', async () => {
    expect(await compileApart(new Uint8Array(20_500_000), 'a.pdf')).toEqual({
      ok: false,
      refusal: expect.stringMatching(/^Il file è di 20,5 MB e il limite è di 20 MB\./),
    });
  });

  it('is stopped when its time is over', async () => {
    expect(await compileApart(ANNEX, 'a.txt', { limits: { seconds: 0 } })).toEqual({
      ok: false,
      refusal: expect.stringContaining('troppo tempo'),
    });
  });

  it('is stopped when its memory is over', async () => {
    const long = wordFile(wordParagraph(`Quel ramo del lago di Como ${'a'.repeat(60)}`).repeat(40_000));
    expect(await compileApart(long, 'a.docx', { limits: { megabytes: 200 } })).toEqual({
      ok: false,
      refusal: expect.stringContaining('troppa memoria'),
    });
  });

  it('is sent away while too many wait, and those that wait are served', async () => {
    const limits = { waiting: 1 };
    const all = await Promise.all([1, 2, 3, 4].map(() => compileApart(ANNEX, 'a.txt', { limits })));
    expect(all.map(({ ok }) => ok)).toEqual([true, true, true, false]);
    expect(all[3]).toMatchObject({ refusal: expect.stringContaining('riprova tra un minuto') });
  });
});
