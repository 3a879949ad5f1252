/**
 * What a file is, by its first bytes and the names inside it. The extension is not asked: offices rename files,
 * and a wrong one must not matter.
 */

/** Kinds that are read, and kinds that are known well enough to say what to do instead. */
export type FileKind =
  | 'pdf'
  | 'docx'
  | 'xlsx'
  | 'text'
  | 'empty'
  | 'signed'
  | 'locked-office'
  | 'doc'
  | 'xls'
  | 'ole'
  | 'rtf'
  | 'odt'
  | 'ods'
  | 'xlsb'
  | 'slides'
  | 'web-page'
  | 'mail'
  | 'image'
  | 'archive';

const bytesOf = (text: string): number[] => [...text].map((letter) => letter.charCodeAt(0));

const ARCHIVES = [
  [0x37, 0x7a, 0xbc, 0xaf],
  bytesOf('Rar!'),
  [0x1f, 0x8b],
  bytesOf('BZh'),
  [0xfd, 0x37, 0x7a],
];
const IMAGES = [
  [0x89, 0x50, 0x4e, 0x47],
  [0xff, 0xd8, 0xff],
  bytesOf('GIF8'),
  [0x49, 0x49, 0x2a, 0x00],
  [0x4d, 0x4d, 0x00, 0x2a],
];
const OLE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
/** The object identifier of PKCS #7 signed data. */
const SIGNED = [0x06, 0x09, 0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x07, 0x02];

/** Never throws; whatever is not known is taken for text, whose reader refuses what is none. */
export function fileKind(bytes: Uint8Array): FileKind {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (file.byteLength === 0) return 'empty';
  const begins = (signature: readonly number[]): boolean =>
    signature.every((byte, index) => file[index] === byte);
  if (file.subarray(0, 64).includes(Buffer.from(SIGNED))) return 'signed';
  const start = file.toString('latin1', 0, 1024);
  if (start.includes('%PDF-')) return 'pdf';
  if (begins(OLE)) return oleKind(file);
  if (begins(bytesOf('PK\u0003\u0004')) || begins(bytesOf('PK\u0005\u0006'))) return zipKind(file);
  if (ARCHIVES.some(begins)) return 'archive';
  if (IMAGES.some(begins) || /^(RIFF.{4}WEBP|.{4}ftyp(heic|heix|mif1|avif)|BM.{4}\0{4})/s.test(start)) {
    return 'image';
  }
  return markupKind(start);
}

/** Formats whose files are themselves text. */
function markupKind(start: string): FileKind {
  const text = start.replace(/^(\xef\xbb\xbf)?\s*/, '');
  if (text.startsWith('{\\rtf')) return 'rtf';
  if (/^(<!doctype html|<html|<head|<meta|<table)/i.test(text) || /<\?mso-application/i.test(text)) {
    return 'web-page';
  }
  if (/^-----BEGIN (PKCS7|CMS)-----/.test(text) || /^MII[\w+/\s]{0,60}KoZIhvcNAQcC/.test(text))
    return 'signed';
  if (/^(mime-version|received|return-path|delivered-to):/i.test(text)) return 'mail';
  return 'text';
}

/** The files of Office before 2007, and the wrapping of files with a password. */
function oleKind(file: Buffer): FileKind {
  const holds = (name: string): boolean => file.includes(Buffer.from(name, 'utf16le'));
  if (holds('EncryptedPackage')) return 'locked-office';
  if (holds('WordDocument')) return 'doc';
  if (holds('Workbook') || holds('Book')) return 'xls';
  return 'ole';
}

/** Names in a ZIP file stand uncompressed. */
function zipKind(file: Buffer): FileKind {
  const holds = (name: string): boolean => file.includes(name, 0, 'latin1');
  const start = file.toString('latin1', 0, 200);
  if (start.includes('opendocument.text')) return 'odt';
  if (start.includes('opendocument.spreadsheet')) return 'ods';
  if (start.includes('opendocument')) return 'slides';
  if (holds('word/document')) return 'docx';
  if (holds('xl/workbook.bin')) return 'xlsb';
  if (holds('xl/workbook') || holds('xl/worksheets')) return 'xlsx';
  if (holds('ppt/presentation')) return 'slides';
  return 'archive';
}
