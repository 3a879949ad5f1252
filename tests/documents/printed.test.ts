/** A document to hand over as DOCX and XLSX: opened by other programs, whatever was typed into it. */
import mammoth from 'mammoth';
import readXlsxFile from 'read-excel-file/node';
import { describe, expect, it } from 'vitest';
import { type PrintedDocument, printable } from '../../documents/printed-document.js';
import { printedDocx } from '../../documents/printed-docx.js';
import { printedXlsx } from '../../documents/printed-xlsx.js';
import { zipParts } from '../../documents/zip-parts.js';

const UNBOUNDED = { bytes: Number.POSITIVE_INFINITY, entries: 100, ratio: Number.POSITIVE_INFINITY };
function partOf(bytes: Uint8Array, name: string): string {
  const zip = zipParts(Buffer.from(bytes), () => true, UNBOUNDED);
  if (!zip.ok) throw new Error(zip.why);
  return Buffer.from(new Map(zip.parts).get(name) ?? []).toString('utf8');
}

const HOSTILE: readonly (readonly [string, string, string])[] = [
  ['an emoji', 'fatto 👩‍👩‍👧‍👦 così', 'fatto 👩‍👩‍👧‍👦 così'],
  ['marks that turn the direction', 'pagato \u202e051 euro\u202c', 'pagato 051 euro'],
  ['Arabic with its own direction mark', 'العربية \u200f12', 'العربية \u200f12'],
  ['control characters', 'a\u0000b\u0007c\u001bd\u0085e', 'abcde'],
  ['half a surrogate pair', 'x\ud83dy', 'xy'],
  ['markup', '<script>alert("1")</script> & ]]>', '<script>alert("1")</script> & ]]>'],
  ['a formula', '=HYPERLINK("http://esempio.example";"apri")', '=HYPERLINK("http://esempio.example";"apri")'],
  ['a formula with a plus', '+1+cmd|calc', '+1+cmd|calc'],
  ['a formula with an at', '@SUM(1)', '@SUM(1)'],
  ['5,000 characters', 'è'.repeat(5_000), 'è'.repeat(5_000)],
];

const COLUMNS = [
  { title: 'Obiettivo', share: 40 },
  { title: 'Scostamento', share: 50 },
  { title: 'Quanti', share: 10 },
];
const printed = (rows: readonly (readonly (string | number)[])[]): PrintedDocument => ({
  ...{ title: 'Relazione alla Giunta', subtitle: 'Comune di Prova' },
  sections: [
    {
      ...{ heading: 'In sintesi', paragraphs: ['Prima riga\nseconda riga'] },
      tables: [{ caption: 'Obiettivi', columns: COLUMNS, rows, empty: 'Nessun obiettivo.' }],
    },
  ],
});

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
    expect(partOf(bytes, 'word/styles.xml')).toContain('<w:lang w:val="it-IT"');
  });

  it('a table without rows says so in words', async () => {
    const { value } = await mammoth.extractRawText({ buffer: Buffer.from(await printedDocx(printed([]))) });
    expect(value).toContain('Nessun obiettivo.');
  });
});

describe('as XLSX', () => {
  const sheets = (rows: readonly (readonly (string | number)[])[]) => [
    { name: 'Obiettivi', table: { caption: 'x', columns: COLUMNS, rows, empty: '' } },
    { name: 'Altro', table: { caption: 'x', columns: COLUMNS, rows: [], empty: '' } },
  ];

  it.each(HOSTILE)('%s is text, never a formula', async (_, typed, read) => {
    const bytes = await printedXlsx(sheets([['uno', typed, 3]]));
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
    );
    const xml = partOf(bytes, 'xl/worksheets/sheet1.xml');
    expect(xml).toContain('</sheetData><autoFilter ref="A1:C3"/>');
    expect(xml).toMatch(/<pane ySplit="1"[^>]*state="frozen"/);
    expect(partOf(bytes, 'xl/worksheets/sheet2.xml')).toContain('<autoFilter ref="A1:C1"/>');
  });
});

it('line ends of any kind are one, and tabs stay', () => {
  expect(printable('a\r\nb\rc\u2028d\te')).toBe('a\nb\nc\nd\te');
});
