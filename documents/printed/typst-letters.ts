/** Letters that no font of ours has, or that archives forbid: one square each, so that the document is made all the same. */

const MISSING_LETTER = '\u25a1';

/** What the typesetter complains of, as it writes strings: `the text \`"\u{1f469}"\` could not be displayed`. */
const COMPLAINTS = [
  /the text `"(.+?)"` could not be displayed/g,
  /the PDF contains the codepoint `"(.+?)"`/g,
] as const;

/** The characters of a failed run that can be helped; none: it failed for something else. */
export function lettersRefused(failure: string): ReadonlySet<string> {
  const refused = new Set<string>();
  for (const complaint of COMPLAINTS)
    for (const [, quoted = ''] of failure.replaceAll('\\"', '"').matchAll(complaint))
      for (const letter of unquoted(quoted)) refused.add(letter);
  refused.delete(MISSING_LETTER);
  return refused;
}

const unquoted = (text: string): string =>
  text.replace(/\\+u\{([0-9a-f]{1,6})\}/gi, (_, code: string) =>
    String.fromCodePoint(Number.parseInt(code, 16)),
  );

const LETTERS = new Intl.Segmenter('it', { granularity: 'grapheme' });

/** What a reader takes for one letter becomes one square, if any part of it is refused. */
const withoutLetters = (text: string, refused: ReadonlySet<string>): string =>
  [...LETTERS.segment(text)]
    .map(({ segment }) => ([...segment].some((part) => refused.has(part)) ? MISSING_LETTER : segment))
    .join('');

/** In every text of JSON data. */
export function dataWithoutLetters(data: unknown, refused: ReadonlySet<string>): unknown {
  if (typeof data === 'string') return withoutLetters(data, refused);
  if (Array.isArray(data)) return data.map((part) => dataWithoutLetters(part, refused));
  if (data === null || typeof data !== 'object') return data;
  return Object.fromEntries(
    Object.entries(data).map(([key, part]) => [key, dataWithoutLetters(part, refused)]),
  );
}
