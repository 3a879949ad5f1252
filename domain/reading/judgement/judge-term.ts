/** Terms: what they are for, and the anchor that joined ones share. */
import type { Term } from '../grammar/expression.js';
import { isAt, type Line } from '../text/token.js';
import { M } from '../words/mark.js';
import { type Judged, plain } from './judged.js';
import type { LeadIn } from './lead-in.js';
import { isJoined } from './list-links.js';
import { isPast } from './past.js';
import { stanceOf } from './term-stance.js';

/** "il decimo giorno successivo" is a day; from it something may only start, or be measured. */
export function judgeOrdinalTerm(line: Line, read: Term, { lead, from, head }: LeadIn): Judged {
  const idle =
    lead === 'from' ||
    lead === 'after' ||
    lead === 'of' ||
    lead === 'at' ||
    isMovedOn(line, read) ||
    (lead !== 'by' && isPast(line, head));
  const verdict = lead === 'not-before' ? 'start-window' : idle ? 'nothing' : 'deadline';
  return { ...plain(read, verdict), from, before: read.direction === 'before' };
}

/** "è prorogato al primo giorno feriale successivo": how another deadline moves. */
const isMovedOn = (line: Line, { from, count, working }: Term): boolean =>
  working && count === 1 && [1, 2, 3].some((back) => isAt(line, from - back, M.moved));

export function judgeTerm(line: Line, read: Term, last: Judged | undefined): Judged {
  const near = last?.read.type === 'term' && isJoined(line, last.read.to, read.from) ? last : null;
  const stance = stanceOf(line, read);
  if (
    stance.verdict === 'nothing' &&
    near !== null &&
    near.verdict !== 'nothing' &&
    read.direction === 'unsaid'
  ) {
    return {
      ...near,
      read: { ...read, anchor: near.read.type === 'term' ? near.read.anchor : null },
      from: read.from,
      linked: true,
    };
  }
  return { ...plain(read, stance.verdict), from: stance.from, before: stance.before, linked: near !== null };
}
