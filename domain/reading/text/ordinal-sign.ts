/** The sign that makes a number an ordinal: "1°", "1^", "2a", "30mo", "15esimo", "III°". */
import { ROMANS } from '../words/numerals.js';
import { classOf, ORDINAL } from './letters.js';

/** After "1°", "1^", "1 °", "2a", "30mo", "15esimo": the place after the ordinal sign; unmoved when there is none. */
export function endOfOrdinal(text: string, at: number): number {
  const spaced = text.charAt(at) === ' ' && classOf(text.charCodeAt(at + 1)) === ORDINAL ? at + 1 : at;
  if (classOf(text.charCodeAt(spaced)) === ORDINAL) return spaced + 1;
  if (!'aoemi'.includes(text.charAt(at)) || at >= text.length) return at;
  const suffix = /^(?:esim[oaie]|im[oa]|m[oa]|[oa])(?![\p{L}\d'’])/u.exec(text.slice(at, at + 7));
  return suffix === null ? at : at + suffix[0].length;
}

/** "III°": the sign after a roman numeral. */
export const endOfOrdinalSign = (text: string, at: number, raw: string): number =>
  classOf(text.charCodeAt(at)) === ORDINAL && ROMANS.has(raw.toLowerCase()) ? at + 1 : at;
