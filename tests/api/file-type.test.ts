import { describe, expect, it } from 'vitest';
import { ACCEPTED_EXTENSIONS, fileTypeOf } from '../../api/uploads/file-type.js';

const bytes = (...numbers: number[]): Uint8Array => Uint8Array.from([...numbers, ...new Array(20).fill(1)]);
const text = (words: string): Uint8Array => Buffer.from(words);
/** A signed file that begins with these bytes: the name of signed data follows. */
const p7m = (...start: number[]): Uint8Array =>
  bytes(...start, 6, 9, 0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 1, 7, 2);
/** An ISO container of that brand. */
const ftyp = (brand: string): Uint8Array => Buffer.from(`\0\0\0\x18ftyp${brand}\0\0\0\0mif1heic`, 'latin1');

describe('a file is what its name and its first bytes both say', () => {
  it.each([
    ['delibera.pdf', text('%PDF-1.7'), 'application/pdf'],
    ['scansione.PDF', text('\xef\xbb\xbf%PDF-1.4'), 'application/pdf'],
    [
      'atto.docx',
      bytes(0x50, 0x4b, 3, 4),
      'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    ],
    ['conti.ods', bytes(0x50, 0x4b, 3, 4), 'application/vnd.oasis.opendocument.spreadsheet'],
    ['vecchio.doc', bytes(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1), 'application/msword'],
    ['delibera.pdf.p7m', p7m(0x30, 0x82, 0x41, 0x0c), 'application/pkcs7-mime'],
    ['streaming.pdf.p7m', p7m(0x30, 0x80), 'application/pkcs7-mime'],
    ['grande.pdf.p7m', p7m(0x30, 0x84, 1, 2, 3, 4), 'application/pkcs7-mime'],
    [
      'delibera.pdf.p7m',
      text(`-----BEGIN PKCS7-----\r\n${Buffer.from(p7m(0x30, 0x82, 1, 2)).toString('base64')}\r\n`),
      'application/pkcs7-mime',
    ],
    ['firma.p7s', p7m(0x30, 0x82, 0x41, 0x0c), 'application/pkcs7-signature'],
    ['IMG_0042.HEIC', ftyp('heic'), 'image/heic'],
    ['foto.heif', ftyp('mif1'), 'image/heif'],
    ['IMG_0042.jpg', ftyp('heic'), 'image/heic'],
    ['IMG_0042.heic', bytes(0xff, 0xd8, 0xff, 0xe1), 'image/jpeg'],
    ['delibera.pdf.p7m', text('MIIGxgYJKoZIhvcNAQcC'), 'application/pkcs7-mime'],
    ['foto.jpeg', bytes(0xff, 0xd8, 0xff, 0xe0), 'image/jpeg'],
    ['nota.txt', text('Perché è così\r\n'), 'text/plain'],
    ['elenco.csv', text('a;b\r\n1;2'), 'text/csv'],
    ['ricevuta.eml', text('From: a@b.example\r\n\r\nciao'), 'message/rfc822'],
    ['tutto.zip', bytes(0x50, 0x4b, 3, 4), 'application/zip'],
  ])('%s is accepted', (name, head, type) => {
    expect(fileTypeOf(name, head)).toBe(type);
  });

  it.each([
    ['a program called .pdf', 'delibera.pdf', bytes(0x4d, 0x5a, 0x90)],
    ['a page called .pdf', 'delibera.pdf', text('<!doctype html><script>alert(1)</script>')],
    ['a page', 'pagina.html', text('<!doctype html>')],
    ['a picture with scripts', 'disegno.svg', text('<svg xmlns="…"><script/></svg>')],
    ['a page called .png', 'foto.png', text('<html>')],
    ['a film called .heic', 'foto.heic', ftyp('isom')],
    ['a certificate called .p7m', 'firma.p7m', bytes(0x30, 0x82, 1, 2, 0x30, 0x82)],
    ['words called .p7m', 'firma.p7m', text('MIracolo')],
    ['a PDF called .jpg', 'foto.jpg', text('%PDF-1.7')],
    ['bytes called .txt', 'nota.txt', bytes(0, 1, 2)],
    ['a document with macros', 'modulo.docm', bytes(0x50, 0x4b, 3, 4)],
    ['a program', 'programma.exe', bytes(0x4d, 0x5a)],
    ['no extension', 'delibera', text('%PDF-1.7')],
    ['an extension that is a property of every object', 'x.constructor', text('x')],
    ['a name that only begins well', 'delibera.pdf.exe', text('%PDF-1.7')],
  ])('%s is refused', (_, name, head) => {
    expect(fileTypeOf(name, head)).toBeNull();
  });

  it('offers in the form what it takes, but for HEIC', () => {
    for (const extension of ACCEPTED_EXTENSIONS.split(','))
      expect(extension).toMatch(/^\.[a-z0-9]{3,4}$|^image\/(jpeg|png)$/);
    // An iPhone that is not asked for HEIC hands over a JPEG.
    expect(ACCEPTED_EXTENSIONS).not.toContain('hei');
    expect(ACCEPTED_EXTENSIONS.split(',')).toContain('.p7m');
    expect(ACCEPTED_EXTENSIONS).not.toContain('html');
  });
});
