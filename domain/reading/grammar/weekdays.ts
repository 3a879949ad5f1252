/**
 * Days of the week: "il lunedì e il venerdì", "ogni martedì", "dal lunedì al venerdì", "il secondo giovedì del mese".
 *
 *   weekdays := [every] name (("," | "e") name)* | "dal" name "al" name | ordinal ("e" ordinal)* name "del mese"
 */
import { is, isAt, type Line, skip, type Token, tokenAt } from '../text/token.js';
import { M } from '../words/mark.js';
import { dayNumber } from './day.js';
import type { Open, Repeat } from './expression.js';
import { repeat } from './frequency.js';

const NAMES = ['', 'MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];
const LONGEST = 7;
const weekdayAt = (line: Line, at: number): number => tokenAt(line, at).word.weekday;

const MOST_LINKS = 5;
const isLink = (token: Token): boolean =>
  token.text === ',' ||
  token.text === '/' ||
  is(token, M.and) ||
  is(token, M.article) ||
  is(token, M.every) ||
  is(token, M.of) ||
  is(token, M.in) ||
  is(token, M.dayWord);

/** Over "e", ",", articles, "ogni", "il giorno di". */
function overLinks(line: Line, from: number): number {
  let at = from;
  while (at < from + MOST_LINKS && isLink(tokenAt(line, at))) at++;
  return at;
}

/** The names in a row from a place; empty when a name only stands before its date ("giovedì 23 novembre"). */
function namesFrom(line: Line, from: number): { days: readonly number[]; to: number } {
  const days: number[] = [];
  let at = from;
  let to = from;
  while (days.length < LONGEST && weekdayAt(line, at) > 0) {
    days.push(weekdayAt(line, at));
    to = at + 1;
    if (dayNumber(tokenAt(line, to)) > 0 && weekdayAt(line, to) === 0) return { days: [], to: from };
    at = overLinks(line, to);
  }
  return { days, to };
}

/** At a name: the rule of the names that follow. */
export function readWeekdays(line: Line, from: number): Repeat | Open | null {
  const first = weekdayAt(line, from);
  const last = isAt(line, from + 1, M.at) ? weekdayAt(line, from + 2) : 0;
  const range = isAt(line, from - 1, M.from) && last > first;
  const { days, to } = range
    ? { days: Array.from({ length: last - first + 1 }, (_, index) => first + index), to: from + 3 }
    : namesFrom(line, from);
  if (days.length === 0) return null;
  const weekly = ofTurn(line, to, 'settimana');
  if (isAt(line, to, M.next) || isAt(line, to, M.coming) || isAt(line, to, M.previous))
    return ofSomeWeek(line, from, to);
  return {
    ...repeat(from, weekly ?? to, { freq: 'WEEKLY', interval: 1, times: 1 }, 'weekday'),
    byDay: days.map((day) => NAMES[day] ?? ''),
  };
}

/** "entro il giovedì precedente il voto": a day that the phrase alone does not tell. */
const ofSomeWeek = (line: Line, from: number, to: number): Open | null =>
  isAt(line, isAt(line, from - 1, M.article) ? from - 2 : from - 1, M.by)
    ? { type: 'open', from, to: to + 1, kind: 'date', needs: 'settimana' }
    : null;

/** "del mese", "di ogni settimana": the place after, `null` when it is not said. */
function ofTurn(line: Line, from: number, turn: string): number | null {
  const at = skip(line, skip(line, skip(line, from, M.of), M.every), M.article);
  return at > from && tokenAt(line, at).text === turn ? at + 1 : null;
}

/** "il secondo e il quarto giovedì del mese", "l'ultimo venerdì di ogni mese", "ogni primo lunedì del mese". */
export function readMonthWeekday(line: Line, from: number): Repeat | null {
  const ranks: number[] = [];
  let at = from;
  while (ranks.length < 5 && tokenAt(line, at).rank !== 0) {
    ranks.push(tokenAt(line, at).rank);
    at = overLinks(line, at + 1);
  }
  const weekday = weekdayAt(line, at);
  if (ranks.length === 0 || weekday === 0 || ranks.some((rank) => rank > 5)) return null;
  const to = ofTurn(line, at + 1, 'mese');
  const each = isAt(line, from - 1, M.every);
  if (to === null && !each) return null;
  const rule = repeat(from, to ?? at + 1, { freq: 'MONTHLY', interval: 1, times: 1 }, 'day');
  return { ...rule, byDay: ranks.map((rank) => `${rank}${NAMES[weekday] ?? ''}`) };
}
