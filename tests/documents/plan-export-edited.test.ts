/** What people do to an exported plan before they import it again. */

import readXlsxFile from 'read-excel-file/node';
import { describe, expect, it } from 'vitest';
import writeXlsxFile, { type SheetData } from 'write-excel-file/node';
import { isPlanExport, readPlanExport } from '../../documents/plan-export/plan-export-read.js';
import { planXlsx } from '../../documents/plan-export/plan-export-xlsx.js';
import type { PlanDocument, PlanObjective } from '../../domain/plan/plan-document.js';

const objective = (number: string, title: string): PlanObjective => ({
  number,
  title,
  weight: 50,
  shared: false,
  indicators: [{ text: 'primo' }, { text: 'secondo' }],
  milestones: [{ kind: 'date', date: '2025-06-30', phrase: 'entro il 30 giugno' }],
});
const PLAN: PlanDocument = {
  document: { body: 'Comune', kind: 'plan', year: 2025, act: null, actDate: null, weights: 'points' },
  sectors: [
    {
      name: 'Tecnico',
      owner: null,
      weightTotal: 100,
      objectives: [objective('1', 'Strade'), objective('2', 'Ponti')],
    },
  ],
  lint: [],
};

type Cells = (string | number | boolean | Date | null)[][];
type Edit = (sheets: Record<string, Cells>) => void;

/** The exported plan as a spreadsheet saves it after this edit. */
async function edited(edit: Edit): Promise<Uint8Array> {
  const sheets = await readXlsxFile(Buffer.from(await planXlsx(PLAN)), { trim: false });
  const data = Object.fromEntries(sheets.map(({ sheet, data: cells }) => [sheet, cells as unknown as Cells]));
  edit(data);
  const saved = Object.entries(data).map(([sheet, rows]) => ({
    sheet,
    data: rows.map((row) =>
      row.map((value) => (value instanceof Date ? { value, format: 'dd/mm/yyyy' } : value)),
    ) as SheetData,
  }));
  return (await writeXlsxFile(saved)).toBuffer();
}
const column = (sheet: Cells | undefined, title: string): number => sheet?.[0]?.indexOf(title) ?? -1;
function set(sheet: Cells | undefined, row: number, title: string, value: Cells[number][number]): void {
  const cells = sheet?.[row - 1];
  if (cells) cells[column(sheet, title)] = value;
}

async function planAfter(edit: Edit): Promise<PlanDocument> {
  const read = await readPlanExport(await edited(edit));
  if (!read.ok) throw new Error(read.problems.map(({ message }) => message).join('\n'));
  return read.plan;
}
async function problemsAfter(edit: Edit) {
  const read = await readPlanExport(await edited(edit));
  return read.ok ? [] : read.problems.map(({ message }) => message);
}

describe('an exported plan', () => {
  it('saved again without changes is the same plan', async () => {
    expect(await planAfter(() => undefined)).toEqual(PLAN);
  });

  it('takes numbers with a comma and days as they are typed', async () => {
    const plan = await planAfter(({ Obiettivi }) => {
      set(Obiettivi, 2, 'Peso', '12,5');
      set(Obiettivi, 2, 'Entro il', '1/7/2025');
      set(Obiettivi, 2, 'Numero', 7);
    });
    expect(plan.sectors[0]?.objectives[0]).toMatchObject({
      number: '7',
      weight: 12.5,
      milestones: [{ date: '2025-07-01' }],
    });
  });

  it('takes columns moved, rows added and a new sector', async () => {
    const plan = await planAfter(({ Obiettivi }) => {
      for (const row of Obiettivi ?? []) row.reverse();
      const added: Cells[number] = (Obiettivi?.[0] ?? []).map(() => null);
      Obiettivi?.push(added, [...added]);
      set(Obiettivi, 6, 'Settore', 'Tributi');
      set(Obiettivi, 6, 'Obiettivo', 'Accertamenti');
      set(Obiettivi, 6, 'Indicatore', 'avvisi');
      set(Obiettivi, 7, 'Obiettivo', 'Rimborsi');
    });
    expect(plan.sectors.map(({ name, objectives }) => [name, objectives.map(({ title }) => title)])).toEqual([
      ['Tecnico', ['Strade', 'Ponti']],
      ['Tributi', ['Accertamenti', 'Rimborsi']],
    ]);
    expect(plan.sectors[1]?.objectives[0]).toMatchObject({ weight: null, indicators: [{ text: 'avvisi' }] });
  });

  it('with rows taken out loses what stood in them', async () => {
    const plan = await planAfter(({ Obiettivi }) => Obiettivi?.splice(2, 1));
    expect(plan.sectors[0]?.objectives.map(({ indicators }) => indicators.length)).toEqual([1, 2]);
  });

  it('with a word that is none of the list is refused with sheet, row and column', async () => {
    const problems = await problemsAfter(({ Obiettivi }) => {
      set(Obiettivi, 2, 'Tipo di scadenza', 'forse');
      set(Obiettivi, 4, 'Peso', 'molto');
    });
    expect(problems).toEqual([
      'Obiettivi, riga 2, Tipo di scadenza (forse) deve essere una di queste parole: giorno, fine mese, periodo, ricorrente, relativa, termine esterno, nessuna.',
      'Obiettivi, riga 4, Peso (molto) non è un numero.',
    ]);
  });

  it('that the contract does not allow is refused with its row', async () => {
    const problems = await problemsAfter(({ Obiettivi }) => set(Obiettivi, 4, 'Peso', -1));
    expect(problems).toEqual([expect.stringMatching(/^Obiettivi, riga 4: .*è negativo/)]);
  });

  it('without one of its columns, or with another first cell, is refused', async () => {
    expect(await problemsAfter(({ Settori }) => set(Settori, 1, 'Responsabile', 'Capo'))).toEqual([
      'Nel foglio «Settori» manca la colonna «Responsabile».',
    ]);
    expect(
      await problemsAfter(({ Traguardo }) => {
        if (Traguardo?.[0]) Traguardo[0][0] = 'Piano';
      }),
    ).toEqual(['Il foglio «Traguardo» non comincia con «Piano esportato da Traguardo».']);
  });

  it('is known by its sheets', async () => {
    expect(isPlanExport(await edited(() => undefined))).toBe(true);
    expect(
      isPlanExport(await (await writeXlsxFile([{ sheet: 'Obiettivi', data: [['a']] }])).toBuffer()),
    ).toBe(false);
    expect(isPlanExport(new TextEncoder().encode('Obiettivi'))).toBe(false);
  });
});
