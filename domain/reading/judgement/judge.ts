/** Expressions → what each is for. A day in a list is for what the first of the list is for. */
import type { Expression, Repeat } from '../grammar/expression.js';
import { isAt, type Line, tokenAt } from '../text/token.js';
import { M } from '../words/mark.js';
import { judgeOrdinalTerm, judgeTerm } from './judge-term.js';
import { type Judged, plain } from './judged.js';
import { isCalendar, type LeadIn, leadInOf } from './lead-in.js';
import { isLinked } from './list-links.js';
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
  if (read.type === 'external') return plain(read, 'deadline');
  const leadIn = leadInOf(line, read, covers);
  if (read.type === 'repeat') return judgeRepeat(line, read, leadIn);
  const { from, time } = leadIn;
  const inList = last !== undefined && isCalendar(last.read) && isLinked(line, last.read.to, read.from);
  const follows = inList && (leadIn.linked || leadIn.lead === 'bare' || leadIn.lead === 'on');
  if (read.type === 'open') {
    const due =
      leadIn.lead === 'by' || leadIn.lead === 'in' || leadIn.lead === 'until' || leadIn.lead === 'bare';
    return { ...plain(read, due ? 'deadline' : 'nothing'), from };
  }
  const verdict = follows ? last.verdict : verdictOn(line, read as Calendar, leadIn);
  return {
    read,
    verdict,
    from,
    linked: inList,
    before: false,
    time: time ?? (read.type === 'day' ? read.time : null),
  };
}

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
  const starts = read.said === 'day' && (lead === 'from' || lead === 'after');
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
