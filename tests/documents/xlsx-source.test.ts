import readXlsxFile from 'read-excel-file/node';
import { describe, expect, it } from 'vitest';
import writeXlsxFile, { type SheetData } from 'write-excel-file/node';
import { readXlsx } from '../../documents/xlsx/xlsx-source.js';
import type { SourceDocument } from '../../domain/reading/source/source-document.js';
import { outline, sheetRows, workbook } from './office-files.js';

async function sourceOf(bytes: Uint8Array): Promise<SourceDocument> {
  const read = await readXlsx(bytes);
  if (!read.ok) throw new Error(read.refusal);
  return read.source;
}
const written = async (...sheets: readonly [string, SheetData][]): Promise<Uint8Array> =>
  (await writeXlsxFile(sheets.map(([sheet, data]) => ({ sheet, data })))).toBuffer();
const outlineOf = async (data: SheetData) => outline(await sourceOf(await written(['Foglio', data])));
const one = (rows: string, options = {}) => workbook([{ name: 'Foglio', rows, ...options }]);
const coloured = { value: '', backgroundColor: '#00AA55' };

describe('the sheets of a workbook', () => {
  it('are pages with a table each, named after them', async () => {
    const source = await sourceOf(
      await written(
        [
          'Tecnico',
          [
            ['N.', 'Obiettivo'],
            [1, 'Strade'],
          ],
        ],
        ['Finanziario', [['a', 'b']]],
      ),
    );
    expect(source.blocks).toMatchObject([
      { kind: 'table', page: 1, name: 'Tecnico', columns: 2 },
      { kind: 'table', page: 2, name: 'Finanziario', columns: 2 },
    ]);
    expect(source.lines.map(({ page, text }) => `${page} ${text}`)).toEqual([
      '1 N.',
      '1 Obiettivo',
      '1 1',
      '1 Strade',
      '2 a',
      '2 b',
    ]);
  });

  it('are left out when hidden, and that is said', async () => {
    const source = await sourceOf(
      workbook([
        { name: 'Piano', rows: sheetRows([['a', 'b']]) },
        { name: 'Elenchi', rows: sheetRows([['x']]), state: 'state="hidden"' },
      ]),
    );
    expect(outline(source)).toEqual([[['0 a', '1 b']]]);
    expect(source.partial).toBe('I fogli nascosti non sono stati letti: «Elenchi».');
  });

  it('that are all empty are refused', async () => {
    expect(await readXlsx(one(''))).toMatchObject({ ok: false });
  });
});

describe('rows', () => {
  const head = ['N.', 'Obiettivo', 'Peso'];
  it('of one cell around a table are titles and notes', async () => {
    expect(
      await outlineOf([
        [{ value: 'COMUNE DI PROVA', columnSpan: 3 }, null, null],
        ['• Obiettivi 2025'],
        [],
        head,
        [1, 'Strade', 30],
        ['Nota: pesi in punti'],
      ]),
    ).toEqual([
      'COMUNE DI PROVA',
      '* Obiettivi 2025',
      [
        ['0 N.', '1 Obiettivo', '2 Peso'],
        ['0 1', '1 Strade', '2 30'],
      ],
      'Nota: pesi in punti',
    ]);
  });

  it('of one cell inside a table, or going on in one of its columns, stay in it', async () => {
    expect(
      await outlineOf([
        head,
        [{ value: 'Settore Tecnico', columnSpan: 3 }, null, null],
        [1, 'Strade', 30],
        [null, 'e piazze'],
      ]),
    ).toEqual([
      [
        ['0 N.', '1 Obiettivo', '2 Peso'],
        ['0-2 Settore Tecnico'],
        ['0 1', '1 Strade', '2 30'],
        ['0', '1 e piazze', '2'],
      ],
    ]);
  });

  it('after a blank row go on with the table, unless they open as it does or are a title', async () => {
    const rows = await outlineOf([
      head,
      [1, 'a', 10],
      [],
      [2, 'b', 20],
      [],
      head,
      [3, 'c', 30],
      [],
      ['Fine'],
      [1, 2, 3],
    ]);
    expect(rows.map((block) => (typeof block === 'string' ? block : block.length))).toEqual([
      3,
      2,
      'Fine',
      1,
    ]);
  });

  it('that are cards of two columns are a table for each card', async () => {
    const rows = await outlineOf([
      ['Obiettivo n. 1', 'a'],
      ['Peso', 5],
      [],
      ['Obiettivo n. 2', 'b'],
      ['Peso', 6],
    ]);
    expect(rows.map((block) => block.length)).toEqual([2, 2]);
  });
});

