import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import { beforeAll, describe, expect, it } from 'vitest';
import { readSource } from '../../documents/read-source.js';
import { shown } from '../domain/reading/source/shown.js';

let compiler: NodeCompiler;
beforeAll(() => {
  compiler = NodeCompiler.create();
});

const pdfOf = (source: string): Uint8Array =>
  new Uint8Array(compiler.pdf({ mainFileContent: `#set text(size: 10pt, lang: "it")\n${source}` }));

async function read(bytes: Uint8Array) {
  const result = await readSource(bytes, 'allegato.pdf');
  if (!result.ok) throw new Error(result.refusal);
  return result.source;
}

const cells = (texts: readonly string[]): string => texts.map((text) => `[${text}]`).join(', ');
const HEAD = ['N.', 'Obiettivo', 'Peso'];
const ROWS = [
  ['1', 'Bonifica della banca dati dei tributi comunali', '30'],
  ['2', 'Sportello on line', '20'],
];
const table = (options: string): string =>
  `#table(columns: (30pt, 120pt, 40pt), ${options} ${cells(HEAD)}, ${ROWS.map(cells).join(', ')})`;

describe('a table in a PDF', () => {
  it.each([
    ['all lines drawn', ''],
    ['no lines, cells in the middle of their rows', 'stroke: none, align: horizon,'],
    ['lines between rows only', 'stroke: (x, y) => (top: 0.5pt, bottom: 0.5pt),'],
    ['lines between columns only', 'stroke: (x, y) => (left: 0.5pt, right: 0.5pt, top: if y < 2 { 0.5pt }),'],
    ['striped rows', 'stroke: none, fill: (x, y) => if calc.even(y) { luma(225) },'],
  ])('has its rows and cells: %s', async (_, options) => {
    const { blocks } = await read(pdfOf(`= Piano\n${table(options)}\nNota finale.`));
    expect(shown(blocks)).toEqual(['Piano', [HEAD, ...ROWS], 'Nota finale.']);
  });

  it('has cells merged, cells with lists, and months that are only coloured', async () => {
    const source = `#table(columns: (80pt, 60pt, 60pt, 60pt),
      table.cell(rowspan: 2)[Fase], table.cell(colspan: 3)[2025], [gen], [feb], [mar],
      [- analisi\n- bando], table.cell(fill: blue)[], table.cell(fill: blue)[], [],
      [gara], [], [X], [])`;
    expect(shown((await read(pdfOf(source))).blocks)).toEqual([
      [
        ['Fase', '+3 2025'],
        ['gen', 'feb', 'mar'],
        ['analisi ¶ bando', '■', '■', ''],
        ['gara', '', 'X', ''],
      ],
    ]);
  });

  it('over three pages is one, without the heads, the feet and the headings that each page repeats', async () => {
    const rows = Array.from({ length: 60 }, (_, index) =>
      cells([String(index + 1), `Obiettivo numero ${index + 1}`, '5']),
    );
    const source = `#set page(height: 500pt, header: [Comune di Rivalta], footer: context [Pag. #counter(page).display("1/1", both: true)])
      #table(columns: 3, table.header(${cells(HEAD)}), ${rows.join(', ')})`;
    const { blocks, lines } = await read(pdfOf(source));
    expect(blocks).toHaveLength(2);
    expect(shown(blocks)[0]).toBe('Comune di Rivalta');
    expect(shown(blocks)[1]).toHaveLength(61);
    expect(lines.at(-1)?.page).toBeGreaterThan(2);
  });

  it('turned on its page reads as it is seen', async () => {
    const { blocks } = await read(
      pdfOf(`#set page(flipped: true)\n#rotate(90deg, reflow: true)[COPIA CONFORME]\n${table('')}`),
    );
    expect(shown(blocks)).toContainEqual([HEAD, ...ROWS]);
  });
});

describe('text in a PDF', () => {
  it('is in paragraphs; labels on lines of their own are apart, words broken at the line end are whole', async () => {
    const long =
      'Predisposizione degli atti amministrativi, delle richieste di contributo e della loro rendicontazione. ';
    const { blocks } = await read(
      pdfOf(
        `#set par(justify: true)\n${long.repeat(3)}\n\n*Responsabile:* Dott. Rossi \\\n*Peso:* 15\n\n- prima fase\n- seconda fase`,
      ),
    );
    expect(shown(blocks)).toEqual([
      long.repeat(3).trim(),
      'Responsabile: Dott. Rossi',
      'Peso: 15',
      '• prima fase',
      '• seconda fase',
    ]);
  });
});

describe('a PDF that cannot be read whole', () => {
  it('without any text is refused with the advice to use the original file', async () => {
    const result = await readSource(pdfOf('#rect(width: 5cm, height: 5cm, fill: red)'), 'scansione.pdf');
    expect(result).toEqual({
      ok: false,
      refusal: expect.stringContaining('è una scansione. Usa il file originale (Word, Excel)'),
    });
  });

  it('with a page that has no text says which one', async () => {
    const source = `${'Testo della prima pagina del piano. '.repeat(3)}\n#pagebreak()\n#rect(fill: red)`;
    expect((await read(pdfOf(source))).partial).toBe(
      'La pagina 2 non ha testo leggibile (forse è una scansione o un’immagine).',
    );
  });

  it('with a password is refused with the advice to take it off', async () => {
    const key = `<${'ab'.repeat(32)}>`;
    const objects = [
      '<</Type/Catalog/Pages 2 0 R>>',
      '<</Type/Pages/Count 0/Kids[]>>',
      `<</Filter/Standard/V 1/R 2/O${key}/U${key}/P -4>>`,
    ].map((body, index) => `${index + 1} 0 obj${body}endobj\n`);
    const locked = `%PDF-1.4\n${objects.join('')}trailer<</Size 4/Root 1 0 R/Encrypt 3 0 R/ID[<00><00>]>>\n%%EOF`;
    const result = await readSource(Uint8Array.from(Buffer.from(locked)), 'protetto.pdf');
    expect(result).toEqual({ ok: false, refusal: expect.stringContaining('protetto da password') });
  });
});
