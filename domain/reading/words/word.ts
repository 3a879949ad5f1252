/** What the vocabulary can know of a word. */
import { MARK_NAMES } from './mark.js';

/** Units of a duration, in the letters of ISO 8601 (`h` hours, `m` minutes). */
export type DurationUnit = 'm' | 'h' | 'D' | 'W' | 'M' | 'Y';

/** A frequency as RFC 5545 writes it, with how often in each turn. */
export interface Often {
  readonly freq: 'DAILY' | 'WEEKLY' | 'MONTHLY' | 'YEARLY';
  readonly interval: number;
  readonly times: number;
}

export interface Word {
  readonly marks: Uint8Array;
  /** Cardinal value, -1 when it is none. */
  readonly value: number;
  /** Ordinal value, 0 when it is none, -1 for "ultimo". */
  readonly rank: number;
  /** 1–12, 0 when it is no month. */
  readonly month: number;
  /** An abbreviation of a month that means other things too ("set", "mar"). */
  readonly short: boolean;
  /** 1 Monday – 7 Sunday, 0 when it is none. */
  readonly weekday: number;
  readonly unit: DurationUnit | null;
  /** Months of a part of the year (semester 6, quarter 3 …), 0 when it is none. */
  readonly part: number;
  readonly often: Often | null;
}

export const NO_WORD: Word = {
  marks: new Uint8Array(MARK_NAMES.length),
  value: -1,
  rank: 0,
  month: 0,
  short: false,
  weekday: 0,
  unit: null,
  part: 0,
  often: null,
};
