/** Rules that give way to what follows: a number of days to a day, something that happens to a time. */
import { isAt, type Line, skip, tokenAt } from '../text/token.js';
import { M } from '../words/mark.js';
import { dayNumber, readDay } from './day.js';
import { readDayList } from './day-list.js';
import type { Expression } from './expression.js';
import { readMoment } from './moment.js';
import { readsTime } from './reads-time.js';
import { readTerm } from './term.js';

/** "giorni 30", but not "giorni 10 e 25 settembre". */
export function readTermUnlessDay(line: Line, at: number): Expression | null {
  const day =
    dayNumber(tokenAt(line, at + 1)) > 0 && (readDay(line, at + 1) ?? readDayList(line, at + 1)) !== null;
  return day ? null : readTerm(line, at);
}

/** "entro l'approvazione …", unless a day, a period or a number of days follows. */
export function readMomentUnlessTime(line: Line, at: number): Expression | null {
  const next = skip(line, at + 1, M.article);
  // "entro la giornata di venerdì".
  const of = tokenAt(line, next).text === 'giornata' && isAt(line, next + 1, M.of) ? next + 2 : next;
  return isAt(line, next, M.term) || isAt(line, next, M.by) || readsTime(line, of)
    ? null
    : readMoment(line, at);
}
