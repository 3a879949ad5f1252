/**
 * How near the reader comes to people's labels: items become keys, compared as sets line by line, totals over
 * all lines (micro-average). Items with a role are neither asked for nor held against; those that need something
 * more count on their kind; an anchor is right when one holds the other by whole words.
 */
import type { DeadlineItem } from '../domain/reading/deadline-item.js';

export type Label = Pick<DeadlineItem, 'kind'> & Partial<Omit<DeadlineItem, 'kind' | 'phrase' | 'span'>>;

/** What is compared of an item, of phrases as of plans. */
export interface Said {
  readonly kind: string;
  readonly date?: string;
  readonly start?: string;
  readonly recurrence?: string;
  readonly offset?: string;
  readonly anchor?: string | null;
  readonly needs?: string;
}

export interface Labelled {
  readonly text: string;
  readonly year: number;
  readonly expected: readonly Label[];
}

export interface Score {
  right: number;
  invented: number;
  missed: number;
}

export interface Ratios {
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
}

/** Scores by kind, and of all kinds under `all`. `lenient`: days, months and periods compare by their last day. */
export function scoreReading(
  lines: readonly Labelled[],
  read: (text: string, year: number) => readonly DeadlineItem[],
  lenient: boolean,
): ReadonlyMap<string, Score> {
  const scores = new Map<string, Score>();
  const count = (kind: string, field: keyof Score): void => {
    for (const key of [kind, 'all']) {
      const score = scores.get(key) ?? { right: 0, invented: 0, missed: 0 };
      score[field]++;
      scores.set(key, score);
    }
  };
  for (const { text, year, expected } of lines) {
    const left = read(text, year).filter(({ kind, role }) => kind !== 'none' && role === undefined);
    const wanted = expected.filter(({ kind, role }) => kind !== 'none' && role === undefined);
    for (const label of wanted) {
      const at = left.findIndex((item) => matches(item, label, lenient));
      if (at >= 0) left.splice(at, 1);
      count(label.kind, at >= 0 ? 'right' : 'missed');
    }
    const roles = expected.filter(({ role }) => role !== undefined);
    for (const item of left)
      if (!roles.some((label) => matches(item, label, lenient))) count(item.kind, 'invented');
  }
  return scores;
}

export function ratiosOf({ right, invented, missed }: Score): Ratios {
  const precision = right / Math.max(1, right + invented);
  const recall = right / Math.max(1, right + missed);
  return {
    precision,
    recall,
    f1: precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall),
  };
}

const ON_THE_CALENDAR: ReadonlySet<string> = new Set(['date', 'month-end', 'period']);

/** Whether an item is what a label asks for; `lenient`: by the last day alone. */
export function matches(item: Said, label: Said, lenient: boolean): boolean {
  if (
    lenient &&
    ON_THE_CALENDAR.has(item.kind) &&
    ON_THE_CALENDAR.has(label.kind) &&
    label.needs === undefined
  ) {
    return item.date === label.date;
  }
  if (item.kind !== label.kind) return false;
  if (label.needs !== undefined) return true;
  const same = item.date === label.date && item.offset === label.offset && ruleKey(item) === ruleKey(label);
  return (
    same && (item.kind !== 'period' || item.start === label.start) && sameAnchor(item.anchor, label.anchor)
  );
}

const ruleKey = ({ recurrence }: Said): string => (recurrence ?? '').split(';').sort().join(';');

/** Case, apostrophes, articles and "data di" ignored; `null` equals only `null`. */
function sameAnchor(one: string | null | undefined, other: string | null | undefined): boolean {
  if (one == null || other == null) return (one ?? null) === (other ?? null);
  const [a, b] = [` ${bare(one)} `, ` ${bare(other)} `];
  return a.includes(b) || b.includes(a);
}

const bare = (anchor: string): string =>
  anchor
    .toLowerCase()
    .replace(/[’‘´`']/g, "'")
    .replace(/data di /g, ' ')
    .replace(/\b(?:il|lo|la|i|gli|le|un|uno|una)\b|\b(?:l|un)'/g, ' ')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
