/**
 * The phases of an objective in one sector as parts to measure. Standing goes by the day declared; a recurrence is one
 * part, however often it came; what nobody dated can only be done or not.
 */
import { dueOf, type Obligation } from '../obligations/obligation.js';
import type { Points } from '../plan/points.js';
import type { CivilDate } from '../time/civil-date.js';
import { byTheDay, type Indicator } from './indicator.js';
import type { Occurrence, PartOutcome } from './part-worth.js';
import type { Part } from './proposal.js';
import { ruleFor, type ScoringRules } from './scoring-rules.js';

type Phase = Pick<Obligation, 'id' | 'state' | 'term' | 'doneOn' | 'recurrence'>;

const DONE: Indicator = { kind: 'yes-no', target: true };

/**
 * In the order in which they first come. `weightOf`: the sub-weight of the plan's line behind it. `until`: the day at
 * which one looks (the reference day); what is due later and open is awaited.
 */
export function partsOf(
  phases: readonly Phase[],
  weightOf: (phase: Phase) => Points | null,
  rules: ScoringRules,
  until: CivilDate,
): readonly Part[] {
  const groups = new Map<string, Phase[]>();
  for (const phase of phases) {
    const id = phase.recurrence?.id ?? phase.id;
    groups.set(id, [...(groups.get(id) ?? []), phase]);
  }
  return [...groups].flatMap(([id, all]) => {
    const [first] = all;
    if (first === undefined) return [];
    const occurrences = all.map((phase) => occurrenceOf(phase, until));
    const { indicator = DONE } = occurrences[0] ?? {};
    return [{ id, weight: weightOf(first), rule: ruleFor(rules, indicator), occurrences }];
  });
}

function occurrenceOf(phase: Phase, until: CivilDate): Occurrence {
  const due = dueOf(phase);
  const indicator = due === null ? DONE : byTheDay(due);
  return { indicator, outcome: outcomeOf(phase, due, until) };
}

function outcomeOf({ state, doneOn }: Phase, due: CivilDate | null, until: CivilDate): PartOutcome {
  switch (state) {
    case 'waived':
    case 'superseded':
      return { is: 'dropped' };
    case 'open':
      return due === null || due > until ? { is: 'waiting' } : { is: 'never' };
    case 'done':
      if (due === null) return { is: 'measured', value: { kind: 'yes-no', value: true } };
      return doneOn === null ? { is: 'waiting' } : { is: 'measured', value: { kind: 'date', value: doneOn } };
  }
}
