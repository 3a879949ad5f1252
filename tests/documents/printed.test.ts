/** A document to hand over as DOCX and XLSX: opened by other programs, whatever was typed into it. */
import mammoth from 'mammoth';
import readXlsxFile from 'read-excel-file/node';
import { describe, expect, it } from 'vitest';
import { printedDocx } from '../../documents/printed/printed-docx.js';
import { printedXlsx } from '../../documents/printed/printed-xlsx.js';
import { zipParts } from '../../documents/zip/zip-parts.js';
import { printable } from '../../domain/printed-document/printed-document.js';
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
