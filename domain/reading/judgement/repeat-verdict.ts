/**
 * Whether an adjective such as "trimestrale" says how often something is done, or is only the name of a
 * thing: "aggiornamento trimestrale" is done four times a year, "piano annuale" and "canone annuo" are names.
 */
import { countOf } from '../grammar/count.js';
import type { Repeat } from '../grammar/expression.js';
import { is, isAt, type Line, type Token, tokenAt } from '../text/token.js';
import { M } from '../words/mark.js';
import { isActionNoun } from '../words/word-endings.js';
import { clauseAround, isBorder, mentions } from './clause.js';

const FARTHEST = 7;

/** What an adjective qualifies; `names`: nothing comes back. */
export type Qualified = 'action' | 'report' | 'alone' | 'names';

export function qualifiedBy(line: Line, repeat: Repeat): Qualified {
  const next = tokenAt(line, repeat.to);
  if (isDone(next) && !is(next, M.thing) && !isAt(line, repeat.from - 1, M.thing)) return 'action';
  if (isOfFigures(line, repeat)) return 'names';
  if (repeat.often.freq !== 'YEARLY' && standsApart(line, repeat)) return 'action';
  for (let at = repeat.from - 1; at > repeat.from - FARTHEST; at--) {
    const token = tokenAt(line, at);
    if (token.kind === 'end' || isCellStart(token)) return atCellStart(line, repeat, at);
    if (is(token, M.by) || token.kind === 'sign' || token.kind === 'number') return 'names';
    if (is(token, M.report)) return repeat.often.freq === 'YEARLY' ? 'names' : 'report';
    if (is(token, M.thing) || is(token, M.lasting)) return 'names';
    // "6 controlli annui" are counted, not said to come back.
    if (isDone(token)) return countOf(tokenAt(line, at - 1)) > 1 ? 'names' : 'action';
  }
  return 'names';
}

/** "Flussi di cassa controllati, mensile da 1 marzo": behind a comma or before a first day it is no name. */
function standsApart(line: Line, { from, to }: Repeat): boolean {
  const begins = isAt(line, to, M.from) && tokenAt(line, to + 1).kind === 'number';
  const ends = isBorder(line, to) || tokenAt(line, to).kind === 'sign' || tokenAt(line, to).kind === 'end';
  return begins || (ends && tokenAt(line, from - 1).text === ',');
}

/** "Indicatore di tempestività annuale"; "liquidazioni mensili dei mesi di luglio e agosto": of the figures. */
function isOfFigures(line: Line, { from, to, often }: Repeat): boolean {
  const clause = clauseAround(line, from, from);
  if (often.freq === 'YEARLY' && isAt(line, clause.from, M.measure)) return true;
  return isAt(line, to, M.of) && isMonth(tokenAt(line, to + 1));
}

/** "Trimestrale" alone in its cell; "Diserbo vialetti quindicinale", a short cell that ends so. */
function atCellStart(line: Line, { from, to, often }: Repeat, start: number): Qualified {
  if (start === from - 1) return 'alone';
  const ends = isBorder(line, to) || tokenAt(line, to).kind === 'sign';
  return ends && often.freq !== 'YEARLY' ? 'action' : 'names';
}

const isMonth = (token: Token): boolean => is(token, M.monthWord) || token.word.month > 0;
const isDone = (token: Token): boolean => is(token, M.action) || isActionNoun(token.text);
const isCellStart = (token: Token): boolean =>
  token.text === '|' || token.text === ':' || token.text === '(' || token.text === '-' || token.text === '–';

/** "aperto il lunedì", "dal lunedì al venerdì dalle 9 alle 12": opening hours, not a duty. */
export function areOpeningDays(line: Line, repeat: Repeat): boolean {
  const clause = clauseAround(line, repeat.from, repeat.to);
  if (
    FESTIVE.has(tokenAt(line, repeat.to + 2).text) ||
    FESTIVE.has(tokenAt(line, repeat.to + 1).text) ||
    FESTIVE.has(tokenAt(line, repeat.to + 3).text)
  )
    return true;
  const range = isAt(line, repeat.from - 1, M.from);
  return (
    isAt(line, clause.from, M.event) ||
    mentions(line, clause, [M.opening]) ||
    (range && !mentions(line, clause, [M.action]))
  );
}

/** "cade di sabato o in giorno festivo". */
const FESTIVE = new Set(['festivo', 'festivi', 'festiva', 'festive', 'prefestivo']);

const FALLS = new Set(
  'cade cada cadesse cadono scade scada coincide coincida ricade ricada risulti risulta sia'.split(' '),
);

/** "se il termine cade di sabato": what happens to another deadline, not a duty of each week. */
const FARTHEST_FALL = 30;

/** After "se il termine cade di sabato o festivo": what follows says how another deadline moves. */
export function followsFall(line: Line, from: number): boolean {
  for (let at = from - 1; at >= 0 && at > from - FARTHEST_FALL; at--) {
    if (isBorder(line, at)) return false;
    if (FALLS.has(tokenAt(line, at).text)) return true;
  }
  return false;
}

export const isFallenOn = (line: Line, { from }: Repeat): boolean =>
  [1, 2, 3].some((back) => FALLS.has(tokenAt(line, from - back).text)) || isSaidToBe(line, from - 1);

/** "il giorno di scadenza è sabato". */
function isSaidToBe(line: Line, at: number): boolean {
  const { start, end } = tokenAt(line, at);
  return /^[èÈ]$/.test(line.text.slice(start, end));
}

/** "in una domenica di primavera" is one day. */
const ONE = new Set(['un', 'una', 'uno']);

/** "il lunedì", "ogni lunedì", "nei giorni di": a weekday led by nothing is a heading, or part of a name. */
export function isLedWeekday(line: Line, { from }: Repeat): boolean {
  const before = tokenAt(line, from - 1);
  return (
    isAt(line, from, M.every) ||
    ([M.article, M.every, M.from, M.at, M.and].some((mark) => is(before, mark)) && !ONE.has(before.text)) ||
    before.text === 'di' ||
    before.kind === 'sign' ||
    before.kind === 'end'
  );
}
