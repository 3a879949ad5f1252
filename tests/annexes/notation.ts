/**
 * The notation of the descriptions. `[words|reading]` is a term and what it means; `{value unit op}` a
 * target. Readings: `06-30` or `2025-06-30` a day · `me 06` end of the month · `p 01-01..06-30` period ·
 * `asof`, `from`, `event` and a day · `eventp` and two · `all` all year · `r RULE` with `from 03-01` · `rel P30D words` ·
 * `relw` the same in working days · `ext words` · `bad` a day that does not exist.
 */
import type { PlanMilestone, PlanTarget } from '../../domain/plan/plan-document.js';

/** A milestone, and the number that its mark in the document carries. */
export interface MarkedMilestone extends PlanMilestone {
  readonly mark: number;
}

export interface ReadText {
  /** The words, with a mark before each term. */
  readonly text: string;
  readonly milestones: readonly MarkedMilestone[];
  readonly target: PlanTarget | null;
}

const MARK = '\uE000';
const FIRST = 0xe100;
const ANY_MARK = /\uE000([\uE100-\uF8FF])/g;

/** The mark of one term: two characters that no document prints. */
export const markOf = (mark: number): string => MARK + String.fromCharCode(FIRST + mark);

/** The words without marks. */
export const plain = (text: string): string => text.replace(ANY_MARK, '');

/** The marks in a text, in their order. */
export const marksIn = (text: string): number[] =>
  [...text.matchAll(ANY_MARK)].map((match) => (match[1] ?? '').charCodeAt(0) - FIRST);

/** Reads a text of a description. `next` gives the number of the next mark. Throws on a wrong reading. */
export function readNotation(source: string, year: number, next: () => number): ReadText {
  const milestones: MarkedMilestone[] = [];
  let target: PlanTarget | null = null;
  const text = source
    .replace(/\s*\{([^}]*)\}/g, (_, inside: string) => {
      target = targetOf(inside);
      return '';
    })
    .replace(/\[([^|\]]*)\|([^\]]*)\]/g, (_, phrase: string, reading: string) => {
      const mark = next();
      milestones.push({ ...milestoneOf(reading, year), phrase, mark });
      return markOf(mark) + phrase;
    });
  return { text, milestones, target };
}

function targetOf(inside: string): PlanTarget {
  const [value = '', ...rest] = inside.split(' ');
  const last = rest.at(-1) ?? '';
  const op = last === '>=' || last === '<=' || last === '<' || last === '>' ? last : undefined;
  const unit = (op === undefined ? rest : rest.slice(0, -1)).join(' ');
  if (!Number.isFinite(Number(value))) throw new Error(`no target: ${inside}`);
  return { value: Number(value), ...(unit === '' ? {} : { unit }), ...(op === undefined ? {} : { op }) };
}

function milestoneOf(reading: string, year: number): Omit<PlanMilestone, 'phrase'> {
  const [word = '', ...rest] = reading.split(' ');
  const [first = ''] = rest;
  switch (word) {
    case 'me':
      return { kind: 'month-end', date: lastDay(first, year) };
    case 'p': {
      const [start = '', date = ''] = first.split('..');
      return { kind: 'period', start: dayOf(start, year), date: dayOf(date, year) };
    }
    case 'asof':
      return { kind: 'date', date: dayOf(first, year), role: 'as-of' };
    case 'event':
      return { kind: 'date', date: dayOf(first, year), role: 'event' };
    case 'eventp': {
      const [start = '', date = ''] = first.split('..');
      return { kind: 'period', start: dayOf(start, year), date: dayOf(date, year), role: 'event' };
    }
    case 'from':
      return { kind: 'date', date: dayOf(first, year), role: 'start-window' };
    case 'all':
      return { kind: 'period', start: `${year}-01-01`, date: `${year}-12-31`, role: 'continuous' };
    case 'r':
      return {
        kind: 'recurring',
        recurrence: first,
        ...(rest[1] === 'from' ? { dtstart: dayOf(rest[2] ?? '', year) } : {}),
      };
    case 'rel':
      return { kind: 'relative', offset: first, anchor: rest.slice(1).join(' ') || null };
    case 'relw':
      return {
        kind: 'relative',
        offset: first,
        anchor: rest.slice(1).join(' ') || null,
        calendar: 'working',
      };
    case 'ext':
      return { kind: 'external-term', anchor: rest.join(' ') || null };
    case 'bad':
      return { kind: 'none', invalid: true };
    default:
      return { kind: 'date', date: dayOf(word, year) };
  }
}

function dayOf(written: string, year: number): string {
  const day = /^\d{2}-\d{2}$/.test(written) ? `${year}-${written}` : written;
  if (Number.isNaN(Date.parse(day)) || new Date(day).toISOString().slice(0, 10) !== day) {
    throw new Error(`no day: ${written}`);
  }
  return day;
}

function lastDay(written: string, year: number): string {
  const month = written.length === 2 ? `${year}-${written}` : written;
  const [inYear = 0, inMonth = 0] = month.split('-').map(Number);
  return new Date(Date.UTC(inYear, inMonth, 0)).toISOString().slice(0, 10);
}

/** The last day of a month (1–12), ISO. */
export const lastDayOfMonth = (year: number, month: number): string =>
  lastDay(`${year}-${String(month).padStart(2, '0')}`, year);
