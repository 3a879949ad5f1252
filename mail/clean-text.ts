/**
 * Words that come from outside (titles of a plan, names, a mail server's answer) made safe to stand
 * in a mail: one line, no control or direction characters, and nothing that reads as a placeholder.
 * HTML is escaped by the renderer, not here.
 */

/** Control characters, line and paragraph separators, and every kind of space. */
const BLANKS = /[\p{Cc}\p{Zs}\p{Zl}\p{Zp}]+/gu;
/** Characters that show nothing, but turn or hide what stands beside them; joiners are letters' own. */
const INVISIBLE = /(?![\u200C\u200D])\p{Cf}/gu;

/** One clean line of at most `limit` characters; what is cut ends with "…". `missing` stands for nothing. */
export function cleanText(raw: string, limit: number, missing: string): string {
  const line = raw
    .replace(/\p{Surrogate}/gu, '\uFFFD')
    .replace(INVISIBLE, '')
    .replace(BLANKS, ' ')
    .replace(/\{(?=\{)/g, '{ ')
    .trim();
  const characters = [...line];
  if (characters.length === 0) return missing;
  return characters.length <= limit
    ? line
    : `${characters
        .slice(0, limit - 1)
        .join('')
        .trimEnd()}…`;
}
