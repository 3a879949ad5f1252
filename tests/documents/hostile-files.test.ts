/** What people and attackers drop on the import page: each gets words, or the part that could be read. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, it } from 'vitest';
import { readSource } from '../../documents/read-source.js';
import { zipStore } from '../../documents/zip/zip-store.js';
import type { SourceDocument } from '../../domain/reading/source/source-document.js';
import { outline, parts, sheetRows, wordFile, wordParagraph, workbook } from './office-files.js';

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

async function refusalOf(bytes: Uint8Array, name = 'allegato.docx'): Promise<string> {
  const read = await readSource(bytes, name);
  return read.ok ? 'read' : read.refusal;
}
async function sourceOf(bytes: Uint8Array, name = 'allegato.docx'): Promise<SourceDocument> {
  const read = await readSource(bytes, name);
  if (!read.ok) throw new Error(read.refusal);
  return read.source;
}

/** The beginning of an OLE container, which wraps old Office files and those with a password, holding this name. */
function oleFile(name: string): Uint8Array {
  const bytes = Buffer.alloc(2_048);
  Buffer.from('d0cf11e0a1b11ae1', 'hex').copy(bytes);
  Buffer.from(name, 'utf16le').copy(bytes, 1_024);
  return bytes;
}

describe('a file that is no document', () => {
  it.each([
    ['nothing', new Uint8Array(), /vuoto/],
    ['a Word file with a password', oleFile('EncryptedPackage'), /password/],
    ['an old Word file', oleFile('WordDocument'), /\.doc\b/],
    ['an old Excel file', oleFile('Workbook'), /\.xls\b/],
    ['a ZIP of something else', zipStore(parts({ 'piano.txt': 'x' })), /archivio/],
    ['a Word file without its text', zipStore(parts({ 'word/document.txt': 'x' })), /danneggiato/],
    ['a workbook without its list of sheets', zipStore(parts({ 'xl/workbook.txt': 'x' })), /danneggiato/],
    [
      'a Word file cut in the middle',
      wordFile(wordParagraph('a'.repeat(5_000))).subarray(0, 3_000),
      /danneggiato/,
    ],
    ['a workbook cut in the middle', workbook([{ name: 'a', rows: '' }]).subarray(0, 900), /danneggiato/],
    ['a picture', Buffer.from('89504e470d0a1a0a00000000', 'hex'), /immagine/],
  ])('is refused: %s', async (_, bytes, words) => {
    expect(await refusalOf(bytes)).toMatch(words);
  });
});

describe('a bomb', () => {
  const MUCH = /molti più dati/;
  const packed = (name: string, xml: string): Uint8Array => zipStore(parts({ [name]: xml }), true);

  it('of 8 MB in 8 kB of Word is refused unopened', async () => {
    const bomb = packed('word/document.xml', 'a'.repeat(8_000_000));
    expect(bomb.byteLength).toBeLessThan(10_000);
    expect(await refusalOf(bomb)).toMatch(MUCH);
  });
  it('of 8 MB in 8 kB of Excel is refused unopened', async () => {
    expect(await refusalOf(packed('xl/workbook.xml', 'a'.repeat(8_000_000)))).toMatch(MUCH);
  });
  it('of entities is refused, in Word and in Excel', async () => {
    const entities = Array.from({ length: 20 }, (_, i) => `<!ENTITY e${i + 1} "&e${i};&e${i};&e${i};">`);
    const laughs = `<!DOCTYPE x [<!ENTITY e0 "ha">${entities.join('')}]>`;
    expect(await refusalOf(wordFile(wordParagraph('&e20;'), {}, laughs))).toMatch(/danneggiato/);
    const book = zipStore(parts({ 'xl/workbook.xml': `${laughs}<workbook>&e20;</workbook>` }));
    expect(await refusalOf(book)).toMatch(/danneggiato/);
  });
  it('of cells that claim to cover everything is read as the little it is', async () => {
    const rows = sheetRows([['Obiettivo', 'Peso']]);
    const more = '<mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>';
    expect((await sourceOf(workbook([{ name: 'a', rows, more }]))).blocks).toHaveLength(1);
    const wide =
      '<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val="999999999"/></w:tcPr><w:p><w:r><w:t>a</w:t></w:r></w:p></w:tc></w:tr></w:tbl>';
    expect((await sourceOf(wordFile(wide))).lines).toHaveLength(1);
  });
});

