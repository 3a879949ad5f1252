/** The parameters of a town's SMVP that measurement needs, and what holds in a town that has set nothing. */
import { degree } from './degree.js';
import type { Redistribution } from './growth.js';
import type { Indicator, IndicatorKind } from './indicator.js';
import { type AttainmentRule, ruleFault } from './rule.js';
import type { Step } from './steps.js';

/** A town’s choice: the law fixes no number. */
export interface ScoringRules {
  /** Who decides the degrees. */
  readonly evaluator: 'oiv' | 'secretary' | 'mayor';
  /** For each kind of indicator, unless the objective has a rule of its own; phases are dates. */
  readonly rules: Readonly<Record<IndicatorKind, AttainmentRule>>;
  /** Who carries the weight of what is not assessable. */
  readonly redistribution: Redistribution;
  /** By the sector's total, each with the share of pay it gives; empty: pay follows the points. */
  readonly bands: readonly Step[];
  /** What the plan's weights are; a plan that prints none counts all alike. */
  readonly scale: 'points' | 'multiplier';
  /** Decimals of a total as it is shown. */
  readonly shownPlaces: number;
}

const ALL_OR_NOTHING: AttainmentRule = { rule: 'all-or-nothing' };
const LINEAR: AttainmentRule = { rule: 'linear' };

/**
 * Figures in proportion; a date kept late loses a point a day. Proposals only: the evaluator decides otherwise at
 * will, and the town's own SMVP comes before.
 */
export const DEFAULT_SCORING_RULES: ScoringRules = {
  evaluator: 'oiv',
  rules: {
    number: LINEAR,
    percentage: LINEAR,
    count: LINEAR,
    ratio: LINEAR,
    date: { rule: 'late-days', perDay: degree(1), days: 'calendar', free: 0, least: degree(0) },
    'yes-no': ALL_OR_NOTHING,
  },
  redistribution: 'sector',
  bands: [],
  scale: 'points',
  shownPlaces: 2,
};

/** The rule for an indicator that has none of its own; where the kind's does not fit it, all or nothing. */
export function ruleFor({ rules }: ScoringRules, indicator: Indicator): AttainmentRule {
  const rule = rules[indicator.kind];
  return ruleFault(rule, indicator) === null ? rule : ALL_OR_NOTHING;
}
