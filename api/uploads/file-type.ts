/**
 * What kind of file it is: by its extension and by its first bytes, which must agree. A list, so that
 * what is not on it does not come in.
 */

/** For people: what may be uploaded. */
export const ACCEPTED_IN_WORDS =
  'PDF, documenti e fogli di lavoro (Word, Excel, PowerPoint, OpenDocument, RTF), foto e immagini, testo, CSV, messaggi EML, file firmati P7M, archivi ZIP';

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
/** PKCS#7 (RFC 5652): a sequence that begins with the name of signed data, 1.2.840.113549.1.7.2. */
const signedData: Looks = (head) =>
  head[0] === 0x30 && head.subarray(0, 24).includes(Buffer.from('06092a864886f70d010702', 'hex'));
/** The same as bytes, or in base64 with or without its frame. */
const signed: Looks = (head) => {
  if (signedData(head)) return true;
  const base64 = head.toString('latin1', 0, 200).replace(/^\s*-----BEGIN [^-]*-----/, '');
  return signedData(Buffer.from(base64.slice(0, 120), 'base64'));
};
/** Photos of iPhones (ISO/IEC 23008-12): the brand of the container. */
const heif: Looks = (head) =>
  says('ftyp', 4)(head) && /^(?:hei[cxms]|hev[cxms]|mif[12]|msf1)$/.test(head.toString('latin1', 8, 12));
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
  heic: ['image/heic', heif],
  heif: ['image/heif', heif],
  tif: ['image/tiff', any(starts(0x49, 0x49, 0x2a, 0), starts(0x4d, 0x4d, 0, 0x2a))],
  tiff: ['image/tiff', any(starts(0x49, 0x49, 0x2a, 0), starts(0x4d, 0x4d, 0, 0x2a))],
  p7m: ['application/pkcs7-mime', signed],
  p7s: ['application/pkcs7-signature', signed],
  txt: ['text/plain', text],
  csv: ['text/csv', text],
  eml: ['message/rfc822', text],
};

/**
 * For the `accept` attribute of a form. Without HEIC, which is taken all the same: asked for it, an iPhone hands
 * over a photo that the town's computers may not open; not asked, it hands over a JPEG. The types beside the
 * extensions are what a telephone offers its camera for.
 */
export const ACCEPTED_EXTENSIONS = [
  ...Object.keys(TYPES)
    .filter((extension) => !/^hei[cf]$/.test(extension))
    .map((extension) => `.${extension}`),
  'image/jpeg',
  'image/png',
].join(',');

/** Telephones and mail programs give photos the ending of another format: then it is the bytes that tell. */
const PHOTOS = Object.values(TYPES).filter(([type]) => type.startsWith('image/'));

/** The media type; `null` when the extension is not on the list or the bytes say something of another kind. */
export function fileTypeOf(name: string, head: Uint8Array): string | null {
  const extension = /\.([a-z0-9]{1,5})\s*$/i.exec(name)?.[1]?.toLowerCase() ?? '';
  const known = Object.hasOwn(TYPES, extension) ? TYPES[extension] : undefined;
  if (known === undefined) return null;
  const [type, looks] = known;
  const bytes = Buffer.from(head);
  if (looks(bytes)) return type;
  if (!type.startsWith('image/')) return null;
  return PHOTOS.find(([, looksLike]) => looksLike(bytes))?.[0] ?? null;
}
