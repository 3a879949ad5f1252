/**
 * Which rules of the grammar can start at a token, the most telling first. To teach the reader a notation,
 * add its word to a table of `words/`, its rule to a line here, and its example to the tests.
 */
import type { Line, Token } from '../text/token.js';
import { M, type Mark } from '../words/mark.js';
import type { Word } from '../words/word.js';
import { readBareCount } from './bare-count.js';
import { readCadence } from './cadence.js';
import { readDay } from './day.js';
import { readDayList, readDayOfMonths } from './day-list.js';
import { readEachDay, readEachWeekday } from './each-day.js';
import { readEdge } from './edge.js';
import { readEllipticPart } from './elliptic-part.js';
import type { Expression, Read } from './expression.js';
import { readTermNoun } from './external.js';
import { readFeast } from './feast.js';
import { readEach, readOften } from './frequency.js';
import { readMomentUnlessTime, readTermUnlessDay } from './guarded-rules.js';
import { readHourSkip } from './hour.js';
import { readLoneDay, readThisTurn, readToday } from './lone-day.js';
import { readBeforeMoment } from './moment.js';
import { readMonth } from './month.js';
import { readMonthDay } from './month-day.js';
import { readNextMonth } from './next-month.js';
import { readOpenPart, readPart } from './part.js';
import { readChain, readSkip, readYears } from './skip.js';
import { readDashSpan, readSpan } from './span.js';
import { readStreet } from './street.js';
import { readTerm } from './term.js';
import { readTimes } from './times.js';
import { readMonthWeekday, readWeekdays } from './weekdays.js';
import { readSchoolYear, readYear } from './year.js';

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
/** What leaves out a word that was said before. */
const ELLIPTIC: readonly Rule[] = [readEllipticPart, readBareCount, readLoneDay];
const AT_DIGITS: readonly Rule[] = [readYears, readSkip, ...IN_WORDS, readHourSkip, ...ELLIPTIC, readChain];
const AT_NUMERAL: readonly Rule[] = [readStreet, ...IN_WORDS, ...ELLIPTIC, readBeforeMoment];
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
    [
      readDashSpan,
      readMonth,
      readMonthDay,
      readNextMonth,
      readHourSkip,
      readTermUnlessDay,
      readYear,
      readSchoolYear,
      readThisTurn,
    ],
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
