/** A document to hand over as DOCX and XLSX: opened by other programs, whatever was typed into it. */
import mammoth from 'mammoth';
import readXlsxFile from 'read-excel-file/node';
import { describe, expect, it } from 'vitest';
import { printedDocx } from '../../documents/printed/printed-docx.js';
import { printedXlsx } from '../../documents/printed/printed-xlsx.js';
import { zipParts } from '../../documents/zip/zip-parts.js';
import { type PrintedCell, printable } from '../../domain/printed-document/printed-document.js';
import { civilDate } from '../../domain/time/civil-date.js';
import { COLUMNS, HOSTILE, printed, whole } from './printed-samples.js';

const UNBOUNDED = { bytes: Number.POSITIVE_INFINITY, entries: 100, ratio: Number.POSITIVE_INFINITY };
function partOf(bytes: Uint8Array, name: string): string {
  const zip = zipParts(Buffer.from(bytes), () => true, UNBOUNDED);
  if (!zip.ok) throw new Error(zip.why);
  return Buffer.from(new Map(zip.parts).get(name) ?? []).toString('utf8');
}

describe('as DOCX', () => {
  it.each(HOSTILE)('%s is read back by another program as a cell of the table', async (_, typed, read) => {
    const bytes = await printedDocx(printed([['uno', typed, 3]]));
    const { value } = await mammoth.extractRawText({ buffer: Buffer.from(bytes) });
    expect(value).toContain(read);
    const { value: html, messages } = await mammoth.convertToHtml({ buffer: Buffer.from(bytes) });
    expect(html).toMatch(/<thead>.*<th>.*<td/s);
    expect(messages.filter(({ type }) => type === 'error')).toEqual([]);
  });

  it('headings are headings, Italian is its language, the head of a table is repeated on each page', async () => {
    const bytes = await printedDocx(
      printed(Array.from({ length: 80 }, (_, at) => [`n. ${at}`, 'testo', at])),
    );
    const { value } = await mammoth.convertToHtml({ buffer: Buffer.from(bytes) });
    expect(value).toContain('<h1>In sintesi</h1>');
    const body = partOf(bytes, 'word/document.xml');
    expect(body.match(/<w:tblHeader/g)).toHaveLength(1);
    expect(body).toContain('w:orient="landscape"');
    const styles = partOf(bytes, 'word/styles.xml');
    expect(styles).toContain('<w:lang w:val="it-IT"');
    // Under the names that Word has for them, whatever its language.
    for (const name of ['caption', 'TOC Heading']) expect(styles).toContain(`<w:name w:val="${name}"/>`);
    expect(partOf(bytes, 'docProps/core.xml')).toContain(
      '<dc:title>Relazione alla Giunta</dc:title><dc:creator>Traguardo</dc:creator><dc:language>it-IT</dc:language><cp:lastModifiedBy>Traguardo<',
    );
  });

  it.each([
    ['a day', 'upright', [['Obiettivo', 'sul sito', { day: civilDate('2023-06-30') }]], 'Entro il'],
    ['a word of a head', 'upright', [['Obiettivo', 'sul sito', 3]], 'Documenti'],
    ['a word', 'across', [['Obiettivo', 'x'.repeat(3_000), 'raggiunto']], 'Grado'],
  ] as const)(
    '%s is not broken, %s, in letters as wide as DejaVu Sans; the table stays as wide',
    async (_, how, rows, title) => {
      const columns = [COLUMNS[0], COLUMNS[1], { title, share: 8 }];
      const table = { caption: 'x', columns, rows, empty: '' };
      const section = { heading: 'x', blocks: [{ kind: 'table', table }] } as const;
      const bytes = await printedDocx({ ...printed([]), across: how === 'across', sections: [section] });
      const widths = [...partOf(bytes, 'word/document.xml').matchAll(/<w:gridCol w:w="(\d+)"/g)].map(
        ([, one]) => Number(one),
      );
      // Of "30/06/2023" in DejaVu Sans at 9 points 1037 twentieths, of "Documenti" in bold 1093, of "raggiunto" 952; 140 beside.
      expect(widths[2]).toBeGreaterThan(how === 'across' ? 1_092 : title === 'Documenti' ? 1_233 : 1_177);
      expect(widths.reduce((so, one) => so + one, 0)).toBeLessThanOrEqual(how === 'across' ? 14_541 : 9_708);
    },
  );

  it('a table without rows says so in words', async () => {
    const { value } = await mammoth.extractRawText({ buffer: Buffer.from(await printedDocx(printed([]))) });
    expect(value).toContain('Nessun obiettivo.');
  });
});

