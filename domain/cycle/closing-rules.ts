/**
 * How a town closes its year: which acts follow which, and by when each is due. All of it is the town's
 * choice (design §10); the defaults are the SMVP's most common ones, not terms of law.
 */
import { type CivilDate, civilDateOf } from '../time/civil-date.js';
import { type YearDay, yearDayOf } from './windows.js';

/** In the order of `adopted-first`; a town leaves out, joins or turns round what its order says. */
export const CLOSING_STEPS = ['transmission', 'adoption', 'validation', 'approval', 'publication'] as const;
/** What closes a year, each a fact that somebody records. */
export type ClosingStep = (typeof CLOSING_STEPS)[number];

/**
 * `adopted-first`: adoption, validation, approval. `draft-validated`: the draft is validated, then one act.
 * `act-first`: one act, then the validation. `with-rendiconto`: the same, with the Relazione in the rendiconto.
 */
export const CLOSING_ORDERS = ['adopted-first', 'draft-validated', 'act-first', 'with-rendiconto'] as const;
/** One of {@link CLOSING_ORDERS}. */
export type ClosingOrder = (typeof CLOSING_ORDERS)[number];

const STEPS: Readonly<Record<ClosingOrder, readonly ClosingStep[]>> = {
  'adopted-first': ['transmission', 'adoption', 'validation', 'approval', 'publication'],
  'draft-validated': ['transmission', 'validation', 'approval', 'publication'],
  'act-first': ['approval', 'transmission', 'validation', 'publication'],
  'with-rendiconto': ['approval', 'transmission', 'validation', 'publication'],
};

/** In the order of the year. */
export const closingStepsOf = ({ order }: Pick<ClosingRules, 'order'>): readonly ClosingStep[] =>
  STEPS[order];

/** Those that must have come before the Nucleo can validate. */
export function beforeValidation(rules: Pick<ClosingRules, 'order'>): readonly ClosingStep[] {
  const steps = closingStepsOf(rules);
  return steps.slice(0, steps.indexOf('validation'));
}

/** Is it an act of the Giunta or of the Consiglio, with organ, number and date? */
export const isAct = (step: ClosingStep): boolean => step === 'adoption' || step === 'approval';

/** Days in `…Days` are calendar days, but for those of the publication, which are working days. */
export interface ClosingRules {
  readonly order: ClosingOrder;
  /** By when the Relazione goes to the Nucleo. */
  readonly transmission: YearDay;
  /** By when the acts are adopted; `null`: 30 June, or 30 April where the Relazione is part of the rendiconto. */
  readonly act: YearDay | null;
  /** Calendar days from the transmission to the validation. */
  readonly validationDays: number;
  /** Working days from the last act to the publication. */
  readonly publicationDays: number;
  /** Calendar days from "not validated" to what must be done again. */
  readonly againDays: number;
  /** What the town's own rules say of whoever goes beyond these terms, a line; `null`: nothing that is told. */
  readonly lateRule: string | null;
}

/** Characters of {@link ClosingRules.lateRule}. */
export const LATE_RULE_LIMIT = 300;

/** For a town that has set nothing: transmission by 30 April, the acts by 30 June. */
export const DEFAULT_CLOSING: ClosingRules = {
  order: 'adopted-first',
  transmission: { month: 4, day: 30, yearsAfter: 1 },
  act: null,
  validationDays: 30,
  publicationDays: 10,
  againDays: 30,
  lateRule: null,
};

/** Due days that hang on nothing but the year. */
export const transmissionDue = (rules: ClosingRules, year: number): CivilDate =>
  yearDayOf(year, rules.transmission);

/** The day by which a year's adoption or approval is due; it falls in the year after. */
export const actDue = ({ act, order }: ClosingRules, year: number): CivilDate => {
  if (act !== null) return yearDayOf(year, act);
  return order === 'with-rendiconto' ? civilDateOf(year + 1, 4, 30) : civilDateOf(year + 1, 6, 30);
};
