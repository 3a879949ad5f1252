/** What a plan keeps of what the phrase reader drops. */
import type { Judged } from '../judgement/judged.js';
import { isCalendar } from '../judgement/lead-in.js';
import { is, type Line, tokenAt } from '../text/token.js';
import { M } from '../words/mark.js';

/** A past fact with its day is an event. */
export const kept = (judged: Judged): Judged =>
  judged.verdict === 'happened' ? { ...judged, verdict: 'event' } : judged;

/** In a column of times a day, a period or a number of days that no word governs is a term. */
export const inTimesCell = (line: Line, judged: readonly Judged[]): readonly Judged[] =>
  judged.map((one) => {
    const idle = one.verdict === 'nothing' || one.verdict === 'event' || isBareAsOf(line, one);
    // "30 gg" is a term; "6 mesi" is how long it takes.
    const days = one.read.type === 'term' && (one.read.unit === 'D' || one.read.unit === 'h');
    const timed = isCalendar(one.read) || days || one.read.type === 'repeat';
    return idle && timed && isUngoverned(line, one.from, judged) ? { ...one, verdict: 'deadline' } : one;
  });

/** A state told without "al": "al 31/12" stays one also in a column of times. */
const isBareAsOf = (line: Line, { verdict, from }: Judged): boolean =>
  verdict === 'as-of' && !is(tokenAt(line, from), M.at);

/** The cell begins here, or a sign, an "e" or another time stands before. */
function isUngoverned(line: Line, from: number, judged: readonly Judged[]): boolean {
  const before = tokenAt(line, from - 1);
  if (before.kind === 'end' || is(before, M.and)) return true;
  if (before.kind === 'sign') return before.text !== '°';
  return judged.some(({ read }) => read.to === from);
}
