/**
 * The lint of the truth, written from the contract's table and from nothing else, so that it checks the
 * product's own lint.
 */
import type {
  LintCode,
  LintWarning,
  PlanDocument,
  PlanMilestone,
  PlanObjective,
  PlanSector,
} from '../../domain/plan/plan-document.js';
import { isClosedDay } from './truth-lint-days.js';
import { numberWarnings } from './truth-lint-numbers.js';

/** Every warning of the contract, one for an objective and code; those of a shared objective once, without sector. */
export function lintOfTruth(plan: PlanDocument): LintWarning[] {
  return [
    ...plan.sectors.flatMap((sector) => weightSum(sector, plan)),
    ...numberWarnings(plan),
    ...plan.sectors.flatMap((sector, index) =>
      sector.objectives
        .filter((one) => !one.shared || isFirstSector(plan, index, one))
        .flatMap((one) => objectiveWarnings(plan, sector, one)),
    ),
  ];
}

const isFirstSector = (plan: PlanDocument, index: number, one: PlanObjective): boolean =>
  plan.sectors.findIndex(({ objectives }) =>
    objectives.some((other) => other.shared && other.title === one.title && other.number === one.number),
  ) === index;

function weightSum(sector: PlanSector, { document }: PlanDocument): LintWarning[] {
  if (document.weights !== 'points' || sector.weightTotal === 100) return [];
  const message = `I pesi fanno ${sector.weightTotal ?? 0}, non 100`;
  return [{ code: 'weights-sum', where: { sector: sector.name }, message }];
}

function objectiveWarnings(plan: PlanDocument, sector: PlanSector, one: PlanObjective): LintWarning[] {
  const where = { ...(one.shared ? {} : { sector: sector.name }), number: one.number, title: one.title };
  const { year, actDate, kind, weights } = plan.document;
  const owed = one.milestones.filter((item) => item.role === undefined);
  const days = owed.filter((item) => item.kind === 'date').map((item) => item.date ?? '');
  const found: [LintCode, boolean][] = [
    ['missing-weight', weights !== 'none' && one.weight === null],
    ['undated-objective', !one.milestones.some(isDated)],
    ['weekend-date', days.some(isClosedDay)],
    ['wrong-year', owed.some((item) => item.date !== undefined && Number(item.date.slice(0, 4)) < year)],
    [
      'past-date',
      kind === 'plan' && actDate !== null && days.some((day) => day.startsWith(`${year}-`) && day < actDate),
    ],
    ['invalid-date', one.milestones.some((item) => item.invalid === true)],
    ['multiple-milestones-without-subweights', hasUnweighedTerms(owed)],
    ['external-term', owed.some((item) => item.kind === 'external-term')],
  ];
  return found.filter(([, is]) => is).map(([code]) => ({ code, where, message: code }));
}

const isDated = (item: PlanMilestone): boolean => item.kind !== 'none' && item.role !== 'event';

function hasUnweighedTerms(owed: readonly PlanMilestone[]): boolean {
  const terms = owed.filter(({ kind }) => kind === 'date' || kind === 'month-end' || kind === 'period');
  return terms.length >= 2 && terms.some((item) => item.weight === undefined);
}
