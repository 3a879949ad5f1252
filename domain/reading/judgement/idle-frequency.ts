/** Frequencies that something beside them says better: a date of the thing, a rule with its day, days from the end of each period. */
import type { Expression, Repeat } from '../grammar/expression.js';
import { is, isAt, type Line, tokenAt } from '../text/token.js';
import { M } from '../words/mark.js';
import type { Judged } from './judged.js';
import { isCalendar } from './lead-in.js';
import { hasItsDays, isPlain, near } from './plain-frequency.js';

/** A frequency beside what says it better: a date of the thing, a rule with its day, days from the end of each period. */
export function isIdle(line: Line, one: Judged, judged: readonly Judged[]): boolean {
  const { read } = one;
  if (read.type !== 'repeat' || !isPlain(read) || one.verdict !== 'deadline') return false;
  if (hasItsDays(line, read, judged)) return true;
  return judged.some(
    (other) =>
      other !== one &&
      other.verdict === 'deadline' &&
      near(line, read, other.read) &&
      saysBetter(line, read, other.read),
  );
}

function saysBetter(line: Line, repeat: Repeat, other: Expression): boolean {
  if (other.type === 'repeat') return !isPlain(other);
  if (other.type === 'term') return countsFromPeriod(line, other) || followsAtOnce(line, repeat, other);
  if (!isCalendar(other) || other.type === 'span') return false;
  const every = 'year' in other && other.year.every;
  return every || (repeat.said === 'adjective' && sameThing(line, repeat, other)) || repeat.said === 'each';
}

/** "entro 15 giorni dalla fine di ciascun trimestre". */
function countsFromPeriod(line: Line, { from, to }: Expression): boolean {
  for (let at = from; at < to; at++) {
    const token = tokenAt(line, at);
    if (token.word.part > 0 || (at > from + 1 && token.word.unit === 'M') || token.text === 'periodo')
      return true;
  }
  return false;
}

/** "annualmente entro un mese dalla scadenza della dichiarazione". */
function followsAtOnce(line: Line, repeat: Repeat, term: Expression): boolean {
  for (let at = repeat.to; at < term.from; at++) {
    if (!isAt(line, at, M.by) && !isAt(line, at, M.article) && tokenAt(line, at).text !== ',') return false;
  }
  return term.from > repeat.from;
}

/** Nothing but words of one thing between the adjective and the date: "e", then another noun, is another thing. */
function sameThing(line: Line, repeat: Repeat, date: Expression): boolean {
  if (date.from < repeat.from) return false;
  for (let at = repeat.to; at < date.from; at++) {
    const token = tokenAt(line, at);
    if (
      is(token, M.and) &&
      tokenAt(line, at + 1).kind === 'word' &&
      !isAt(line, at + 1, M.by) &&
      !isAt(line, at + 1, M.article)
    )
      return false;
  }
  return true;
}