describe('as XLSX', () => {
  const sheets = (rows: readonly (readonly PrintedCell[])[]) => [
    { name: 'Obiettivi', table: { caption: 'x', columns: COLUMNS, rows, empty: '' } },
    { name: 'Altro', table: { caption: 'x', columns: COLUMNS, rows: [], empty: '' } },
  ];

  it.each(HOSTILE)('%s is text, never a formula', async (_, typed, read) => {
    const bytes = await printedXlsx(sheets([['uno', typed, 3]]), 'Prova');
    const [first] = await readXlsxFile(Buffer.from(bytes));
    expect(first?.data[1]).toEqual(['uno', read, 3]);
    expect(partOf(bytes, 'xl/worksheets/sheet1.xml')).not.toContain('<f>');
  });

  it('the head stays in sight and filters all rows of its sheet', async () => {
    const bytes = await printedXlsx(
      sheets([
        ['a', 'b', 1],
        ['c', 'd', 2],
      ]),
      'Prova',
    );
    const xml = partOf(bytes, 'xl/worksheets/sheet1.xml');
    expect(xml).toContain('</sheetData><autoFilter ref="A1:C3"/>');
    expect(xml).toMatch(/<pane ySplit="1"[^>]*state="frozen"/);
    expect(partOf(bytes, 'xl/worksheets/sheet2.xml')).toContain('<autoFilter ref="A1:C1"/>');
  });

  it('days are days, a column with decimals shows two at least, and the same facts give the same bytes', async () => {
    const rows = [
      [{ day: civilDate('2023-12-31') }, 'x', 83],
      [{ day: civilDate('2024-02-29') }, 'y', 98.75],
    ];
    const bytes = await printedXlsx(sheets(rows), 'Prova');
    const [first] = await readXlsxFile(Buffer.from(bytes));
    expect(first?.data.slice(1)).toEqual([
      [new Date('2023-12-31T00:00:00Z'), 'x', 83],
      [new Date('2024-02-29T00:00:00Z'), 'y', 98.75],
    ]);
    const styles = partOf(bytes, 'xl/styles.xml');
    expect(styles).toContain('formatCode="dd/mm/yyyy"');
    expect(styles).toContain('formatCode="0.00##"');
    expect(Buffer.from(await printedXlsx(sheets(rows), 'Prova')).equals(Buffer.from(bytes))).toBe(true);
  });

  it('is printed across, as wide as its page, its head on each page; it says its title and that it is in Italian', async () => {
    const named = [{ ...sheets([['a', 'b', 1]])[0], name: "L'anno & <altro>" }] as ReturnType<typeof sheets>;
    const bytes = await printedXlsx(named, 'Relazione <2023>');
    const xml = partOf(bytes, 'xl/worksheets/sheet1.xml');
    expect(xml).toContain('<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><sheetViews>');
    expect(xml).toContain('orientation="landscape" fitToWidth="1" fitToHeight="0"/>');
    expect(xml).toContain("&amp;LL'anno &amp;&amp; &lt;altro&gt;&amp;RPagina &amp;P di &amp;N<");
    expect(partOf(bytes, 'xl/workbook.xml')).toContain(
      `localSheetId="0">'L''anno &amp; &lt;altro&gt;'!$1:$1</definedName>`,
    );
    expect(partOf(bytes, 'docProps/core.xml')).toContain(
      '<dc:title>Relazione &lt;2023&gt;</dc:title><dc:creator>Traguardo</dc:creator><dc:language>it-IT</dc:language>',
    );
  });
});

it('line ends of any kind are one, and tabs stay', () => {
  expect(printable('a\r\nb\rc\u2028d\te')).toBe('a\nb\nc\nd\te');
});

it('is the same bytes a moment later, with contents that are there before Word updates them', async () => {
  const one = Buffer.from(await printedDocx(whole()));
  await new Promise((resolve) => setTimeout(resolve, 5));
  expect(Buffer.from(await printedDocx(whole())).equals(one)).toBe(true);
  const { value } = await mammoth.convertToHtml({ buffer: one });
  expect(value.match(/<h[123]>/g)).toHaveLength(5);
  const { value: text } = await mammoth.extractRawText({ buffer: one });
  expect(text.match(/Settore Finanziario/g), 'in the contents and over its part').toHaveLength(2);
  // Word puts in the page numbers, and is not told to build the contents again, about which it would ask.
  expect(partOf(one, 'word/document.xml')).toMatch(/w:dirty="false"\/><w:instrText[^>]*>TOC /);
  expect(partOf(one, 'word/settings.xml')).not.toContain('updateFields');
});
