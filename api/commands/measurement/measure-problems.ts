/** What is wrong with how the parts of an objective are asked to be measured, each thing beside its field. */
import type { Points } from '../../../domain/plan/points.js';
import { indicatorFault } from '../../../domain/scoring/indicator-faults.js';
import { againstThePlan, subWeightsFault } from '../../../domain/scoring/measure-completion.js';
import { ruleFault } from '../../../domain/scoring/rule.js';
import type { MeasuredObjective, PlannedIndicator } from '../../../store/measurement/measured-objectives.js';
import type { FieldProblem } from '../../refusals.js';
import { measureFault, PLAN_FAULTS, RULE_FAULTS, WEIGHT_FAULTS } from '../../views/evaluation/fault-words.js';
import type { IndicatorAsked, MeasureFields, MeasuresAsked } from './measure-asked.js';

export function measureProblems(
  objective: MeasuredObjective,
  asked: MeasuresAsked,
  fields: MeasureFields,
): readonly FieldProblem[] {
  const own = asked.indicators.flatMap((said, at): readonly FieldProblem[] => {
    const now = objective.indicators.find(({ id }) => id === said.indicator);
    const fault = indicatorProblem(said, now);
    return fault === null ? [] : [{ ...fault, field: fields.indicator(at, fault.field) }];
  });
  const ofPlan = asked.phases.flatMap(({ milestone, weight }, at): readonly FieldProblem[] => {
    const now = objective.phases.find((one) => one.milestone === milestone);
    return now?.isOfThePlan === true && now.weight !== weight
      ? [{ field: fields.phase(at), message: PLAN_FAULTS.weight }]
      : [];
  });
  const fault = subWeightsFault(weightsWith(objective, asked));
  const first = asked.indicators.length > 0 ? fields.indicator(0, 'weight') : fields.phase(0);
  const sum = fault === null ? [] : [{ field: first, message: WEIGHT_FAULTS[fault] }];
  return [...own, ...ofPlan, ...sum];
}

function indicatorProblem(said: IndicatorAsked, now: PlannedIndicator | undefined): FieldProblem | null {
  const { definition, rule } = said;
  if (definition === null) return null;
  const fault = indicatorFault(definition);
  if (fault !== null) return measureFault(fault);
  const against = againstThePlan(definition, now?.target ?? null);
  if (against !== null) return { field: `definition.${against}`, message: PLAN_FAULTS[against] };
  const unfit = rule === null ? null : ruleFault(rule, definition);
  return unfit === null ? null : { field: 'rule', message: RULE_FAULTS[unfit] };
}

/** Of the parts that will count: an indicator in words alone does not. */
function weightsWith(
  { indicators, phases }: MeasuredObjective,
  asked: MeasuresAsked,
): readonly (Points | null)[] {
  const counting = phases.filter(({ state }) => state === 'open' || state === 'done');
  const lines = new Map(counting.map((phase) => [phase.milestone ?? phase.id, phase.weight] as const));
  for (const { milestone, weight } of asked.phases) lines.set(milestone, weight);
  const said = indicators.map((now) => asked.indicators.find(({ indicator }) => indicator === now.id) ?? now);
  return [
    ...lines.values(),
    ...said.flatMap(({ definition, weight }) => (definition === null ? [] : [weight])),
  ];
}
