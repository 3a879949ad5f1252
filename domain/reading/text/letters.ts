/** Classes of characters, and the folding of letters: lower case, no accents. */

const TABLE_SIZE = 0x250;
export const OTHER = 0;
export const SPACE = 1;
export const LETTER = 2;
export const DIGIT = 3;
export const APOSTROPHE = 4;
export const ORDINAL = 5;
/** Printed but not said: soft hyphens, zero-width spaces, byte order marks. */
export const SILENT = 6;

const CLASSES = new Uint8Array(TABLE_SIZE);
for (let code = 0; code < TABLE_SIZE; code++) {
  const character = String.fromCharCode(code);
  if (/\s/.test(character)) CLASSES[code] = SPACE;
  else if (/\p{L}/u.test(character)) CLASSES[code] = LETTER;
  else if (/\d/.test(character)) CLASSES[code] = DIGIT;
}
for (const character of "'`´") CLASSES[character.charCodeAt(0)] = APOSTROPHE;
// The feminine and masculine ordinal signs are letters to Unicode; typists use the circumflex and the degree.
for (const character of '°ºª^') CLASSES[character.charCodeAt(0)] = ORDINAL;
CLASSES[0xad] = SILENT;

const BEYOND: Readonly<Record<number, number>> = {
  8216: APOSTROPHE,
  8217: APOSTROPHE,
  8219: APOSTROPHE,
  8242: APOSTROPHE,
  700: APOSTROPHE,
  180: APOSTROPHE,
  8203: SILENT,
  8204: SILENT,
  8205: SILENT,
  8288: SILENT,
  65279: SILENT,
};

/** The class of a UTF-16 unit. */
export function classOf(code: number): number {
  if (code < TABLE_SIZE) return CLASSES[code] ?? OTHER;
  const known = BEYOND[code];
  if (known !== undefined) return known;
  if (code >= 0x2000 && code <= 0x200a) return SPACE;
  return code === 0x2028 || code === 0x2029 || code === 0x202f || code === 0x3000 ? SPACE : OTHER;
}

/** Hyphens and dashes, which break words at the end of a line and stand between the ends of a span. */
export const isDash = (code: number): boolean =>
  code === 0x2d || (code >= 0x2010 && code <= 0x2015) || code === 0x2212;

const ACCENTS = /[\u0300-\u036f]/g;
// biome-ignore lint/suspicious/noControlCharactersInRegex: the range is "anything beyond ASCII"
const BEYOND_ASCII = /[^\u0000-\u007f]/;

/** Lower case without accents: "PIÙ" and "più" are "piu". */
export function fold(text: string): string {
  const lower = text.toLowerCase();
  return BEYOND_ASCII.test(lower)
    ? lower
        .normalize('NFD')
        .replace(ACCENTS, '')
        .replace(/[\u00ad\u200b-\u200d\u2060\ufeff]/g, '')
    : lower;
}
