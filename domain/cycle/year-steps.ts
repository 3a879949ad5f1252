/**
 * The story of a town's year, read from its facts: plan → objectives followed → monitoring → (variations) →
 * self-evaluation → measurement → ready for the Nucleo → the closing in the town's order → closed. Steps
 * overlap, come late or out of order: each is found where it is, with its delay, and none waits for ever.
 */
import { type CivilDate, later } from '../time/civil-date.js';
import { closedStep, closingSteps, readyStep } from './closing-line.js';
import { CLOSING_STEPS } from './closing-rules.js';
import type { OwedInStep, WindowFacts, YearFacts } from './year-facts.js';
import { type Awaited, lateness, QUIET, type StepId, type YearStep } from './year-step.js';

/** All steps of the year in their order, as they stand on `asOf`. */
export function stepsOf(facts: YearFacts, asOf: CivilDate): readonly YearStep[] {
  const [first, ...others] = facts.windows.map((window) => monitoringStep(window, asOf));
  const before = [
    planStep(facts, asOf),
    objectivesStep(facts),
    ...(first === undefined ? [] : [first]),
    variationsStep(facts),
    ...others,
    owedStep('self-evaluation', facts.selfEvaluations, asOf),
    owedStep('measurement', facts.measurements, asOf),
  ];
  const ready = readyStep(facts, before, asOf);
  const closing = closingSteps(facts, ready, asOf);
  const steps = [...before, ready, ...closing, closedStep(facts, closing)];
  // Before the plan nothing of the year can be worked on.
  return facts.approvedOn === null
    ? steps.map((step) => (step.id === 'plan' ? step : { ...step, waitsFor: [{ step: 'plan' }] }))
    : steps;
}

/** What the year waits for: the first step that somebody can work on; `closed` when all is over. */
export function currentStep(steps: readonly YearStep[]): StepId {
  const open = steps.filter(({ state }) => state === 'open').map(({ id }) => id);
  // These two are open beside the steps that end them.
  const meanwhile = (['ready', 'objectives'] as const).find((id) => open.includes(id));
  const first = open.find((id) => id !== 'ready' && id !== 'objectives');
  return first ?? meanwhile ?? (steps.at(-1)?.state === 'done' ? 'closed' : 'plan');
}

/** Is every fact there that closes the year by itself? */
export const isConcluded = (steps: readonly YearStep[]): boolean =>
  steps.find(({ id }) => id === 'publication')?.state === 'done' &&
  steps.every(({ id, state }) => !CLOSES.has(id) || state === 'done');
const CLOSES: ReadonlySet<StepId> = new Set(CLOSING_STEPS);

/** What is missing before the Nucleo can work; empty: nothing. */
export const missingForNucleo = (
  steps: readonly YearStep[],
): readonly { readonly step: StepId; readonly who: string | null }[] =>
  steps
    .filter(({ id }) => id.startsWith('monitoring-') || id === 'self-evaluation' || id === 'measurement')
    .flatMap(({ id, waitsFor }) => waitsFor.flatMap((one) => ('who' in one ? [{ step: id, ...one }] : [])));

function planStep({ approvedOn, planDue }: YearFacts, asOf: CivilDate): YearStep {
  return {
    ...{ ...QUIET, id: 'plan', from: null, due: planDue, norm: 'piao', doneOn: approvedOn },
    state: approvedOn === null ? 'open' : 'done',
    late: lateness(planDue, approvedOn, asOf),
    waitsFor: approvedOn === null ? [{ who: null }] : [],
  };
}

/** Followed until the last of its terms is answered, or the year is closed. */
function objectivesStep({ approvedOn, terms, closedOn }: YearFacts): YearStep {
  const isOver = closedOn !== null || (approvedOn !== null && terms.open === 0);
  return {
    ...{ ...QUIET, id: 'objectives', from: approvedOn, due: terms.last, doneOn: null },
    state: isOver ? 'done' : approvedOn === null ? 'ahead' : 'open',
  };
}

const variationsStep = ({ variations, approvedOn }: YearFacts): YearStep => ({
  ...{ ...QUIET, id: 'variations', from: approvedOn, due: null, norm: 'last-peg-variations' },
  doneOn: variations.reduce<CivilDate | null>((last, on) => (last === null ? on : later(last, on)), null),
  state: variations.length > 0 ? 'done' : 'not-asked',
});

function monitoringStep({ ordinal, skipped, owed, opens, due }: WindowFacts, asOf: CivilDate): YearStep {
  const norm = ordinal === 1 ? 'monitoring-first' : 'monitoring-second';
  const step = owedStep(`monitoring-${ordinal}`, owed, asOf);
  return { ...step, from: opens, due, norm, state: skipped === null ? step.state : 'not-asked' };
}

function owedStep(id: StepId, all: readonly OwedInStep[], asOf: CivilDate): YearStep {
  const owed = all.filter(({ state }) => state !== 'superseded' && state !== 'waived');
  const open = owed.filter(({ state }) => state === 'open');
  const from = extreme(owed, 'opens', (a, b) => a < b);
  // What was returned is due again by a later day: the step's own is the first.
  const due = extreme(owed, 'due', (a, b) => a < b);
  const doneOn = open.length > 0 ? null : extreme(owed, 'doneOn', (a, b) => a > b);
  const isDone = owed.length > 0 && open.length === 0;
  const hasCome = from === null || from <= asOf;
  return {
    ...{ ...QUIET, id, from, due, doneOn },
    state: isDone ? 'done' : owed.length === 0 ? 'not-asked' : hasCome ? 'open' : 'ahead',
    late: owed.length === 0 ? 0 : lateness(due, isDone ? doneOn : null, asOf),
    waitsFor: open.map(({ who }): Awaited => ({ who })),
  };
}

const extreme = (
  owed: readonly OwedInStep[],
  day: 'opens' | 'due' | 'doneOn',
  isBefore: (a: CivilDate, b: CivilDate) => boolean,
): CivilDate | null =>
  owed
    .map((one) => one[day])
    .reduce((found, on) => (on !== null && (found === null || isBefore(on, found)) ? on : found), null);
