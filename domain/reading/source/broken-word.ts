/** Words that a narrow column cut without a hyphen: "Digitalizzazio / ne", "aggiorna / mento". */
import { fold } from '../text/letters.js';

/** Endings of Italian nouns, adjectives and adverbs that are no words by themselves where plans speak. */
const ENDING =
  /^(?:(?:a|i|u|iz|z|fica|izza|zza)?zion[ei]|ion[ei]|[ai]?ment[oi]|i?bil[ei]|[ae]nz[ae]|tur[ae]|a?tiv[oaie])$/;
const ACCENTED = /^(?:[lnrstz]?i|bili|ibili|tivi)?tà$/i;
/** Nouns that end as the first half of one in "-zione" does. */
const WHOLE = /^(?:spa|da|o|vi|sa|(?:dis)?servi|eserci|ini|nego|indi|consor|divor|ospi|benefi|topoli)zio$/;
/** Whether the last word of a line and the first of the next are one. */
export function isBroken(line: string, next: string): boolean {
  const [last, first] = [/\p{L}+$/u.exec(line)?.[0] ?? '', /^\p{L}+/u.exec(next)?.[0] ?? ''];
  if (last.length < 4 || first === '' || isUpper(last.slice(-1)) !== isUpper(first.slice(0, 1))) return false;
  const [head, tail] = [fold(last), fold(first)];
  if (/^n[ei]$/.test(tail)) return head.endsWith('zio') && !WHOLE.test(head);
  if (/^t[oi]$/.test(tail)) return /[ai]men$/.test(head);
  if (/^z[ae]$/.test(tail)) return /[ae]n$/.test(head);
  return (ENDING.test(tail) && !/^azion[ei]$/.test(tail)) || ACCENTED.test(first);
}

const isUpper = (text: string): boolean => text === text.toUpperCase();
