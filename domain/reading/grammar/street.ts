/** Streets, squares and schools that are called after a day: "Via XX Settembre", "Istituto comprensivo 8 Marzo". */
import { isAt, type Line, tokenAt } from '../text/token.js';
import { M } from '../words/mark.js';
import type { Skip } from './expression.js';

/** "Via XX Settembre", "piazza 4 Novembre", "scuola «25 aprile»". */
export function isStreet(line: Line, from: number): boolean {
  if (tokenAt(line, from + 1).word.month === 0) return false;
  const before = tokenAt(line, from - 1);
  const roman =
    tokenAt(line, from).kind === 'word' &&
    tokenAt(line, from).rank > 1 &&
    tokenAt(line, from).value < 0 &&
    tokenAt(line, from).text.length < 6;
  if (roman) return true;
  // "Istituto comprensivo 8 Marzo".
  if (tokenAt(line, from - 2).text === 'istituto' && before.kind === 'word') return true;
  const opened = before.kind === 'sign' && '"«“\''.includes(before.text);
  const street = opened ? from - 2 : from - 1;
  // "in corso 25 aprile" is no street.
  return (
    isAt(line, street, M.street) && !(tokenAt(line, street).text === 'corso' && isAt(line, street - 1, M.in))
  );
}

/** "Via XX Settembre", at its number in words or roman numerals. */
export const readStreet = (line: Line, at: number): Skip | null =>
  isStreet(line, at) ? { type: 'skip', from: at, to: at + 2, what: 'street' } : null;
