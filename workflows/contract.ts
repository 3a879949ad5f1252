/**
 * What workflows and the rest of the house agree on: queues, ids, inputs, signals, activities.
 * Inputs carry ids and instants only, never facts or personal data.
 */
import type { StepId } from '../domain/cycle/year-step.js';

export const QUEUES = {
  /** Workflow tasks, and activities that only read and write PostgreSQL. */
  towns: 'towns',
  /** Activities that talk to a mail server, with few slots of their own. */
  mail: 'mail',
} as const;

/** A content-free signal: "something changed in the facts, look again". */
export const CHANGED_SIGNAL = 'changed';

export const WORKFLOW_TYPES = { objective: 'objective', round: 'round', cycle: 'cycle' } as const;

export const objectiveWorkflowId = (town: string, objective: string, year: number): string =>
  `t/${town}/o/${objective}/${year}`;
export const roundWorkflowId = (town: string): string => `t/${town}/r`;
export const cycleWorkflowId = (town: string, year: number): string => `t/${town}/c/${year}`;

export interface ObjectiveInput {
  readonly town: string;
  readonly objective: string;
  readonly year: number;
}
export interface RoundInput {
  readonly town: string;
}
/** `cycle` is the row id of the town's cycle of that year. */
export interface CycleInput {
  readonly town: string;
  readonly cycle: string;
  readonly year: number;
}

/**
 * All instants are real epoch milliseconds (workflow time): activities add the town's clock offset
 * on the way in and subtract it on the way out. `null` means "nothing to wait for but a change".
 */
export interface FollowResult {
  readonly state: 'open' | 'closed';
  readonly nextMs: number | null;
}

/** State read from rows, never what this attempt did. Days are `YYYY-MM-DD` in the town. */
export interface StockResult {
  readonly nextMs: number | null;
  /** The day whose frozen digests still lack a final answer, or `null`. */
  readonly digestDay: string | null;
  /** The day whose alert mail still lacks a final answer, or `null`. */
  readonly alertDay: string | null;
  /**
   * When the next round has something to say, unless a change is signalled before: in town time, as it is said back.
   * Absent in what was recorded before it was told.
   */
  readonly nextRound?: number | null;
}

export interface CycleStep {
  /** The first step that the year waits for; `closed`: it is over. */
  readonly step: StepId;
  readonly nextMs: number | null;
}

export type MailingKind = 'daily' | 'alert';

export interface Activities {
  /** Enters in the register what stood on the morning after each due date (design §5). */
  followObjective(input: ObjectiveInput & { readonly nowMs: number }): Promise<FollowResult>;
  /**
   * One transaction under the town's lock: notices, persons, frozen digests; alert mail from 15:00. `nextRound`: what the
   * stock before said of it, where no change was signalled since; before then it need not ask the agenda.
   */
  takeStock(
    input: RoundInput & { readonly nowMs: number; readonly nextRound?: number | null | undefined },
  ): Promise<StockResult>;
  /** Sends every frozen digest of the day without a final answer; throws a retryable failure while one remains. */
  sendDigests(input: RoundInput & { readonly day: string; readonly kind: MailingKind }): Promise<void>;
  /** Finds the cycle's place in the year from the facts and does what its step asks for. */
  followCycle(input: CycleInput & { readonly nowMs: number }): Promise<CycleStep>;
}

/** Which workflow hears of a change, and what starts it where it does not run. Also the form of an announcement. */
export interface WorkflowStart {
  readonly workflowId: string;
  readonly workflowType: string;
  readonly args: readonly [Readonly<Record<string, string | number>>];
}

export const objectiveStart = ({ town, objective, year }: ObjectiveInput): WorkflowStart => ({
  workflowId: objectiveWorkflowId(town, objective, year),
  workflowType: WORKFLOW_TYPES.objective,
  args: [{ town, objective, year }],
});
export const roundStart = ({ town }: RoundInput): WorkflowStart => ({
  workflowId: roundWorkflowId(town),
  workflowType: WORKFLOW_TYPES.round,
  args: [{ town }],
});
export const cycleStart = ({ town, cycle, year }: CycleInput): WorkflowStart => ({
  workflowId: cycleWorkflowId(town, year),
  workflowType: WORKFLOW_TYPES.cycle,
  args: [{ town, cycle, year }],
});

/** A start as it comes back from a row, whose arguments are any JSON. */
export interface StoredStart {
  readonly workflowId: string;
  readonly workflowType: string;
  readonly args: readonly unknown[];
}

/**
 * Options of `client.workflow.signalWithStart(start.workflowType, …)`. No timeouts: these workflows live
 * for a year or for as long as the town. The town is the fairness key, so that a large import of one
 * town does not hold up the others. Throws when the id is not one of the town in its arguments.
 */
export function signalWithStartOf(start: StoredStart) {
  const town = (start.args[0] as { readonly town?: unknown } | undefined)?.town;
  if (typeof town !== 'string' || !start.workflowId.startsWith(`t/${town}/`)) {
    throw new TypeError(`workflow "${start.workflowId}" is not of the town in its arguments`);
  }
  return {
    workflowId: start.workflowId,
    taskQueue: QUEUES.towns,
    args: [...start.args],
    signal: CHANGED_SIGNAL,
    signalArgs: [],
    priority: { fairnessKey: town },
  };
}
