/**
 * How many of which unit: "30 giorni", "trenta (30) giorni lavorativi", "giorni 30", "gg. 15", "X giorni".
 *
 *   duration := number ["(" number ")"] unit qualifier* | unit number qualifier* | ("X" | "___") unit
 */
import { is, isAt, type Line, type Token, tokenAt } from '../text/token.js';
import { M } from '../words/mark.js';
import type { DurationUnit } from '../words/word.js';

export interface Duration {
  /** `null`: left blank in the text. */
  readonly count: number | null;
  readonly unit: DurationUnit;
  readonly working: boolean;
  readonly to: number;
}

/** A number of things, 0 when the token is none; "primo" and years of four digits are none. */
export function countOf(token: Token): number {
  if (token.kind === 'number')
    return token.text.length <= 3 && token.rank === 0 ? Math.max(token.value, 0) : 0;
  return Math.max(token.value, 0);
}

/** The place after a number and its repetition in brackets: "30 (trenta)", "trenta/30". */
function afterNumber(line: Line, at: number): number {
  if (tokenAt(line, at + 1).text === '(' && tokenAt(line, at + 3).text === ')' && sayNumber(line, at + 2))
    return at + 4;
  if (
    ['/', '-'].includes(tokenAt(line, at + 1).text) &&
    tokenAt(line, at + 2).kind === 'word' &&
    countOf(tokenAt(line, at + 2)) > 0
  )
    return at + 3;
  return at + 1;
}

const sayNumber = (line: Line, at: number): boolean =>
  countOf(tokenAt(line, at)) > 0 || is(tokenAt(line, at), M.dayWord) || tokenAt(line, at).kind === 'word';

export function readDuration(line: Line, at: number): Duration | null {
  const token = tokenAt(line, at);
  const count = countOf(token);
  if (count > 0) return withUnit(line, count, afterNumber(line, at));
  if (token.word.unit !== null) return inverted(line, at);
  const blank = endOfBlank(line, at);
  return blank > at ? withUnit(line, null, blank) : null;
}

function withUnit(line: Line, count: number | null, at: number): Duration | null {
  const { unit } = tokenAt(line, at).word;
  if (unit === null) return null;
  return qualified(line, { count, unit, working: false, to: at + 1 });
}

/** "giorni 30", "gg. trenta", "ore 48". */
function inverted(line: Line, at: number): Duration | null {
  const { unit } = tokenAt(line, at).word;
  const count = countOf(tokenAt(line, at + 1));
  // "il giorno 15" is a day of the month.
  if (unit === null || count === 0 || tokenAt(line, at).text === 'giorno') return null;
  return qualified(line, { count, unit, working: false, to: afterNumber(line, at + 1) });
}

/** "lavorativi", "naturali e consecutivi", "di calendario", "(lavorativi)". */
function qualified(line: Line, duration: Duration): Duration {
  let { working, to } = duration;
  for (let words = 0; words < 6; words++) {
    const sign = tokenAt(line, to).text;
    const linked =
      sign === '(' || sign === ',' || isAt(line, to, M.and) || isAt(line, to, M.of) ? to + 1 : to;
    // "naturali, successivi e continui".
    const open = isAt(line, linked, M.next) && isAt(line, linked + 1, M.and) ? linked + 2 : linked;
    if (!isAt(line, open, M.working) && !isAt(line, open, M.qualifier)) return { ...duration, working, to };
    working ||= isAt(line, open, M.working);
    to = tokenAt(line, open - 1).text === '(' && tokenAt(line, open + 1).text === ')' ? open + 2 : open + 1;
  }
  return { ...duration, working, to };
}

const BLANKS = new Set(['x', 'xx', 'xxx', 'nn', '_', '…', 'tot']);
/** "X giorni", "___ giorni", "... giorni": left to be filled in. */
function endOfBlank(line: Line, at: number): number {
  let end = at;
  while (end < at + 40 && (BLANKS.has(tokenAt(line, end).text) || tokenAt(line, end).text === '.')) end++;
  return end;
}
