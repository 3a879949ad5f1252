import { describe, expect, it } from 'vitest';
import { fileKind } from '../../documents/file-kind.js';
import { readSource } from '../../documents/read-source.js';
import { shown } from '../domain/reading/source/shown.js';

const latin = (text: string): Uint8Array => Uint8Array.from(Buffer.from(text, 'latin1'));
const utf16 = (text: string): Uint8Array => Uint8Array.from(Buffer.from(text, 'utf16le'));
const zipOf = (...names: string[]): Uint8Array =>
  latin(`PK\u0003\u0004${'\0'.repeat(22)}${names.join('PK\u0001\u0002')}`);
const ole = (stream: string): Uint8Array =>
  Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, ...Buffer.alloc(600), ...utf16(stream)]);

async function blocksOf(bytes: Uint8Array, name = 'allegato.txt') {
  const read = await readSource(bytes, name);
  if (!read.ok) throw new Error(read.refusal);
  return shown(read.source.blocks);
}

describe('the kind of a file', () => {
  it.each([
    ['pdf', latin('%PDF-1.7\n')],
    ['pdf', latin(`\n\n${' '.repeat(200)}%PDF-1.4`)],
    ['docx', zipOf('[Content_Types].xml', 'word/document.xml')],
    ['xlsx', zipOf('[Content_Types].xml', 'xl/workbook.xml')],
    ['xlsb', zipOf('xl/workbook.bin')],
    ['odt', zipOf('mimetypeapplication/vnd.oasis.opendocument.text')],
    ['ods', zipOf('mimetypeapplication/vnd.oasis.opendocument.spreadsheet')],
    ['archive', zipOf('piano.pdf')],
    ['doc', ole('WordDocument')],
    ['xls', ole('Workbook')],
    ['locked-office', ole('EncryptedPackage')],
    ['rtf', latin('{\\rtf1\\ansi Piano}')],
    ['web-page', latin('\n<!DOCTYPE html><html></html>')],
    ['mail', latin('Return-Path: <a@comune.example>\n')],
    ['image', Uint8Array.from([0xff, 0xd8, 0xff, 0xe0])],
    [
      'signed',
      Uint8Array.from([
        0x30,
        0x82,
        1,
        1,
        6,
        9,
        0x2a,
        0x86,
        0x48,
        0x86,
        0xf7,
        13,
        1,
        7,
        2,
        ...latin('%PDF-1.7'),
      ]),
    ],
    ['signed', latin('-----BEGIN PKCS7-----\nMIIB')],
    ['empty', new Uint8Array()],
    ['text', latin('Piano degli obiettivi')],
  ])('is told by its content, not by its name: %s', (kind, bytes) => {
    expect(fileKind(bytes)).toBe(kind);
  });

  it.each([
    ['vuoto', new Uint8Array()],
    [
      'estrai il documento originale',
      Uint8Array.from([0x30, 0x80, 6, 9, 0x2a, 0x86, 0x48, 0x86, 0xf7, 13, 1, 7, 2]),
    ],
    ['.docx', ole('WordDocument')],
    ['.xlsx', ole('Workbook')],
    ['password', ole('EncryptedPackage')],
    ['immagine', Uint8Array.from([0x89, 0x50, 0x4e, 0x47])],
    ['non è un testo', Uint8Array.from({ length: 400 }, (_, index) => (index * 7919) % 256)],
    ['danneggiato', latin('%PDF-1.7\nnothing more')],
  ])('that is not read is refused in a sentence that says what to do: %s', async (part, bytes) => {
    const read = await readSource(bytes, 'allegato.pdf');
    expect(read).toEqual({ ok: false, refusal: expect.stringContaining(part) });
  });
});

describe('a text file', () => {
  const TEXT = 'È così: 5 €, l’età\nPeso 15\n';
  const WORDS = ['È così: 5 €, l’età Peso 15'];

  it.each([
    ['UTF-8', Uint8Array.from(Buffer.from(TEXT))],
    ['UTF-8 with mark', Uint8Array.from(Buffer.from(`\ufeff${TEXT}`))],
    ['UTF-16 with mark', utf16(`\ufeff${TEXT}`)],
    ['UTF-16 without mark', utf16(TEXT)],
    ['UTF-16, the high byte first', Uint8Array.from(Buffer.from(`\ufeff${TEXT}`, 'utf16le').swap16())],
    ['UTF-16, the high byte first, without mark', Uint8Array.from(Buffer.from(TEXT, 'utf16le').swap16())],
    ['Windows-1252', latin('\xc8 cos\xec: 5 \x80, l\x92et\xe0\nPeso 15\n')],
    [
      'UTF-8 in a file named .doc, lines ended by CR LF',
      Uint8Array.from(Buffer.from(TEXT.replaceAll('\n', '\r\n'))),
    ],
  ])('is read in the encoding it has: %s', async (_, bytes) => {
    expect(await blocksOf(bytes, 'allegato.doc')).toEqual(WORDS);
  });

  it('keeps what is whole when a few bytes of UTF-8 are broken', async () => {
    const bytes = Uint8Array.from([...Buffer.from('à è ì ò ù é più così '), 0xc3]);
    expect(await blocksOf(bytes)).toEqual(['à è ì ò ù é più così']);
  });

  it('has its lines counted by line feeds only: a form feed begins a page and no line', async () => {
    const read = await readSource(latin('a\r\n\fb\nc\n'), 'a.txt');
    expect(read.ok && read.source.lines).toEqual([
      { page: 1, text: 'a' },
      { page: 2, text: 'b' },
      { page: 2, text: 'c' },
    ]);
  });

  it('has paragraphs between empty lines, items of lists, and ends at lines with two spaces after them', async () => {
    const read = await readSource(
      latin(
        'Settore Tecnico \n\nPrimo indicatore   \nsecondo \nindicatore \n\n- uno\n- due\n\nLAVORI\n- Peso 20\n',
      ),
      'a.txt',
    );
    if (!read.ok) throw new Error(read.refusal);
    expect(shown(read.source.blocks)).toEqual([
      'Settore Tecnico',
      'Primo indicatore secondo indicatore',
      '• uno',
      '• due',
      'LAVORI - Peso 20',
    ]);
    expect(read.source.blocks[1]).toMatchObject({
      fragments: [{ line: 3, ends: true }, { line: 4 }, { line: 5 }],
    });
  });

  it('begins another paragraph at a line set in by one space, where an extractor began a page', async () => {
    expect(await blocksOf(latin('100% \n rendicontazione opere \nPNRR. \n'))).toEqual([
      '100%',
      'rendicontazione opere PNRR.',
    ]);
  });

  it('of more than 30,000 lines is read in part, and says so', async () => {
    const read = await readSource(latin('riga\n\n'.repeat(15_001)), 'a.txt');
    expect(read.ok && read.source.partial).toBe('Il testo ha 30002 righe: sono state lette le prime 30000.');
  });
});
