import {
  Document,
  HeadingLevel,
  Packer,
  PageBreak,
  Paragraph,
  ShadingType,
  Table,
  TableCell,
  TableRow,
  TextRun,
} from 'docx';
import { describe, expect, it } from 'vitest';
import { readDocx } from '../../documents/docx/docx-source.js';
import type { SourceDocument } from '../../domain/reading/source/source-document.js';
import { outline, wordFile, wordParagraph } from './office-files.js';

type Child = Paragraph | Table;
const LISTS = {
  config: [
    { reference: 'n', levels: [{ level: 0, format: 'decimal' as const, text: 'Obiettivo %1)' }] },
    {
      reference: 'deep',
      levels: [
        { level: 0, format: 'upperRoman' as const, text: '%1.' },
        { level: 1, format: 'lowerLetter' as const, text: '%1.%2)' },
      ],
    },
  ],
};

async function sourceOf(bytes: Uint8Array): Promise<SourceDocument> {
  const read = await readDocx(bytes);
  if (!read.ok) throw new Error(read.refusal);
  return read.source;
}
const written = async (...children: Child[]): Promise<Uint8Array> =>
  Packer.toBuffer(new Document({ numbering: LISTS, sections: [{ children }] }));
const outlineOf = async (...children: Child[]) => outline(await sourceOf(await written(...children)));
const bodyOf = async (body: string) => outline(await sourceOf(wordFile(body)));

const cell = (words: string, options: object = {}): TableCell =>
  new TableCell({ children: words.split('|').map((one) => new Paragraph(one)), ...options });
const row = (...cells: (string | TableCell)[]): TableRow =>
  new TableRow({ children: cells.map((one) => (typeof one === 'string' ? cell(one) : one)) });
const table = (...rows: TableRow[]): Table => new Table({ rows });
const RED = { shading: { fill: 'C00000', type: ShadingType.CLEAR } };

describe('paragraphs of Word', () => {
  it('are lines numbered in reading order, headings and items known by their style', async () => {
    const source = await sourceOf(
      await written(
        new Paragraph({ text: 'Settore Tecnico', heading: HeadingLevel.HEADING_2 }),
        new Paragraph({ text: 'una voce', bullet: { level: 0 } }),
        new Paragraph('• scritta a mano'),
        new Paragraph(''),
        new Paragraph('in fondo'),
      ),
    );
    expect(outline(source)).toEqual(['## Settore Tecnico', '* una voce', '* scritta a mano', 'in fondo']);
    expect(source.lines.map(({ text }) => text)).toEqual([
      'Settore Tecnico',
      'una voce',
      'scritta a mano',
      'in fondo',
    ]);
    expect(source).toMatchObject({ format: 'docx', partial: null });
  });

  it('are parted by line breaks, and pages by page breaks', async () => {
    const source = await sourceOf(
      await written(
        new Paragraph({ children: [new TextRun('Responsabile'), new TextRun({ text: 'Rossi', break: 1 })] }),
        new Paragraph({ children: [new PageBreak()] }),
        new Paragraph('dopo'),
      ),
    );
    expect(outline(source)).toEqual(['Responsabile / Rossi', 'dopo']);
    expect(source.lines.map(({ page }) => page)).toEqual([1, 1, 2]);
  });

  it('have the numbers that Word prints before them', async () => {
    const item = (text: string, reference: string, level = 0) =>
      new Paragraph({ text, numbering: { reference, level } });
    expect(
      await outlineOf(
        item('uno', 'n'),
        item('due', 'n'),
        item('primo', 'deep'),
        item('sotto', 'deep', 1),
        item('sotto ancora', 'deep', 1),
        item('secondo', 'deep'),
        item('di nuovo', 'deep', 1),
      ),
    ).toEqual([
      'Obiettivo 1) uno',
      'Obiettivo 2) due',
      'I. primo',
      'I.a) sotto',
      'I.b) sotto ancora',
      'II. secondo',
      'II.a) di nuovo',
    ]);
  });

  it('keep what a revision inserts and leave out what it deletes', async () => {
    const body =
      '<w:p><w:r><w:t xml:space="preserve">entro il </w:t></w:r><w:del><w:r><w:delText>31</w:delText></w:r></w:del><w:ins><w:r><w:t>30 giugno</w:t></w:r></w:ins></w:p>';
    expect(await bodyOf(body)).toEqual(['entro il 30 giugno']);
  });

  it('show capitals where the run is set in capitals, and join words at no-break signs', async () => {
    const body =
      '<w:p><w:r><w:rPr><w:caps/></w:rPr><w:t>Peso</w:t></w:r><w:r><w:t>\u00a0socio</w:t><w:noBreakHyphen/><w:t>sanitario ﬁne</w:t></w:r></w:p>';
    expect(await bodyOf(body)).toEqual(['PESO socio-sanitario fine']);
  });
});

