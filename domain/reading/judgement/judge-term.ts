/** Terms: what they are for, and the anchor that joined ones share. */
import { SHORTENED } from '../grammar/bare-count.js';
import type { Term } from '../grammar/expression.js';
import { isAt, type Line, tokenAt } from '../text/token.js';
import { M } from '../words/mark.js';
import { type Judged, plain } from './judged.js';
import type { LeadIn } from './lead-in.js';
import { isJoined } from './list-links.js';
import { isNotDue, isPast, tellsWhatWasDone } from './past.js';
import { followsFall } from './repeat-verdict.js';
import { stanceOf } from './term-stance.js';

/** "il decimo giorno successivo" is a day; from it something may only start, or be measured. */
export function judgeOrdinalTerm(line: Line, read: Term, { lead, from, head }: LeadIn): Judged {
  const idle =
    lead === 'from' ||
    lead === 'after' ||
    lead === 'of' ||
    (lead === 'at' && !endsWindow(line, read.from)) ||
    isMovedOn(line, read) ||
    (lead !== 'by' && isPast(line, head));
  const verdict = lead === 'not-before' ? 'start-window' : idle ? 'nothing' : 'deadline';
  return { ...plain(read, verdict), from, before: read.direction === 'before' };
}

/** "dal 60° al 30° giorno antecedente". */
const endsWindow = (line: Line, from: number): boolean =>
  tokenAt(line, from - 2).rank > 0 && isAt(line, from - 3, M.from);

/** "è prorogato al primo giorno feriale successivo": how another deadline moves. */
const isMovedOn = (line: Line, { from, count, working }: Term): boolean =>
  working &&
  count === 1 &&
  ([1, 2, 3].some((back) => isAt(line, from - back, M.moved)) || followsFall(line, from));

/** "entro i successivi 30", "entro i 40 successivi": from what was said last, which nobody names. */
const isNext = (line: Line, from: number): boolean =>
  isAt(line, from - 1, M.next) || isAt(line, from + 1, M.next);

/** "la prima entro 30 giorni dalla firma, la seconda entro 90": from the same. */
const withSaidBefore = (line: Line, term: Term, last: Judged | undefined): Term =>
  term.elliptic === true && term.anchor === null && !isNext(line, term.from) && last?.read.type === 'term'
    ? { ...term, anchor: last.read.anchor, working: last.read.working }
    : term;

/** "in caso di urgenza il termine è ridotto a 24 ore": the term said before, of another length. */
const isShortened = (line: Line, from: number): boolean =>
  isAt(line, from - 1, M.at) && SHORTENED.test(tokenAt(line, from - 2).text);

/** "entro 3 giorni, 5 se la ricerca è complessa". */
const isOtherCase = (line: Line, { elliptic, from }: Term, { read }: Judged): boolean =>
  elliptic === true && read.to === from - 1 && tokenAt(line, from - 1).text === ',';

export function judgeTerm(line: Line, term: Term, last: Judged | undefined): Judged {
  const read = withSaidBefore(line, term, last);
  const isNear =
    last !== undefined &&
    (isJoined(line, last.read.to, read.from) ||
      isShortened(line, read.from) ||
      isOtherCase(line, read, last));
  const near = isNear && last.read.type === 'term' ? last : null;
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
  const idle =
    tellsWhatWasDone(line, stance.from) || (isAt(line, stance.from, M.by) && isNotDue(line, stance.from));
  const verdict = idle ? 'nothing' : stance.verdict;
  return { ...plain(read, verdict), from: stance.from, before: stance.before, linked: near !== null };
}
