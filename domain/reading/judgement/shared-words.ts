/** What a list says once holds for all of it: the year, "di ogni anno", the anchor of joined terms. */
import type { Day, Expression, Repeat, YearMark } from '../grammar/expression.js';
import type { Judged } from './judged.js';
import { isPlain } from './plain-frequency.js';

export function shareWords(all: readonly Judged[]): readonly Judged[] {
  const judged = all.some(isLoneDay) && !all.some(({ read }) => isPlain(read)) ? shareMonths(all) : all;
  if (!judged.some(({ linked }) => linked)) return judged;
  const groups: Judged[][] = [];
  for (const one of judged) {
    const group = groups.at(-1);
    if (one.linked && group !== undefined) group.push(one);
    else groups.push([one]);
  }
  return groups.flatMap((group) => (group.length === 1 ? group : shareInGroup(group)));
}

const isLoneDay = ({ read }: Judged): boolean => read.type === 'day' && read.month === 0;

/**
 * "entro il 1° ottobre l'avviso; entro il 31 la raccolta": the later day is of the same month. "entro il 20 di ogni
 * mese i cedolini, entro il 27 gli stipendi": of each month.
 */
function shareMonths(judged: readonly Judged[]): readonly Judged[] {
  let said: Day | Repeat | null = null;
  return judged.map((one) => {
    const { read } = one;
    if (said !== null && isLoneDay(one)) return { ...one, read: inSameMonth(read as Day, said) };
    if (one.verdict === 'deadline' && (read.type === 'day' || read.type === 'repeat')) said = read;
    return one;
  });
}

function inSameMonth(read: Day, said: Day | Repeat): Expression {
  const { from, to, day } = read;
  if (said.type === 'day') return day > said.day ? { ...read, month: said.month, year: said.year } : read;
  return said.byMonthDay === null ? read : { ...said, from, to, byMonthDay: day, working: false };
}

/** Backwards, so that each member meets the nearest that follows it; then forwards for what is left. */
function shareInGroup(group: readonly Judged[]): readonly Judged[] {
  const shared = [...group];
  let year: YearMark | null = null;
  let anchor: string | null = null;
  for (let index = shared.length - 1; index >= 0; index--) {
    const alone = shared[index] as Judged;
    const following = shared[index + 1]?.read;
    const one = withSaid(
      alone,
      following !== undefined && turnsTheYear(alone.read, following) ? null : year,
      anchor,
    );
    shared[index] = one;
    year = saidYear(one.read) ?? year;
    anchor = one.read.type === 'term' ? (one.read.anchor ?? anchor) : anchor;
  }
  year = null;
  for (const [index, one] of shared.entries()) {
    shared[index] = withSaid(one, year, null);
    year = saidYear(one.read) ?? year;
  }
  return shared;
}

/** "15 luglio e 15 gennaio 2026": the year of the second is not that of the first. */
const turnsTheYear = (first: Expression, second: Expression): boolean =>
  second.type === first.type &&
  (second.type === 'day' || second.type === 'month') &&
  (first.type === 'day' || first.type === 'month') &&
  second.year.year !== null &&
  first.month > second.month;

function withSaid(one: Judged, year: YearMark | null, anchor: string | null): Judged {
  const { read } = one;
  if (read.type === 'term')
    return read.anchor === null && anchor !== null ? { ...one, read: { ...read, anchor } } : one;
  const mark = yearOf(read);
  return mark !== null && isUnsaid(mark) && year !== null ? { ...one, read: withYear(read, year) } : one;
}

/** "dell'anno successivo" holds only where it stands: a list runs from one year into the next. */
function saidYear(read: Expression): YearMark | null {
  const mark = yearOf(read);
  return mark !== null && (mark.year !== null || mark.every || mark.past) ? mark : null;
}

const yearOf = (read: Expression): YearMark | null =>
  read.type === 'day' || read.type === 'month' || read.type === 'stretch' ? read.year : null;

const isUnsaid = ({ year, shift, every, past }: YearMark): boolean =>
  year === null && shift === 0 && !every && !past;
const withYear = (read: Expression, year: YearMark): Expression =>
  read.type === 'day' || read.type === 'month' || read.type === 'stretch' ? { ...read, year } : read;
