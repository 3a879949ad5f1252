/** All the terms of the cycle that we know of. A new one is an entry of one of these lists, and a line of its test. */
import type { LegalRule, LegalRuleId } from './legal-rule.js';
import { RULES_OF_CONTROLS } from './rules-of-controls.js';
import { RULES_OF_REPORTING } from './rules-of-reporting.js';
import { RULES_OF_THE_BUDGET } from './rules-of-the-budget.js';
import { RULES_OF_THE_PLAN } from './rules-of-the-plan.js';
import { RULES_OF_THE_YEAR } from './rules-of-the-year.js';

/** Every rule, of all years of force: `rulesInForce` has those of one. */
export const LEGAL_RULES: readonly LegalRule[] = [
  ...RULES_OF_THE_BUDGET,
  ...RULES_OF_THE_PLAN,
  ...RULES_OF_THE_YEAR,
  ...RULES_OF_CONTROLS,
  ...RULES_OF_REPORTING,
];

/** Those in force for a year of the cycle. */
export const rulesInForce = (year: number): readonly LegalRule[] =>
  LEGAL_RULES.filter(({ since, until }) => (since ?? year) <= year && year <= (until ?? year));

/** Of which a town says when it did them: acts with a day, in the order of the year. */
export const RECORDED: readonly LegalRuleId[] = [
  'dup',
  'dup-update',
  'budget',
  'peg',
  'piao',
  'cash-plan',
  'balance-check',
  'publication-attested',
  'rendiconto',
  'relazione',
  'validation',
  'relazione-published',
];
