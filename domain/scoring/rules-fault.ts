/** Why the parameters of a town's SMVP cannot be taken as they are. */
import { civilDate } from '../time/civil-date.js';
import { FULL } from './degree.js';
import { byTheDay, figure, type Indicator, type IndicatorKind } from './indicator.js';
import { type RuleFault, ruleFault } from './rule.js';
import type { ScoringRules } from './scoring-rules.js';
import { stepsFault } from './steps.js';

/** Which rule of the town, and what is wrong with it. */
export type RulesFault =
  | { readonly field: `rules.${IndicatorKind}`; readonly fault: RuleFault }
  | { readonly field: 'bands'; readonly fault: RuleFault | 'beyond-100' };

/** A plain indicator of each kind: a rule that does not fit it fits none. */
const PLAIN: Readonly<Record<IndicatorKind, Indicator>> = {
  ...{ number: plain('number'), percentage: plain('percentage'), count: plain('count') },
  ratio: plain('ratio'),
  date: byTheDay(civilDate('2023-12-31')),
  'yes-no': { kind: 'yes-no', target: true },
};

function plain(kind: 'number' | 'percentage' | 'count' | 'ratio'): Indicator {
  return { kind, direction: 'rising', baseline: null, target: figure(1), unit: null };
}

/** Empty: they can be applied. Bands may be absent; where there are some they rise, out of 100 points. */
export function rulesFaults({ rules, bands }: ScoringRules): readonly RulesFault[] {
  const kinds = Object.keys(PLAIN) as IndicatorKind[];
  const own = kinds.flatMap((kind): readonly RulesFault[] => {
    const fault = ruleFault(rules[kind], PLAIN[kind]);
    return fault === null ? [] : [{ field: `rules.${kind}`, fault }];
  });
  const rising = bands.length === 0 ? null : stepsFault(bands);
  const fault = rising ?? (bands.some(({ at }) => at < 0 || at > FULL) ? 'beyond-100' : null);
  return fault === null ? own : [...own, { field: 'bands', fault }];
}
