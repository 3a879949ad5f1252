/**
 * What is weak in a plan. The lint warns and repairs nothing: plans are deliberated with their errors
 * and recorded as deliberated. One warning per objective and code, shared objectives once.
 */
import type { LintWarning, PlanDocument, PlanObjective, PlanSector } from './plan-document.js';
import { dateWarnings, type Finding } from './plan-lint-dates.js';
import { numberingWarnings } from './plan-lint-numbers.js';
import { addPoints, points, pointsToDecimal } from './points.js';

const WHOLE = points(100);

export function lintPlan(plan: PlanDocument): readonly LintWarning[] {
  const seen = new Set<string>();
  const warnings: LintWarning[] = [];
  for (const sector of plan.sectors) {
    for (const objective of sector.objectives) {
      const identity = `${objective.number ?? ''}\u0000${objective.title}`;
      if (objective.shared && seen.has(identity)) continue;
      if (objective.shared) seen.add(identity);
      for (const [code, message] of findings(objective, plan)) {
        warnings.push({ code, where: whereOf(sector, objective), message });
      }
    }
  }
  return [
    ...warnings,
    ...plan.sectors.flatMap((sector) => weightsSum(sector, plan)),
    ...numberingWarnings(plan),
  ];
}

/** A shared objective is told without a sector. */
export function whereOf(sector: PlanSector, objective: PlanObjective): LintWarning['where'] {
  return {
    ...(objective.shared ? {} : { sector: sector.name }),
    ...(objective.number === null ? {} : { number: objective.number }),
    title: objective.title,
    ...(objective.sourceLines ? { line: objective.sourceLines[0] } : {}),
  };
}

function findings(objective: PlanObjective, plan: PlanDocument): readonly Finding[] {
  const found: Finding[] = [];
  if (objective.weight === null && plan.document.weights !== 'none') {
    found.push(['missing-weight', 'Peso non indicato']);
  }
  const markup = [objective.title, ...objective.indicators.map((one) => one.text)].find((text) =>
    MARKUP.test(text),
  );
  if (markup !== undefined) {
    found.push([
      'markup-in-text',
      `Il testo contiene marcature HTML, che saranno mostrate come testo: «${markup.slice(0, 80)}»`,
    ]);
  }
  return [...found, ...dateWarnings(objective, plan.document)];
}

/** The beginning of a tag or a comment; "a < b" and "<5%" are not. */
const MARKUP = /<[a-z!/][^<>]*>?/i;

function weightsSum(sector: PlanSector, plan: PlanDocument): readonly LintWarning[] {
  const weights = sector.objectives.flatMap(({ weight }) => (weight === null ? [] : [points(weight)]));
  const sum = addPoints(weights);
  if (plan.document.weights !== 'points' || sum === WHOLE) return [];
  const message = `I pesi del settore sommano a ${pointsToDecimal(sum).replace('.', ',')}, non a 100`;
  return [{ code: 'weights-sum', where: { sector: sector.name }, message }];
}
