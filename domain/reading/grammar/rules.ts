/**
 * Which rules of the grammar can start at a token, the most telling first. To teach the reader a notation,
 * add its word to a table of `words/`, its rule to a line here, and its example to the tests.
 */
import { isAt, type Line, skip, type Token, tokenAt } from '../text/token.js';
import { M, type Mark } from '../words/mark.js';
import type { Word } from '../words/word.js';
import { readBareCount } from './bare-count.js';
import { readCadence } from './cadence.js';
import { dayNumber, readDay } from './day.js';
import { readDayList, readDayOfMonths } from './day-list.js';
import { readEachDay, readEachWeekday } from './each-day.js';
import { readEdge } from './edge.js';
import type { Expression, Read } from './expression.js';
import { readTermNoun } from './external.js';
import { readFeast } from './feast.js';
import { readEach, readOften } from './frequency.js';
import { readHourSkip } from './hour.js';
import { readLoneDay, readToday } from './lone-day.js';
import { readBeforeMoment, readMoment } from './moment.js';
import { readMonth } from './month.js';
import { readMonthDay } from './month-day.js';
import { readNextMonth } from './next-month.js';
import { readOpenPart, readPart } from './part.js';
import { readsTime } from './reads-time.js';
import { readChain, readSkip, readStreet, readYears } from './skip.js';
import { readDashSpan, readSpan } from './span.js';
import { readTerm } from './term.js';
import { readTimes } from './times.js';
import { readMonthWeekday, readWeekdays } from './weekdays.js';
import { readYear } from './year.js';

/** What can be read from a place on, or `null`. */
export type Rule = (line: Line, at: number) => Expression | Read;

const IN_WORDS: readonly Rule[] = [
  readDashSpan,
  readDayOfMonths,
  readDay,
  readDayList,
  readMonthDay,
  readPart,
  readEdge,
  readTimes,
  readMonthWeekday,
  readTerm,
  readMonth,
  readYear,
];
const AT_DIGITS: readonly Rule[] = [
  readYears,
  readSkip,
  ...IN_WORDS,
  readHourSkip,
  readBareCount,
  readLoneDay,
  readChain,
];
const AT_NUMERAL: readonly Rule[] = [readStreet, ...IN_WORDS, readBareCount, readLoneDay, readBeforeMoment];
const AT_BLANK: readonly Rule[] = [readTerm];
const NONE: readonly Rule[] = [];

const has =
  (...marks: readonly Mark[]) =>
  (word: Word): boolean =>
    marks.some((mark) => word.marks[mark] === 1);

/** The first line that fits a word counts. */
const AT_WORD: readonly (readonly [fits: (word: Word) => boolean, rules: readonly Rule[]])[] = [
  [has(M.edge), [readMonthDay, readEdge]],
  [({ value, rank }) => value > 0 || rank !== 0, AT_NUMERAL],
  [({ month }) => month > 0, [readDashSpan, readMonth]],
  [
    ({ unit }) => unit !== null,
    [readDashSpan, readMonth, readMonthDay, readNextMonth, readHourSkip, readTermUnlessDay, readYear],
  ],
  [({ weekday }) => weekday > 0, [readWeekdays]],
  [({ often }) => often !== null, [readOften]],
  [({ part }) => part > 0, [readPart, readOpenPart]],
  [has(M.every), [readEachWeekday, readEachDay, readEach, readYear]],
  [has(M.term, M.cadence), [readCadence, readTermNoun]],
  [has(M.by, M.beyond), [readMomentUnlessTime]],
  [has(M.from, M.between), [readSpan, readHourSkip]],
  [has(M.at), [readHourSkip]],
  [has(M.quarter), [readPart]],
  [has(M.feast), [readFeast]],
  [has(M.today, M.season), [readToday]],
  [has(M.blank), AT_BLANK],
  [has(M.current, M.coming, M.next, M.yearWord, M.whole), [readYear]],
];

const known = new Map<Word, readonly Rule[]>();

export function rulesAt(token: Token): readonly Rule[] {
  if (token.kind === 'number') return AT_DIGITS;
  if (token.kind === 'sign')
    return token.text === '_' || token.text === '…' || token.text === '.' ? AT_BLANK : NONE;
  if (token.rank !== token.word.rank) return AT_NUMERAL;
  let rules = known.get(token.word);
  if (rules === undefined) {
    rules = AT_WORD.find(([fits]) => fits(token.word))?.[1] ?? NONE;
    known.set(token.word, rules);
  }
  return rules;
}

/** "giorni 30", but not "giorni 10 e 25 settembre". */
function readTermUnlessDay(line: Line, at: number): Expression | null {
  const day =
    dayNumber(tokenAt(line, at + 1)) > 0 && (readDay(line, at + 1) ?? readDayList(line, at + 1)) !== null;
  return day ? null : readTerm(line, at);
}

/** "entro l'approvazione …", unless a day, a period or a number of days follows. */
function readMomentUnlessTime(line: Line, at: number): Expression | null {
  const next = skip(line, at + 1, M.article);
  return isAt(line, next, M.term) || isAt(line, next, M.by) || readsTime(line, next)
    ? null
    : readMoment(line, at);
}
