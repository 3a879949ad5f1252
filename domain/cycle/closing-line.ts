/** The end of a year's story: ready for the Nucleo, the town's closing steps, closed. */
import { type CivilDate, civilDateOf, later } from '../time/civil-date.js';
import { type ClosingFact, closingDuties, publicationDue, roundFor, standingFact } from './closing-duties.js';
import { beforeValidation, type ClosingRules, type ClosingStep, closingStepsOf } from './closing-rules.js';
import type { LegalRuleId } from './legal/legal-rule.js';
import type { OwedInStep, YearFacts } from './year-facts.js';
import { lateness, QUIET, type StepId, type YearStep } from './year-step.js';

/** Everything that must be there before the Nucleo can work. */
const preparation = ({ windows, selfEvaluations, measurements }: YearFacts): readonly OwedInStep[] =>
  [...windows.flatMap(({ owed }) => owed), ...selfEvaluations, ...measurements].filter(
    ({ state }) => state !== 'superseded' && state !== 'waived',
  );

const latest = (days: readonly (CivilDate | null)[]): CivilDate | null =>
  days.reduce((last, on) => (on === null ? last : last === null ? on : later(last, on)), null);

/** Done when nothing is missing, or when somebody said, with a reason, that it goes on all the same. */
export function readyStep(facts: YearFacts, before: readonly YearStep[], asOf: CivilDate): YearStep {
  const owed = preparation(facts);
  const isWhole = owed.length > 0 && owed.every(({ state }) => state === 'done');
  const doneOn = isWhole ? latest(owed.map((one) => one.doneOn)) : facts.readyAnyway;
  const due = latest(owed.map((one) => one.due));
  const from = civilDateOf(facts.year + 1, 1, 1);
  const isDone = isWhole || facts.readyAnyway !== null;
  return {
    ...{ ...QUIET, id: 'ready', from, due, doneOn },
    state: isDone ? 'done' : facts.approvedOn !== null && asOf >= from ? 'open' : 'ahead',
    late: lateness(due, isDone ? doneOn : null, asOf),
    waitsFor: isDone
      ? []
      : before.filter(({ waitsFor }) => waitsFor.length > 0).map(({ id }) => ({ step: id })),
  };
}

/** The closing in the town's order; a step that another order has is not there. */
export function closingSteps(facts: YearFacts, ready: YearStep, asOf: CivilDate): readonly YearStep[] {
  const { rules, closing } = facts;
  const done: YearStep[] = [ready];
  for (const step of closingStepsOf(rules)) {
    const needs = new Set(needsOf(step, rules));
    const before = done.filter(({ id }) => needs.has(id));
    const fact = standingFact(rules, closing, step);
    const { due, isEstimate } = dueOf(step, facts, asOf);
    const missing = before.filter(({ state }) => state !== 'done').map(({ id }) => id);
    const isPast = due !== null && !isEstimate && due < asOf;
    const waits = missing.length > 0 ? missing.map((id) => ({ step: id })) : [{ who: null }];
    const isOpen = facts.approvedOn !== null && (missing.length === 0 || isPast);
    done.push({
      ...{ id: step, due, isEstimate, norm: normOf(step, rules) },
      from: missing.length > 0 ? null : latest(before.map(({ doneOn }) => doneOn)),
      doneOn: fact?.on ?? null,
      state: fact !== undefined ? 'done' : isOpen ? 'open' : 'ahead',
      late: isEstimate ? 0 : lateness(due, fact?.on ?? null, asOf),
      waitsFor: fact === undefined ? waits : [],
      outOfOrder: fact === undefined ? [] : before.filter((one) => isLater(one, fact)).map(({ id }) => id),
    });
  }
  return done.slice(1);
}

/** The last step: every step of the closing that is not done is missing from it. */
export function closedStep({ closedOn }: YearFacts, closing: readonly YearStep[]): YearStep {
  const missing = closing.filter(({ state }) => state !== 'done').map(({ id }) => ({ step: id }));
  return {
    ...{ ...QUIET, id: 'closed', from: null, due: null, doneOn: closedOn },
    state: closedOn !== null ? 'done' : missing.length === 0 ? 'open' : 'ahead',
    waitsFor: closedOn !== null ? [] : missing,
  };
}

const isLater = ({ state, doneOn }: YearStep, fact: ClosingFact): boolean =>
  state !== 'done' || (doneOn !== null && doneOn > fact.on);

function needsOf(step: ClosingStep, rules: ClosingRules): readonly StepId[] {
  const steps = closingStepsOf(rules);
  if (step === 'validation') return beforeValidation(rules);
  if (step === 'publication') return steps.filter((one) => one !== 'publication' && one !== 'transmission');
  return steps.indexOf(step) > steps.indexOf('validation') ? ['validation'] : ['ready'];
}

/** As owed; what hangs on a fact to come, as it falls if that one comes on its last day. */
function dueOf(
  step: ClosingStep,
  { rules, year, closing, calendar }: YearFacts,
  asOf: CivilDate,
): { readonly due: CivilDate | null; readonly isEstimate: boolean } {
  const dueIn = (facts: readonly ClosingFact[]): CivilDate | null => {
    const round = roundFor(step, rules, facts);
    const duties = closingDuties(rules, year, facts, calendar);
    return duties.find((duty) => duty.step === step && duty.round === round)?.due ?? null;
  };
  const owed = dueIn(closing);
  if (owed !== null) return { due: owed, isEstimate: false };
  let supposed = closing;
  for (const before of closingStepsOf(rules)) {
    if (before === step || before === 'publication') break;
    if (standingFact(rules, supposed, before) !== undefined) continue;
    const round = roundFor(before, rules, supposed);
    const duties = closingDuties(rules, year, supposed, calendar);
    const day = duties.find((duty) => duty.step === before && duty.round === round)?.due;
    if (day === undefined) break;
    supposed = [
      ...supposed,
      { step: before, round, on: later(day, asOf), outcome: before === 'validation' ? 'validated' : null },
    ];
  }
  const due = step === 'publication' ? publicationDue(rules, supposed, calendar) : dueIn(supposed);
  return { due, isEstimate: true };
}

function normOf(step: ClosingStep, { order }: ClosingRules): LegalRuleId {
  if (step === 'publication') return 'relazione-published';
  if (step === 'transmission' || step === 'validation') return 'validation';
  return order === 'with-rendiconto' ? 'rendiconto' : 'relazione';
}
