/**
 * By when a year is evaluated and closed. A town sets it for a year and those after it (design §10): what was set for an
 * earlier year goes on holding for that year.
 */
import type { ClosingRules } from './closing-rules.js';
import type { MeasurementTerms } from './measurement-obligations.js';
import type { YearDay } from './windows.js';

/** The two settings that hold for a year. */
export interface YearTerms {
  readonly measurement: MeasurementTerms;
  readonly closing: ClosingRules;
}

/** Holds from the plan of that year on. */
export interface TermsFrom extends YearTerms {
  readonly from: number;
}

/** As a town keeps them: what holds where no year says otherwise, and what was set from a year on, earliest first. */
export interface KeptTerms extends YearTerms {
  readonly terms: readonly TermsFrom[];
}

/** Those of the plan of a year. */
export function termsIn({ terms, measurement, closing }: KeptTerms, year: number): YearTerms {
  const { measurement: evaluated, closing: closed } = terms.findLast(({ from }) => from <= year) ?? {
    ...{ measurement, closing },
  };
  return { measurement: evaluated, closing: closed };
}

/** With these from that year on; what was set from a later year stays. */
export const termsWith = (terms: readonly TermsFrom[], asked: TermsFrom): readonly TermsFrom[] =>
  [...terms.filter(({ from }) => from !== asked.from), asked].sort((a, b) => a.from - b.from);

/** A field of the terms: the days and numbers that are typed, and the order. */
export type TermField =
  | 'selfEvaluation.opens'
  | 'selfEvaluation.due'
  | 'measurement.opens'
  | 'measurement.due'
  | 'transmission'
  | 'act'
  | 'order'
  | 'validationDays'
  | 'publicationDays'
  | 'againDays'
  | 'lateRule';

/** Why terms are not taken, beside the field it is about. */
export interface TermProblem {
  readonly field: TermField;
  readonly code: /** Due before it opens. */
    | 'before-opening'
    /** The degrees would be due before the sectors have said theirs. */
    | 'before-self-evaluations'
    | 'no-days'
    | 'too-many-days'
    /** In a year under way it would be over already. */
    | 'over'
    /** A step of that year's closing is recorded already. */
    | 'closing-begun';
}

const order = ({ yearsAfter, month, day }: YearDay): number => yearsAfter * 10_000 + month * 100 + day;
const LONGEST = { validationDays: 365, publicationDays: 250, againDays: 365 } as const;

/** `[]`: they can be set so. */
export function termProblems({ measurement, closing }: YearTerms): readonly TermProblem[] {
  const { selfEvaluation: own, measurement: whole } = measurement;
  const found: (TermProblem | null)[] = [
    order(own.due) < order(own.opens) ? { field: 'selfEvaluation.due', code: 'before-opening' } : null,
    order(whole.due) < order(whole.opens) ? { field: 'measurement.due', code: 'before-opening' } : null,
    order(whole.due) < order(own.due) ? { field: 'measurement.due', code: 'before-self-evaluations' } : null,
    ...(['validationDays', 'publicationDays', 'againDays'] as const).map((field): TermProblem | null => {
      const days = closing[field];
      if (!Number.isSafeInteger(days) || days < 1) return { field, code: 'no-days' };
      return days > LONGEST[field] ? { field, code: 'too-many-days' } : null;
    }),
  ];
  return found
    .filter((one) => one !== null)
    .filter(({ field }, at, all) => all.findIndex((one) => one?.field === field) === at);
}
