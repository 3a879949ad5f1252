/** The parts of an objective in one sector, phases and indicators together, and the degree that they propose. */
import type { Obligation } from '../obligations/obligation.js';
import type { Points } from '../plan/points.js';
import type { CivilDate } from '../time/civil-date.js';
import type { WorkingCalendar } from '../time/working-calendar.js';
import type { Indicator } from './indicator.js';
import type { PartOutcome } from './part-worth.js';
import { partsOf } from './parts-of-obligations.js';
import { type Part, type Proposal, proposalFrom } from './proposal.js';
import { readMeasured } from './read-measured.js';
import type { AttainmentRule } from './rule.js';
import { ruleFor, type ScoringRules } from './scoring-rules.js';

/** An indicator with what was said of it. */
export interface SaidIndicator {
  readonly id: string;
  /** `null`: in words alone, it proposes nothing. */
  readonly definition: Indicator | null;
  /** Of its own; absent or `null`: the town's. */
  readonly rule?: AttainmentRule | null;
  readonly weight: Points | null;
  /** As typed; empty: nothing yet. */
  readonly value: string;
}

/** What is known of its phases and indicators. */
export interface ObjectiveFacts {
  readonly phases: readonly (Pick<Obligation, 'id' | 'state' | 'term' | 'doneOn' | 'recurrence'> & {
    readonly weight: Points | null;
  })[];
  readonly indicators: readonly SaidIndicator[];
}

/** By whose rules, on which calendar, until which day. */
export interface Measuring {
  readonly rules: ScoringRules;
  readonly calendar: WorkingCalendar;
  /** The day at which one looks: the last of the plan's year. */
  readonly until: CivilDate;
}

/** Nothing is decided by it. */
export function proposedFor(facts: ObjectiveFacts, { rules, calendar, until }: Measuring): Proposal {
  const weights = new Map(facts.phases.map(({ id, weight }) => [id, weight]));
  const phases = partsOf(facts.phases, ({ id }) => weights.get(id) ?? null, rules, until);
  const indicators = facts.indicators.flatMap((one) => partOf(one, rules));
  return proposalFrom([...phases, ...indicators], calendar);
}

function partOf(
  { id, definition, rule, weight, value }: SaidIndicator,
  rules: ScoringRules,
): readonly Part[] {
  if (definition === null) return [];
  const read = value.trim() === '' ? null : readMeasured(value, definition);
  const outcome: PartOutcome =
    read?.ok === true ? { is: 'measured', value: read.measured } : { is: 'waiting' };
  return [
    {
      ...{ id, weight, rule: rule ?? ruleFor(rules, definition) },
      occurrences: [{ indicator: definition, outcome }],
    },
  ];
}
