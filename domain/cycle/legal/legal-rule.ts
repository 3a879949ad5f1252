/**
 * A term of the cycle as the law, or custom, has it: data with its source, evaluated by `legal-calendar.ts`. Texts
 * are Italian and our own words; what nobody has checked against a source says so.
 */

/** What other terms are counted from: an act of the list, or the term of the budget, as decrees moved it. */
export type LegalBase = 'budget-term' | LegalRuleId;

/** Stored with duties and in a town's settings: never renamed. */
export type LegalRuleId =
  | 'dup'
  | 'dup-update'
  | 'budget'
  | 'peg'
  | 'cash-plan'
  | 'piao'
  | 'piao-sent'
  | 'individual-objectives'
  | 'monitoring-first'
  | 'monitoring-second'
  | 'balance-check'
  | 'budget-adjustment'
  | 'urgent-variations'
  | 'last-budget-variations'
  | 'last-peg-variations'
  | 'payment-indicator'
  | 'regularity-checks'
  | 'strategic-control'
  | 'management-report'
  | 'rendiconto'
  | 'relazione'
  | 'validation'
  | 'relazione-published'
  | 'delay-notice'
  | 'publication-attested'
  | 'publication-followed';

export type LegalTerm =
  /** A day of the cycle's year, or so many years after it. */
  | { readonly is: 'day'; readonly yearsAfter: -1 | 0 | 1; readonly month: number; readonly day: number }
  /** Calendar days, the first one not counted. */
  | { readonly is: 'after'; readonly base: LegalBase; readonly days: number }
  /** "Tempestivo": at once, without a number of days. */
  | { readonly is: 'at-once'; readonly base: LegalBase | null }
  /** Another body says the day each year: ISO days by year of the cycle, with the act that says so. */
  | {
      readonly is: 'by-authority';
      readonly days: Readonly<Record<number, { readonly day: string; readonly act: string }>>;
    }
  /** The day that the town set here, else the one in use elsewhere. */
  | { readonly is: 'own-day'; readonly usual: LegalTerm }
  /** The town's own rules say when. */
  | { readonly is: 'by-own-rules' };

/** The first case that holds counts; with none the reading says nothing that year. */
export interface LegalCase {
  /** `deferred`: a decree moved the term of the budget. `deferred-on-time`: and the town had approved it by 31/12 all the same. */
  readonly when: 'always' | 'deferred' | 'deferred-on-time';
  readonly term: LegalTerm;
}

/** One way of reading a norm that is disputed; where there are several, they stand side by side. */
export interface LegalReading {
  readonly id: string;
  /** How the norm is read, as a sentence. */
  readonly says: string;
  readonly cases: readonly LegalCase[];
  /** First year of the cycle for which it is held. */
  readonly since?: number;
}

/** Sizes that decide whether it is asked. Bounds are included. */
export interface LegalScope {
  readonly of: 'population' | 'employees';
  readonly from: number;
  /** What holds for those under it. */
  readonly under: 'optional' | 'simplified' | 'not-asked';
  /** As a sentence. */
  readonly says: string;
}

/** One term: who owes what, by which norm, with which consequence. */
export interface LegalRule {
  readonly id: LegalRuleId;
  /** What is due, as a heading. */
  readonly act: string;
  readonly by: string;
  readonly norm: string;
  readonly text: string;
  /** `own-rules`: it binds Comuni only where their SMVP or regulation says so. `authority`: another body fixes the days. */
  readonly force: 'law' | 'own-rules' | 'custom' | 'authority';
  /** The first is the one in common use; others stand beside it. */
  readonly readings: readonly [LegalReading, ...LegalReading[]];
  /** Does a term that expires on a holiday move to the next day? Else why not. */
  readonly rolls: true | string;
  /** First year of the cycle in which it is in force, and the last. */
  readonly since?: number;
  readonly until?: number;
  readonly scope?: LegalScope;
  readonly consequence: { readonly says: string; readonly verified: boolean } | null;
  /** Was the term read in the source? */
  readonly verified: boolean;
  /** Where it was read, or what it rests on; `null`: nothing but memory and custom. */
  readonly source: string | null;
}

/** One reading that nobody disputes. */
export const undisputed = (term: LegalTerm): readonly [LegalReading] => [
  { id: 'only', says: '', cases: [{ when: 'always', term }] },
];

/** A day of the cycle's year; `yearsAfter` -1: of the year before it. */
export const onDay = (month: number, day: number, yearsAfter: -1 | 0 | 1 = 0): LegalTerm => ({
  is: 'day',
  yearsAfter,
  month,
  day,
});