describe('cells', () => {
  it('are shown as Excel shows them, a line for each of their lines', async () => {
    expect(
      await outlineOf([
        [
          'uno\ndue',
          { value: 0.15, format: '0%' },
          { value: new Date('2025-04-30'), format: 'dd/mm/yyyy' },
          true,
          12.5,
        ],
        ['=1+1', 1, 2, 3, 4],
      ]),
    ).toEqual([
      [
        ['0 uno ¶ due', '1 15%', '2 30/04/2025', '3 VERO', '4 12,5'],
        ['0 =1+1', '1 1', '2 2', '3 3', '4 4'],
      ],
    ]);
  });

  it('that are merged stand once, with the columns they cover', async () => {
    const rows = sheetRows([
      ['Settore', 'Titolo', '', 'Peso'],
      ['Tecnico', 'a', 'b', '1'],
      ['', 'c', 'd', '2'],
    ]);
    const more = '<mergeCells><mergeCell ref="B1:C1"/><mergeCell ref="A2:A3"/></mergeCells>';
    expect(outline(await sourceOf(one(rows, { more })))).toEqual([
      [
        ['0 Settore', '1-2 Titolo', '3 Peso'],
        ['0 Tecnico', '1 a', '2 b', '3 1'],
        ['1 c', '2 d', '3 2'],
      ],
    ]);
  });

  it('of months filled with a colour get a mark', async () => {
    expect(
      await outlineOf([
        ['Fase', 'gen', 'feb', 'mar'],
        ['Analisi', coloured, coloured, null],
        ['Avvio', null, null, coloured],
        [{ value: 'Chiusura', backgroundColor: '#00AA55' }, coloured, coloured, coloured],
      ]),
    ).toEqual([
      [
        ['0 Fase', '1 gen', '2 feb', '3 mar'],
        ['0 Analisi', '1 ■', '2 ■', '3'],
        ['0 Avvio', '1', '2', '3 ■'],
        ['0 Chiusura', '1', '2', '3'],
      ],
    ]);
  });

  it('with a formula show its last value, and one without a value is said', async () => {
    const rows =
      '<row r="1"><c r="A1"><f>1+1</f><v>2</v></c><c r="B1" t="str"><f>"a"</f></c><c r="C1" t="e"><f>1/0</f><v>#DIV/0!</v></c></row>';
    const source = await sourceOf(one(rows));
    expect(outline(source)).toEqual([[['0 2', '1', '2 #DIV/0!']]]);
    expect(source.partial).toContain('Il risultato di una formula non è nel file');
  });

  it('show the same as another reader of workbooks, for words and plain numbers', async () => {
    const data = [
      ['Obiettivo', 'Peso', 'Note'],
      ['Strade & ponti <nuovi>', 12.25, 'perché «sì»'],
      ['città', 0.1, 'riga'],
    ];
    const bytes = await written(['Foglio', data]);
    const source = await sourceOf(bytes);
    const [sheet] = await readXlsxFile(Buffer.from(bytes));
    const others = sheet?.data
      .flat()
      .map((value) => (typeof value === 'number' ? String(value).replace('.', ',') : value));
    expect(source.lines.map(({ text }) => text)).toEqual(others);
  });
});

describe('a workbook that is too much', () => {
  const many = (count: number) => sheetRows(Array.from({ length: count }, (_, i) => [`${i}`, 'a']));
  it('of 2,000 rows is read whole', async () => {
    const source = await sourceOf(one(many(2_000)));
    expect(source.partial).toBeNull();
    expect(source.lines).toHaveLength(4_000);
  });
  it('of 50,000 rows is read to row 10,000, and that is said', async () => {
    const source = await sourceOf(one(many(50_000)));
    expect(source.lines).toHaveLength(20_000);
    expect(source.partial).toBe('Di «Foglio» sono state lette le prime 10.000 righe e 256 colonne.');
  });
  it('with one cell at the far end is read without what lies between', async () => {
    const rows =
      '<row r="1"><c r="A1"><v>1</v></c><c r="B1"><v>2</v></c></row><row r="1048576"><c r="XFD1048576"><v>9</v></c></row>';
    expect(outline(await sourceOf(one(rows)))).toEqual([[['0 1', '1 2']]]);
  });
});