describe('tables of Word', () => {
  it('stand on a grid, whatever cells cover several columns or rows', async () => {
    expect(
      await outlineOf(
        table(
          row('N.', cell('Titolo', { columnSpan: 2 }), 'Peso'),
          row(cell('1', { rowSpan: 2 }), 'a|b', 'c', '10'),
          row('d', 'e', '20'),
        ),
      ),
    ).toEqual([
      [
        ['0 N.', '1-2 Titolo', '3 Peso'],
        ['0 1', '1 a ¶ b', '2 c', '3 10'],
        ['1 d', '2 e', '3 20'],
      ],
    ]);
  });

  it('begin a row later where the row leaves columns out', async () => {
    const tc = (words: string) => `<w:tc>${wordParagraph(words)}</w:tc>`;
    const body = `<w:tbl><w:tr>${tc('a')}${tc('b')}</w:tr><w:tr><w:trPr><w:gridBefore w:val="1"/></w:trPr>${tc('c')}</w:tr></w:tbl>`;
    expect(await bodyOf(body)).toEqual([
      [
        ['0 a', '1 b'],
        ['0', '1 c'],
      ],
    ]);
  });

  it('of one column are the paragraphs they frame', async () => {
    expect(await outlineOf(table(row('Obiettivo: strade'), row('Peso: 10|in più')))).toEqual([
      'Obiettivo: strade',
      'Peso: 10',
      'in più',
    ]);
  });

  it('inside a cell are its paragraphs, inside a row of one cell tables of their own', async () => {
    const inner = () => table(row('fase', 'marzo'));
    const holding = (columnSpan: number) =>
      new TableCell({ columnSpan, children: [new Paragraph('Fasi'), inner(), new Paragraph('dopo')] });
    expect(await outlineOf(table(row('x', 'y'), row('Tempi', holding(1)), row(holding(2))))).toEqual([
      [
        ['0 x', '1 y'],
        ['0 Tempi', '1 Fasi ¶ fase / marzo ¶ dopo'],
      ],
      'Fasi',
      [['0 fase', '1 marzo']],
      'dopo',
    ]);
  });

  it('get a mark in the coloured months of a phase, and none in coloured bands', async () => {
    expect(
      await outlineOf(
        table(
          row('Fase', 'gen', 'feb', 'mar'),
          row('Analisi', cell('', RED), cell('', RED), ''),
          row('Avvio', '', '', cell('', RED)),
          row(cell('Totale', RED), cell('', RED), cell('', RED), cell('', RED)),
        ),
      ),
    ).toEqual([
      [
        ['0 Fase', '1 gen', '2 feb', '3 mar'],
        ['0 Analisi', '1 ■', '2 ■', '3'],
        ['0 Avvio', '1', '2', '3 ■'],
        ['0 Totale', '1', '2', '3'],
      ],
    ]);
  });
});

describe('what is no Word document to read', () => {
  const refusalOf = async (bytes: Uint8Array): Promise<string> => {
    const read = await readDocx(bytes);
    return read.ok ? 'read' : read.refusal;
  };
  it('is refused when it has no words', async () => {
    expect(await refusalOf(wordFile('<w:p/>'))).toContain('non contiene testo');
  });
  it('is refused when its entities multiply', async () => {
    const laughs = '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>';
    expect(await refusalOf(wordFile(wordParagraph('&b;'), {}, laughs))).toContain('danneggiato');
  });
  it('is refused when its XML breaks off, or nests without end', async () => {
    expect(await refusalOf(wordFile('<w:p><w:r>'))).toContain('danneggiato');
    const deep = `${'<w:tbl><w:tr><w:tc>'.repeat(2_000)}${'</w:tc></w:tr></w:tbl>'.repeat(2_000)}`;
    expect(await refusalOf(wordFile(deep))).toContain('danneggiato');
  });
});
