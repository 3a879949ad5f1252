/**
 * Words that come from outside (titles of a plan, names, a mail server's answer) made safe to stand
 * in a mail: one line, no control or direction characters, and nothing that reads as a placeholder.
 * HTML is escaped by the renderer, not here.
 */

/** Control characters, line and paragraph separators, and every kind of space. */
const BLANKS = /[\p{Cc}\p{Zs}\p{Zl}\p{Zp}]+/gu;
/** Characters that show nothing, but turn or hide what stands beside them; joiners are letters' own. */
const INVISIBLE = /(?![\u200C\u200D])\p{Cf}/gu;

/** What may have to be made safe: anything but letters and signs of Italian, blanks in a row, a placeholder's begin. */
const SUSPECT = /[^ -~\u00A1-\u00AC\u00AE-\u024F\u2010-\u2027]| {2}|\{\{/;

/** One clean line of at most `limit` characters; what is cut ends with "…". `missing` stands for nothing. */
export function cleanText(raw: string, limit: number, missing: string): string {
  const line = SUSPECT.test(raw) ? madeSafe(raw) : raw.trim();
  if (line === '') return missing;
  if (line.length <= limit) return line;
  const characters = [...line];
  return characters.length <= limit
    ? line
    : `${characters
        .slice(0, limit - 1)
        .join('')
        .trimEnd()}…`;
}

const madeSafe = (raw: string): string =>
  raw
    .replace(/\p{Surrogate}/gu, '\uFFFD')
    .replace(INVISIBLE, '')
    .replace(BLANKS, ' ')
    .replace(/\{(?=\{)/g, '{ ')
    .trim();
