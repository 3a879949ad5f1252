/** Where a word ends: over the hyphen at the end of a line, and through "u.s.", "D.Lgs.", "p. v.". */
import { classOf, DIGIT, isDash, LETTER, SILENT, SPACE } from './letters.js';

const isLetter = (text: string, at: number): boolean => {
  const kind = classOf(text.charCodeAt(at));
  return kind === LETTER || kind === SILENT;
};

function letters(text: string, start: number): number {
  let at = start;
  while (at < text.length && isLetter(text, at)) at++;
  return at;
}

/** The place after the word that starts here. */
export function endOfWord(text: string, start: number): number {
  let end = letters(text, start);
  // Words are broken once or twice, never a hundred times: each break moves on, so this stays linear.
  for (let next = afterBreak(text, end); next > end; next = afterBreak(text, end)) end = letters(text, next);
  return end - start <= 3 ? endOfDotted(text, end, end - start) : end;
}

/** After "set-⏎": the first letter of the rest; unmoved when no line breaks here or the rest is another word. */
function afterBreak(text: string, at: number): number {
  if (!isDash(text.charCodeAt(at))) return at;
  let next = at + 1;
  let broken = false;
  while (classOf(text.charCodeAt(next)) === SPACE && next < at + 40) {
    if (text.charAt(next) === '\n' || text.charAt(next) === '\r') broken = true;
    next++;
  }
  // A capital begins another word, unless all is in capitals.
  const [last, first] = [text.charAt(at - 1), text.charAt(next)];
  const goesOn = first === first.toLowerCase() || last !== last.toLowerCase();
  return broken && isLetter(text, next) && goesOn ? next : at;
}

/** "u.s.", "p.v.", "G.U.", "d.lgs.", "s.m.i.": single letters with points are one word. */
function endOfDotted(text: string, first: number, length: number): number {
  if (length > 1) return first;
  let end = first;
  while (text.charAt(end) === '.') {
    const spaced = text.charAt(end + 1) === ' ' && isVenture(text, end) ? 1 : 0;
    const next = letters(text, end + 1 + spaced);
    const size = next - end - 1 - spaced;
    if (size < 1 || size > 3 || classOf(text.charCodeAt(next)) === DIGIT) break;
    // "lett. a.Entro": a long word after the point starts a sentence.
    end = next;
    if (text.charAt(end) !== '.') return end;
  }
  return text.charAt(end) === '.' && end > first ? end + 1 : end;
}

/** "p. v.", "u. s.", "c. a.", "c. m." are also typed with a space. */
const isVenture = (text: string, point: number): boolean =>
  /^(?:p\. v|u\. s|c\. a|c\. m)\.$/i.test(text.slice(point - 1, point + 4));

const PLAIN = /^[A-Za-z]+$/;
const NOT_LETTERS = /[^\p{L}]+/gu;
/** A word without the breaks and points in it. */
export const readsOn = (raw: string): string => (PLAIN.test(raw) ? raw : raw.replace(NOT_LETTERS, ''));
