/**
 * What kind of file it is: by its extension and by its first bytes, which must agree. A list, so that
 * what is not on it does not come in.
 */

/** For people: what may be uploaded. */
export const ACCEPTED_IN_WORDS =
  'PDF, documenti e fogli di lavoro (Word, Excel, PowerPoint, OpenDocument, RTF), immagini, testo, CSV, messaggi EML, file firmati P7M, archivi ZIP';

type Looks = (head: Buffer) => boolean;

const starts =
  (...bytes: readonly number[]): Looks =>
  (head) =>
    bytes.every((byte, at) => head[at] === byte);
const says =
  (text: string, at = 0): Looks =>
  (head) =>
    head.toString('latin1', at, at + text.length) === text;
const any =
  (...looks: readonly Looks[]): Looks =>
  (head) =>
    looks.some((one) => one(head));

const zip = starts(0x50, 0x4b, 0x03, 0x04);
/** Word, Excel and Outlook before 2007. */
const compound = starts(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1);
/** Readers look for it anywhere in the first kilobyte. */
const pdf: Looks = (head) => head.subarray(0, 1024).includes('%PDF-');
/** PKCS#7: a DER sequence, or the same in base64 with or without its frame. */
const signed = any(
  starts(0x30, 0x80),
  starts(0x30, 0x82),
  starts(0x30, 0x83),
  says('-----BEGIN '),
  says('MI'),
);
/** Text has no control characters but tabs, line ends and form feeds. */
const text: Looks = (head) =>
  !head.some((byte) => byte < 9 || (byte > 13 && byte < 32 && byte !== 27) || byte === 11);

const office = 'application/vnd.openxmlformats-officedocument';
const open = 'application/vnd.oasis.opendocument';

const TYPES: Readonly<Record<string, readonly [type: string, looks: Looks]>> = {
  pdf: ['application/pdf', pdf],
  docx: [`${office}.wordprocessingml.document`, zip],
  xlsx: [`${office}.spreadsheetml.sheet`, zip],
  pptx: [`${office}.presentationml.presentation`, zip],
  odt: [`${open}.text`, zip],
  ods: [`${open}.spreadsheet`, zip],
  odp: [`${open}.presentation`, zip],
  zip: ['application/zip', zip],
  doc: ['application/msword', compound],
  xls: ['application/vnd.ms-excel', compound],
  ppt: ['application/vnd.ms-powerpoint', compound],
  msg: ['application/vnd.ms-outlook', compound],
  rtf: ['application/rtf', says('{\\rtf')],
  png: ['image/png', starts(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)],
  jpg: ['image/jpeg', starts(0xff, 0xd8, 0xff)],
  jpeg: ['image/jpeg', starts(0xff, 0xd8, 0xff)],
  gif: ['image/gif', any(says('GIF87a'), says('GIF89a'))],
  webp: ['image/webp', (head) => says('RIFF')(head) && says('WEBP', 8)(head)],
  tif: ['image/tiff', any(starts(0x49, 0x49, 0x2a, 0), starts(0x4d, 0x4d, 0, 0x2a))],
  tiff: ['image/tiff', any(starts(0x49, 0x49, 0x2a, 0), starts(0x4d, 0x4d, 0, 0x2a))],
  p7m: ['application/pkcs7-mime', signed],
  p7s: ['application/pkcs7-signature', signed],
  txt: ['text/plain', text],
  csv: ['text/csv', text],
  eml: ['message/rfc822', text],
};

/** For the `accept` attribute of a form. */
export const ACCEPTED_EXTENSIONS = Object.keys(TYPES)
  .map((extension) => `.${extension}`)
  .join(',');

/** The media type; `null` when the extension is not on the list or the bytes say something else. */
export function fileTypeOf(name: string, head: Uint8Array): string | null {
  const extension = /\.([a-z0-9]{1,5})\s*$/i.exec(name)?.[1]?.toLowerCase() ?? '';
  const known = Object.hasOwn(TYPES, extension) ? TYPES[extension] : undefined;
  if (known === undefined) return null;
  const [type, looks] = known;
  return looks(Buffer.from(head)) ? type : null;
}
