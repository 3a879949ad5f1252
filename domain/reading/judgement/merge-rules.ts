/**
 * A frequency and its own day are one thing: "annualmente entro il 31 gennaio", "mensilmente entro il 10",
 * "trimestralmente entro il 15 del mese successivo". A frequency that only describes what has its own date, or
 * whose days are counted from the end of each period, is nothing besides.
 */
import type { Day, Expression, Repeat, Span } from '../grammar/expression.js';
import { monthsAfterParts } from '../grammar/month-day.js';
import { isAt, type Line } from '../text/token.js';
import { M } from '../words/mark.js';
import { isIdle } from './idle-frequency.js';
import type { Judged } from './judged.js';
import { hasItsDays, isPlain, near } from './plain-frequency.js';

/** A frequency and its day stand in one sentence, so only so many expressions on each side are asked. */
const NEIGHBOURS = 12;

export function mergeRules(line: Line, judged: readonly Judged[]): readonly Judged[] {
  if (!judged.some(({ read }) => read.type === 'repeat')) return judged;
  const taken = new Set<Judged>();
  const kept: Judged[] = [];
  const around = judged.map((_, index) =>
    judged.slice(Math.max(0, index - NEIGHBOURS), index + NEIGHBOURS + 1),
  );
  const merged = judged.map((one, index) =>
    one.verdict === 'nothing' || one.verdict === 'happened'
      ? one
      : withFrequency(line, one, around[index] ?? [], taken),
  );
  for (const [index, one] of judged.entries()) {
    const rule = merged[index];
    if (rule !== undefined && !taken.has(one) && !isIdle(line, one, around[index] ?? [])) kept.push(rule);
  }
  return kept;
}

/** "richiesta mensile entro il giorno 5": the day shows that the adjective says how often. */
const standsBefore = ({ read }: Judged, { read: day, from }: Judged): boolean =>
  day.type === 'day' && day.month === 0 && read.to === from;

/** Frequencies without a day of their own in the same sentence. */
const plainRepeats = (
  line: Line,
  one: Judged,
  judged: readonly Judged[],
): readonly (Judged & { read: Repeat })[] =>
  judged.filter(
    (other): other is Judged & { read: Repeat } =>
      other !== one &&
      (other.verdict === 'deadline' || standsBefore(other, one)) &&
      isPlain(other.read) &&
      near(line, one.read, other.read),
  );

function withFrequency(line: Line, one: Judged, judged: readonly Judged[], taken: Set<Judged>): Judged {
  const { read } = one;
  if (read.type === 'span') return withinSpan(line, one, read, judged);
  for (const other of plainRepeats(line, one, judged)) {
    const rule = merged(line, read, other.read, hasItsDays(line, other.read, judged));
    if (rule === null) continue;
    taken.add(other);
    return { ...one, read: rule, verdict: 'deadline' };
  }
  return one;
}

/** "interventi mensili da aprile a settembre": the rule has its first day, no window is left. */
function withinSpan(line: Line, one: Judged, { start }: Span, judged: readonly Judged[]): Judged {
  const often = plainRepeats(line, one, judged).some(
    ({ read }) => read.often.freq !== 'YEARLY' && read.from < one.read.from,
  );
  return often ? { ...one, read: start, verdict: 'start' } : one;
}

function merged(line: Line, read: Expression, repeat: Repeat, hasItsDays: boolean): Expression | null {
  const { freq, interval } = repeat.often;
  if (read.type === 'day' && read.month === 0) return dayOfRule(read, repeat);
  if (read.type === 'repeat' && read.byMonthDay !== null && freq === 'MONTHLY')
    return movedToPart(line, read, interval);
  if (repeat.said === 'adjective' || (freq !== 'YEARLY' && !hasItsDays)) return null;
  if (read.type !== 'day' && read.type !== 'month' && read.type !== 'stretch') return null;
  if (read.year.year !== null || read.year.needs !== null) return null;
  return interval === 1 || freq !== 'YEARLY'
    ? { ...read, year: { ...read.year, every: true } }
    : { ...read, year: { ...read.year, every: true }, interval };
}

/** "mensilmente entro il 10". */
const dayOfRule = (read: Day, { often }: Repeat): Repeat | null =>
  often.freq !== 'MONTHLY'
    ? null
    : {
        type: 'repeat',
        from: read.from,
        to: read.to,
        often: { ...often, times: 1 },
        byMonth: [],
        byMonthDay: read.day,
        byDay: [],
        said: 'day',
        working: false,
      };

/** "trimestralmente entro il 15 del mese successivo": of the months after each quarter. */
function movedToPart(line: Line, read: Repeat, interval: number): Repeat {
  const following = isAt(line, read.to - 1, M.next);
  if (interval === 1 || !following || read.byMonth.length > 0) return read;
  return {
    ...read,
    often: { freq: 'YEARLY', interval: 1, times: 1 },
    byMonth: monthsAfterParts(interval, 1),
  };
}