describe('a file that points elsewhere', () => {
  const outside = '<!DOCTYPE x [<!ENTITY out SYSTEM "file:///etc/hostname">]>';

  it('by an entity is refused, in Word and in Excel: no file of this machine is read into it', async () => {
    expect(await refusalOf(wordFile(wordParagraph('&out;'), {}, outside))).toMatch(/danneggiato/);
    const book = zipStore(parts({ 'xl/workbook.xml': `${outside}<workbook>&out;</workbook>` }));
    expect(await refusalOf(book)).toMatch(/danneggiato/);
  });
  it('by a template, a picture or a link is read without asking there', async () => {
    let asked = 0;
    const server = createServer((_, answer) => {
      asked += 1;
      answer.end();
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const place = `http://127.0.0.1:${(server.address() as AddressInfo).port}/x`;
    const type = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
    const relations = ['image', 'attachedTemplate', 'hyperlink', 'oleObject']
      .map(
        (kind, n) =>
          `<Relationship Id="r${n}" Type="${type}/${kind}" Target="${place}" TargetMode="External"/>`,
      )
      .join('');
    const rels = `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${relations}</Relationships>`;
    const source = await sourceOf(
      wordFile(wordParagraph('Strade'), { 'word/_rels/document.xml.rels': rels }),
    );
    expect(source.lines.map(({ text }) => text)).toEqual(['Strade']);
    expect(asked).toBe(0);
    await new Promise((resolve) => server.close(resolve));
  });
});

describe('a file under another name', () => {
  it('is read for what it is', async () => {
    expect((await sourceOf(wordFile(wordParagraph('Strade')), 'piano.pdf')).format).toBe('docx');
    expect(
      (await sourceOf(workbook([{ name: 'a', rows: sheetRows([['x', 'y']]) }]), 'piano.docx')).format,
    ).toBe('xlsx');
    expect((await sourceOf(bytesOf('Obiettivo n. 1: Strade'), 'piano.xlsx')).format).toBe('text');
  });
});

describe('a file that is long', () => {
  it('of 2,000 rows in Word is read whole', async () => {
    const row = (i: number): string =>
      `<w:tr>${[`${i}`, `Obiettivo ${i}`, '5'].map((words) => `<w:tc>${wordParagraph(words)}</w:tc>`).join('')}</w:tr>`;
    const source = await sourceOf(
      wordFile(`<w:tbl>${Array.from({ length: 2_000 }, (_, i) => row(i)).join('')}</w:tbl>`),
    );
    expect(source.lines).toHaveLength(6_000);
    expect(source.partial).toBeNull();
  });
  it('of 50 pages in Word counts them', async () => {
    const page = `${wordParagraph('parole')}<w:p><w:r><w:br w:type="page"/></w:r></w:p>`;
    const source = await sourceOf(wordFile(page.repeat(50)));
    expect(source.lines.at(-1)?.page).toBe(50);
  });
  it('as a novel is read as the paragraphs it has', async () => {
    const chapter = wordParagraph(
      'Quel ramo del lago di Como, che volge a mezzogiorno, tra due catene di monti. '.repeat(8),
    );
    expect((await sourceOf(wordFile(chapter.repeat(3_000)))).blocks).toHaveLength(3_000);
  });
});

describe('formulas', () => {
  it('are never run nor shown: the last value stands in their place', async () => {
    const rows =
      '<row r="1"><c r="A1" t="str"><f>HYPERLINK("http://x.example","via")</f><v>via</v></c><c r="B1" t="inlineStr"><is><t>=1+1</t></is></c></row>';
    expect(outline(await sourceOf(workbook([{ name: 'a', rows }])))).toEqual([[['0 via', '1 =1+1']]]);
  });
});
