/** Days in figures: "31/12/2025", "31-12-25", "30.VI.2026", "31/12", "31 12 2025", "2026-06-30". */
import { isAt, isDigits, type Line, type Token, tokenAt } from '../text/token.js';
import { M } from '../words/mark.js';
import { fullYear, isSeparator, made } from './day-parts.js';
import type { Day } from './expression.js';
import { isYear, NO_YEAR, readYearMark } from './year-mark.js';

/** Month in digits or roman numerals, 0 when it is none. */
function monthNumber(token: Token): number {
  const month =
    token.kind === 'number'
      ? token.text.length <= 2
        ? token.value
        : 0
      : token.kind === 'word'
        ? token.rank
        : 0;
  return month >= 1 && month <= 12 ? month : 0;
}

/** "10 V 2025": a roman numeral, not a word such as "quinto". */
const isRomanMonth = (token: Token): boolean =>
  token.kind === 'word' && token.text.length <= 4 && token.value < 0 && token.rank > 0 && token.rank <= 12;

/** "31/12/2025", "31-12-25", "30.VI.2026", "31. 12. 2025", "31/12", "10 V 2025". */
export function readNumericDay(line: Line, at: number): Day | null {
  const [day, sep, middle] = [tokenAt(line, at), tokenAt(line, at + 1), tokenAt(line, at + 2)];
  if (isRomanMonth(sep) && isDigits(day, 1, 2) && day.value <= 31 && isYear(line, at + 2))
    return whole(line, at, sep.rank, middle.value);
  if (!isDigits(day, 1, 2) || day.value < 1 || day.value > 31) return null;
  if (!isSeparator(sep)) return isSpaced(line, at) ? whole(line, at, sep.value, middle.value) : null;
  const month = monthNumber(middle);
  if (month === 0) return null;
  const [second, year] = [tokenAt(line, at + 3), tokenAt(line, at + 4)];
  // Spaces around the signs are a typist's habit, but only a whole date is safe with them.
  const close = sep.glued && middle.glued;
  if (
    second.text === sep.text &&
    (isDigits(year, 4, 4) ? isYear(line, at + 4) : isDigits(year, 2, 2) && year.glued && close)
  ) {
    return goesOn(line, at + 5, sep.text)
      ? null
      : made(line, at, at + 5, day.value, month, { ...NO_YEAR, year: fullYear(year) });
  }
  if (!close || goesOn(line, at + 3, sep.text)) return null;
  // "4-5 maggio" is two days of May, "2°-3° bimestre" two parts of the year.
  const { month: name, part } = tokenAt(line, at + 3).word;
  if (name > 0 || part > 0) return null;
  const { mark, to } = readYearMark(line, at + 3);
  // "1/10 dell'importo" is a tenth.
  if (to === at + 3 && sep.text === '/' && isAt(line, to, M.of) && day.value <= month) return null;
  return made(line, at, to, day.value, month, mark, isWeak(day, sep, middle));
}

const whole = (line: Line, at: number, month: number, year: number): Day =>
  made(line, at, at + 3, tokenAt(line, at).value, month, { ...NO_YEAR, year });

/** "31 12 2025", whose signs a table lost: no other number stands beside the three. */
function isSpaced(line: Line, at: number): boolean {
  const month = tokenAt(line, at + 1);
  const alone = tokenAt(line, at - 1).kind !== 'number' && tokenAt(line, at + 3).kind !== 'number';
  const apart = !month.glued && !tokenAt(line, at + 2).glued;
  return (
    alone && apart && isDigits(month, 2, 2) && month.value >= 1 && month.value <= 12 && isYear(line, at + 2)
  );
}

/** The digits go on after the same sign: a telephone number, a version. */
const goesOn = (line: Line, at: number, sep: string): boolean =>
  tokenAt(line, at).text === sep &&
  tokenAt(line, at).glued &&
  tokenAt(line, at + 1).kind === 'number' &&
  tokenAt(line, at + 1).glued;

/** "3.12", "10-12" and fractions such as "5/10" need a lead-in to be days. */
const isWeak = (day: Token, sep: Token, month: Token): boolean =>
  sep.text !== '/' ||
  (month.text.length === 1 && month.kind === 'number' && day.value <= 12) ||
  (day.value <= month.value && !day.text.startsWith('0'));

/** "2026-06-30", "2026/06/30". */
export function readIsoDay(line: Line, at: number): Day | null {
  const [year, sep, month, second, day] = [0, 1, 2, 3, 4].map((step) => tokenAt(line, at + step)) as [
    Token,
    Token,
    Token,
    Token,
    Token,
  ];
  if (!isDigits(year, 4, 4) || (sep.text !== '-' && sep.text !== '/') || second.text !== sep.text)
    return null;
  if (!isDigits(month, 2, 2) || !isDigits(day, 2, 2) || !month.glued || !day.glued) return null;
  if (month.value < 1 || month.value > 12 || day.value < 1 || day.value > 31) return null;
  return made(line, at, at + 5, day.value, month.value, { ...NO_YEAR, year: year.value });
}
