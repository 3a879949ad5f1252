/**
 * Headings over marks: months by name, abbreviation, initial or number, and parts of the year ("I trim.",
 * "2° semestre"). Initials and bare numbers are months only as a sequence.
 */
import { fold } from '../text/letters.js';
import { MONTHS } from '../words/calendar-words.js';

/** Months 1–12 that a column stands for. */
export interface MonthColumn {
  readonly column: number;
  readonly end: number;
  readonly first: number;
  readonly last: number;
  /** The words of the heading. */
  readonly text: string;
}

interface Head {
  readonly column: number;
  readonly end: number;
  readonly text: string;
}

const NAMES: readonly (readonly string[])[] = MONTHS.map((line) => line.split(/[\s|]+/));
const INITIALS = 'gfmamglasond';
const ROMAN = ['i', 'ii', 'iii', 'iv', 'v', 'vi', 'vii', 'viii', 'ix', 'x', 'xi', 'xii'];
const ORDINALS = ['prim', 'second', 'terz', 'quart', 'quint', 'sest'];
const PART =
  /^(?:(\d{1,2})|([ivx]+)|(prim|second|terz|quart|quint|sest)[oa])?\s*(?:°|º|\^|o\b)?\s*(bim|trim|quadrim|quadr|sem|b|t|q|s)[a-z]*\.?\s*(\d)?$/;
const PART_MONTHS: Readonly<Record<string, number>> = { b: 2, t: 3, q: 4, s: 6 };
const YEAR = /[\s\-/'.]*(?:20)?\d\d$/;

/** The month columns among the cells of a heading row; empty when they are no such headings. */
export function monthColumns(heads: readonly Head[], above: string): readonly MonthColumn[] {
  const named = heads.flatMap((head) => column(head, monthNamed(head.text)));
  if (named.length >= 2) return named;
  const parts = heads.flatMap((head) => column(head, partNamed(head.text)));
  if (parts.length >= 2) return parts;
  return initials(heads) ?? counted(heads, fold(above)) ?? [];
}

type Months = readonly [first: number, last: number];

const column = (head: Head, months: Months | null): readonly MonthColumn[] =>
  months === null ? [] : [{ ...head, first: months[0], last: months[1] }];

function monthNamed(text: string): Months | null {
  const word = fold(text)
    .trim()
    .replace(YEAR, '')
    .replace(/[.\s]+$/, '');
  const span = /^([a-z]{3,})\.?\s*[-–/]\s*([a-z]{3,})$/.exec(word);
  const first = monthOf(span?.[1] ?? word);
  const last = monthOf(span?.[2] ?? word);
  return first === 0 || last < first ? null : [first, last];
}

const monthOf = (word: string): number => NAMES.findIndex((names) => names.includes(word)) + 1;

function partNamed(text: string): Months | null {
  const words = fold(text)
    .trim()
    .replace(/\s+20\d\d$/, '')
    .replace(/\s+/g, ' ');
  const match = PART.exec(words);
  if (match === null) return null;
  const [, digits, roman, ordinal, unit = '', after] = match;
  const number =
    Number(digits ?? after ?? 0) || ROMAN.indexOf(roman ?? '') + 1 || ORDINALS.indexOf(ordinal ?? '') + 1;
  return partMonths(number, PART_MONTHS[unit[0] ?? ''] ?? 0);
}

const partMonths = (number: number, months: number): Months | null =>
  number < 1 || number * months > 12 ? null : [(number - 1) * months + 1, number * months];

/** G F M A M G L A S O N D, or at least four of them in a row that begin where only one month can. */
function initials(heads: readonly Head[]): readonly MonthColumn[] | null {
  const letters = heads.map(({ text }) => fold(text).replace(/[.\s]/g, ''));
  const from = letters.findIndex((letter) => letter.length === 1 && INITIALS.includes(letter));
  const run = letters.slice(from).join('');
  const at = INITIALS.indexOf(run);
  if (from < 0 || run.length < 4 || run.length !== letters.length - from) {
    return from >= 0 && letters.length - from > 12 ? initials(heads.slice(0, -1)) : null;
  }
  return at < 0
    ? null
    : heads.slice(from).map((head, i) => ({ ...head, first: at + i + 1, last: at + i + 1 }));
}

/** 1 2 3 … 12, or I II III IV under "Trimestri". */
function counted(heads: readonly Head[], above: string): readonly MonthColumn[] | null {
  const numbers = heads.map(({ text }) => {
    const word = fold(text).replace(/[°º^.\s]/g, '');
    return /^\d{1,2}$/.test(word) ? Number(word) : ROMAN.indexOf(word) + 1;
  });
  const from = numbers.indexOf(1);
  const run = from < 0 ? [] : numbers.slice(from);
  const length = run.findIndex((number, i) => number !== i + 1);
  const count = length < 0 ? run.length : length;
  const months = count === 12 ? 1 : monthsEach(above, count);
  if (months === 0) return null;
  return heads.slice(from, from + count).flatMap((head, i) => column(head, partMonths(i + 1, months)));
}

function monthsEach(above: string, count: number): number {
  if (/quadrim/.test(above)) return count === 3 ? 4 : 0;
  if (/trim/.test(above)) return count === 4 ? 3 : 0;
  if (/bim/.test(above)) return count === 6 ? 2 : 0;
  if (/sem/.test(above)) return count === 2 ? 6 : 0;
  return /mes[ei]/.test(above) && count >= 2 ? 1 : 0;
}
