/** Expressions → what each is for. A day in a list is for what the first of the list is for. */
import type { Expression, External, Repeat } from '../grammar/expression.js';
import { isAt, type Line, tokenAt } from '../text/token.js';
import { M } from '../words/mark.js';
import { judgeOrdinalTerm, judgeTerm } from './judge-term.js';
import { type Judged, plain } from './judged.js';
import { isCalendar, type LeadIn, leadInOf } from './lead-in.js';
import { isLinked } from './list-links.js';
import { isDoneByAct, tellsWhatWasDone } from './past.js';
import { areOpeningDays, isFallenOn, isLedWeekday, qualifiedBy } from './repeat-verdict.js';
import { type Calendar, verdictOn } from './verdict.js';

export function judge(line: Line, expressions: readonly Expression[]): readonly Judged[] {
  const covers: (Expression | undefined)[] = [];
  const judged: Judged[] = [];
  for (const read of expressions) {
    const one = judgeOne(line, read, covers, judged.at(-1));
    if (one !== null) judged.push(one);
    for (let at = read.from; at < read.to; at++) covers[at] = read;
  }
  return judged;
}

function judgeOne(
  line: Line,
  read: Expression,
  covers: readonly (Expression | undefined)[],
  last: Judged | undefined,
): Judged | null {
  if (read.type === 'skip') return null;
  if (read.type === 'term')
    return read.ordinal
      ? judgeOrdinalTerm(line, read, leadInOf(line, read, covers))
      : judgeTerm(line, read, last);
  if (read.type === 'external') return judgeExternal(line, read, last);
  const leadIn = leadInOf(line, read, covers);
  if (read.type === 'repeat') return judgeRepeat(line, read, leadIn);
  const { from, time } = leadIn;
  const inList = last !== undefined && isCalendar(last.read) && isLinked(line, last.read.to, read.from);
  const follows =
    inList &&
    !isYearBefore(last, read) &&
    (leadIn.linked || leadIn.lead === 'bare' || leadIn.lead === 'on' || isLedAlike(line, last, leadIn));
  if (read.type === 'open') {
    const due =
      leadIn.lead === 'by' || leadIn.lead === 'in' || leadIn.lead === 'until' || leadIn.lead === 'bare';
    return { ...plain(read, due ? 'deadline' : 'nothing'), from };
  }
  const meant = movedTo(line, read);
  const verdict = follows ? last.verdict : verdictOn(line, meant as Calendar, leadIn);
  return {
    read: meant,
    verdict,
    from,
    linked: inList,
    before: false,
    time: time ?? (read.type === 'day' ? read.time : null),
  };
}

/** "prorogato dal 20 al 31 maggio": the second day is the term. */
const movedTo = (line: Line, read: Expression): Expression =>
  read.type === 'span' && isAt(line, read.from - 1, M.moved) ? { ...read.end, from: read.from } : read;

/** "rata al 30/6 e al 31/12": what the first "al" means, the second does. */
const isLedAlike = (line: Line, last: Judged, { lead }: LeadIn): boolean =>
  lead === 'at' && (isAt(line, last.from, M.at) || isAt(line, last.read.from - 1, M.at));

/** "sono stati affissi nei termini di legge", "approvato il 28/03, entro il termine previsto": respected, not due. */
function judgeExternal(line: Line, read: External, last: Judged | undefined): Judged {
  const follows = last?.verdict === 'happened' && read.lead - last.read.to < 2;
  const done = follows || tellsWhatWasDone(line, read.lead) || isDoneByAct(line, read, read.lead - 1);
  return { ...plain(read, done ? 'nothing' : 'deadline'), from: read.lead };
}

/** "ruolo 2024 - 15/05/2025": the year is of the thing, and no member of a list of days. */
const isYearBefore = (last: Judged, read: Expression): boolean =>
  last.read.type === 'year' && last.verdict === 'nothing' && read.type !== 'year';

/** "dal mese successivo": a rule that only starts there. */
function judgeRepeat(line: Line, read: Repeat, { lead, from }: LeadIn): Judged {
  if (read.said === 'weekday' && isFallenOn(line, read)) return plain(read, 'nothing');
  // "entro venerdì": a day of a week that the phrase does not tell.
  if (
    read.said === 'weekday' &&
    lead === 'by' &&
    read.byDay.length === 1 &&
    tokenAt(line, read.to - 1).word.weekday > 0 &&
    !isAt(line, read.from, M.every)
  ) {
    return {
      ...plain({ type: 'open', from: read.from, to: read.to, kind: 'date', needs: 'settimana' }, 'deadline'),
      from,
    };
  }
  // "gli atti del mese precedente", "rogati nel mese precedente": of which month they are.
  const isData = lead === 'in' && isAt(line, read.to - 1, M.previous);
  const starts = isData || (read.said === 'day' && (lead === 'from' || lead === 'after'));
  return {
    ...plain(read, recurs(line, read) && !starts ? 'deadline' : 'nothing'),
    from: read.said === 'day' ? from : read.from,
  };
}

function recurs(line: Line, read: Repeat): boolean {
  if (read.said === 'adjective') return qualifiedBy(line, read) !== 'names';
  if (read.said === 'weekday') return isLedWeekday(line, read) && !areOpeningDays(line, read);
  return true;
}
