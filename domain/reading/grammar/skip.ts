/**
 * What looks like a day and is none: amounts, percentages, numbers of acts, articles, telephones, versions,
 * measures, streets, plan years, fractions. Read first, so that nothing inside is read again.
 */
import { is, type Line, type Token, tokenAt } from '../text/token.js';
import { M } from '../words/mark.js';
import { readDay } from './day.js';
import type { Skip } from './expression.js';
import { readHour } from './hour.js';
import { isStreet } from './street.js';

/** The place after digits joined by signs: "1.080/2026", "0123.30.06.25". */
function endOfChain(line: Line, from: number): number {
  let at = from + 1;
  while (
    tokenAt(line, at).kind === 'sign' &&
    ':./-,'.includes(tokenAt(line, at).text) &&
    tokenAt(line, at).glued &&
    tokenAt(line, at + 1).kind === 'number' &&
    tokenAt(line, at + 1).glued
  )
    at += 2;
  return at;
}

export const readChain = (line: Line, from: number): Skip => ({
  type: 'skip',
  from,
  to: endOfChain(line, from),
  what: 'number',
});

const CURRENCY = new Set(['€', '$', '£']);

/** At a number: the amount, label, act or street that it belongs to. */
export function readSkip(line: Line, from: number): Skip | null {
  const before = tokenAt(line, from - 1);
  const end = endOfChain(line, from);
  // "entro le 12.10 di venerdì": never the 12th of October.
  const hour = before.text === 'le' ? readHour(line, from) : null;
  if (hour !== null) return { type: 'skip', from, to: hour.to, what: 'hour' };
  if (isAmount(line, from, end)) return { type: 'skip', from, to: end, what: 'amount' };
  if (isStreet(line, from)) return { type: 'skip', from, to: from + 2, what: 'street' };
  if (is(before, M.act) || is(before, M.body)) return actNumber(line, from, end);
  if (
    is(before, M.label) &&
    !countsTime(line, from, end) &&
    !(end === from + 1 && tokenAt(line, end).word.month > 0) &&
    !isDayOfLabelled(line, from, before)
  )
    return { type: 'skip', from, to: end, what: 'number' };
  return null;
}

/** Labels of acts, whose dates with signs are numbers more often than days. */
const NUMBERING = new Set('n nr num numero nn no prot protocollo rep reg tel fax'.split(' '));

/** "fase 30/04/2025", "lotto 1: …" aside: a whole date behind a label is the day of what it labels. */
function isDayOfLabelled(line: Line, from: number, label: Token): boolean {
  if (NUMBERING.has(label.text)) return false;
  const day = readDay(line, from);
  return (
    day !== null && day.year.year !== null && day.to === from + 5 && tokenAt(line, from + 4).text.length === 4
  );
}

function isAmount(line: Line, from: number, end: number): boolean {
  const [before, after] = [tokenAt(line, from - 1), tokenAt(line, end)];
  if (is(before, M.money) || CURRENCY.has(before.text) || after.text === '%' || CURRENCY.has(after.text))
    return true;
  return is(after, M.money) || (after.text === 'per' && tokenAt(line, end + 1).text === 'cento');
}

/** "D.Lgs. 33/2013", "determina 30/9": the number of an act; a whole date is judged later. */
function actNumber(line: Line, from: number, end: number): Skip | null {
  const day = readDay(line, from);
  const whole = day !== null && (day.year.year !== null || tokenAt(line, from + 1).kind === 'word');
  return whole ? null : { type: 'skip', from, to: end, what: 'act' };
}

/** "n. 30 giorni", "n. 2 volte l'anno": a number before what it counts, not a label. */
function countsTime(line: Line, from: number, end: number): boolean {
  const before = tokenAt(line, from - 1).text;
  if (!['n', 'nr', 'num', 'numero', 'nn', 'no'].includes(before)) return false;
  const next = tokenAt(line, end);
  return next.word.unit !== null || is(next, M.times) || is(next, M.every) || next.text === '(';
}

/** "2025-2027", "2025/26", "2025 - 2027". */
export function readYears(line: Line, from: number): Skip | null {
  const [first, sign, second] = [tokenAt(line, from), tokenAt(line, from + 1), tokenAt(line, from + 2)];
  if (first.text.length !== 4 || first.kind !== 'number' || (sign.text !== '-' && sign.text !== '/'))
    return null;
  if (second.kind !== 'number' || (second.text.length !== 4 && !(second.text.length === 2 && second.glued)))
    return null;
  // "2026-02-28" is a day.
  if (readDay(line, from) !== null) return null;
  return { type: 'skip', from, to: Math.max(from + 3, endOfChain(line, from)), what: 'years' };
}
