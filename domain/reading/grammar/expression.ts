/**
 * What the grammar finds before anybody asks what it is for: days, months, parts of the year, terms,
 * recurrences, and the things that only look like one. Places are indexes of tokens, `to` excluded.
 */
import type { DurationUnit, Often } from '../words/word.js';

interface Placed {
  readonly from: number;
  readonly to: number;
}

/** What is said of the year: written, shifted ("dell'anno successivo": 1), every year, or not to be known. */
export interface YearMark {
  readonly year: number | null;
  readonly shift: number;
  readonly every: boolean;
  /** "u.s.", "scorso". */
  readonly past: boolean;
  readonly needs: string | null;
}

/** A day; `interval`: of so many years, when it comes back ("ogni due anni entro il 30 giugno"). `month` 0 when none is said ("entro il 15"). Whether it exists is asked when its year is known. */
export interface Day extends Placed {
  readonly type: 'day';
  readonly day: number;
  readonly month: number;
  readonly year: YearMark;
  readonly time: string | null;
  /** A notation that numbers of other things share ("3.12", "5/10"): a day only after a lead-in. */
  readonly weak: boolean;
  readonly interval?: number;
}

/** A month; `bare`: an abbreviation without a year, which may be another word. */
export interface Month extends Placed {
  readonly type: 'month';
  readonly month: number;
  readonly year: YearMark;
  readonly bare: boolean;
  readonly interval?: number;
}

/** Days and months of one year; `last.day` 0 is the last of the month. */
export interface Stretch extends Placed {
  readonly type: 'stretch';
  readonly first: { readonly month: number; readonly day: number };
  readonly last: { readonly month: number; readonly day: number };
  readonly year: YearMark;
  readonly interval?: number;
}

/** `whole`: "tutto l'anno", which needs no lead-in. */
export interface Year extends Placed {
  readonly type: 'year';
  readonly year: YearMark;
  readonly whole: boolean;
}

/** "dal 14 marzo al 31 maggio". */
export interface Span extends Placed {
  readonly type: 'span';
  readonly start: Day | Month;
  readonly end: Day | Month;
}

/** A day, month or period that the phrase alone does not tell: "entro fine mese". */
export interface Open extends Placed {
  readonly type: 'open';
  readonly kind: 'date' | 'month-end' | 'period';
  readonly needs: string;
}

/** "30 giorni dalla richiesta". `count` null: "X giorni". `direction`: as said by the words around it. */
export interface Term extends Placed {
  readonly type: 'term';
  readonly count: number | null;
  readonly unit: DurationUnit;
  readonly working: boolean;
  readonly direction: 'after' | 'before' | 'unsaid';
  /** Words or ISO day the term starts from; `null`: not said. */
  readonly anchor: string | null;
  /** "il decimo giorno successivo": a day of its own, which needs no lead-in. */
  readonly ordinal: boolean;
  /** Its unit, and what it starts from, were said before: "entro 30 giorni …, entro 90 …". */
  readonly elliptic?: true;
}

/** A rule; `said`: how, since the adjective of a thing is often only its name. */
export interface Repeat extends Placed {
  readonly type: 'repeat';
  readonly often: Often;
  readonly byMonth: readonly number[];
  readonly byMonthDay: number | null;
  readonly byDay: readonly string[];
  readonly said: 'adverb' | 'adjective' | 'each' | 'weekday' | 'day';
  readonly working: boolean;
}

export interface External extends Placed {
  readonly type: 'external';
  /** First token of its lead-in: "entro" of "entro i termini di legge". */
  readonly lead: number;
  readonly anchor: string | null;
}

/** What must not be read: amounts, acts, phone numbers, streets, plan years. */
export interface Skip extends Placed {
  readonly type: 'skip';
  readonly what: 'amount' | 'number' | 'act' | 'street' | 'years' | 'hour' | 'quantity';
}

export type Expression = Day | Month | Stretch | Year | Span | Open | Term | Repeat | External | Skip;

/** What a rule of the grammar gives: the expressions read (several for a list), or nothing. */
export type Read = readonly Expression[] | null;
