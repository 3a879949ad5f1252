/** What extracted words are freed of before anybody reads them: traces of fonts, printers and encodings. */

const LIGATURES: ReadonlyMap<string, string> = new Map([
  ['ﬀ', 'ff'],
  ['ﬁ', 'fi'],
  ['ﬂ', 'fl'],
  ['ﬃ', 'ffi'],
  ['ﬄ', 'ffl'],
  ['ﬅ', 'st'],
  ['ﬆ', 'st'],
]);

// biome-ignore lint/suspicious/noControlCharactersInRegex: taking control characters out is the purpose
const CONTROLS = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2060\ufeff\ufffd]/gu;
/** Spaces of every width but tab and line feed. */
const WIDE_SPACES = /[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]/gu;
const SOFT_HYPHEN_INSIDE = /\u00ad(?=\S)/gu;
const PLAIN = /^[\t\n\u0020-\u007e]*$/;

/**
 * The same words in plain characters: ligatures taken apart, accents joined to their letters, no controls or
 * halves of characters, every space a plain one. A soft hyphen stays, as a hyphen, only where the line breaks.
 * Spaces at the ends and runs of spaces are kept: they tell columns.
 */
export function cleanText(text: string): string {
  if (PLAIN.test(text)) return text;
  return text
    .replace(/\p{Surrogate}/gu, '')
    .normalize('NFC')
    .replace(/[\ufb00-\ufb06]/gu, (letter) => LIGATURES.get(letter) ?? letter)
    .replace(SOFT_HYPHEN_INSIDE, '')
    .replace(/\u00ad/gu, '-')
    .replace(WIDE_SPACES, ' ')
    .replace(CONTROLS, '');
}
