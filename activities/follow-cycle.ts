/**
 * The story of a town's year, as the `cycle` workflow lives it. Where it stands is read from the facts each
 * time, so acts that come late or out of order are found where they are: every step is asked on every look,
 * does what has come, and says when it wants to be woken.
 */
import { currentStep, stepsOf } from '../domain/cycle/year-steps.js';
import { type Instant, instant } from '../domain/time/instant.js';
import { realInstant } from '../domain/time/town-clock.js';
import { announce, waitingFor, waitingSince } from '../store/announcements.js';
import { type Cycle, holdCycle } from '../store/cycle/cycles.js';
import { loadYearFacts } from '../store/cycle/year-facts.js';
import { inTown, type Tx } from '../store/in-town.js';
import { objectivesInForce } from '../store/plan/objectives.js';
import { holdClock } from '../store/towns/towns.js';
import { listNexts, storeNext } from '../store/workflow-next.js';
import { type CycleInput, type CycleStep, cycleStart, objectiveStart } from '../workflows/contract.js';
import type { ActivityDeps } from './deps.js';
import { followClosing } from './follow-closing.js';
import { followMeasurement } from './follow-measurement.js';
import { followMonitoring } from './follow-monitoring.js';
import { type Moment, momentOf } from './stock.js';
import { tellAtOnce } from './tell-at-once.js';
import { tellEvaluators } from './tell-evaluators.js';

/** Throws the final failure `UnknownTown`. A cycle that the town does not have is closed. */
export async function followCycle(
  deps: Pick<ActivityDeps, 'sql' | 'tell'>,
  { nowMs, ...input }: CycleInput & { readonly nowMs: number },
): Promise<CycleStep> {
  const { followed, announced } = await inTown(deps.sql, input.town, async (tx) => {
    await holdClock(tx);
    const moment = await momentOf(tx, instant(nowMs));
    const cycle = await holdCycle(tx, input.year);
    if (cycle === null) return { followed: { step: 'closed', nextMs: null } as const, announced: [] };
    const { step, next } = await lookAt(tx, cycle, moment);
    const nextAt = next === null ? null : realInstant(next, moment.town.clock);
    await storeNext(tx, { ...cycleStart(input), nextAt, storedAt: moment.real });
    return { followed: { step, nextMs: nextAt }, announced: await waitingSince(tx, moment.real) };
  });
  await tellAtOnce(deps, input.town, announced, instant(nowMs));
  return followed;
}

interface Look {
  readonly step: CycleStep['step'];
  /** Town time; `null`: it waits for a fact. */
  readonly next: Instant | null;
}

/** Plan approved → objectives followed → monitoring → measurement → closing, in the town's order → closed. */
async function lookAt(tx: Tx, cycle: Cycle, moment: Moment): Promise<Look> {
  if (cycle.state === 'closed') return over(tx, cycle, moment);
  if (cycle.approvedOn === null) return { step: 'plan', next: null };
  await followObjectives(tx, cycle, moment);
  const wakings = [await followMonitoring(tx, cycle, moment), await followMeasurement(tx, cycle, moment)];
  const closing = await followClosing(tx, cycle, moment);
  if (closing === 'closed') return over(tx, cycle, moment);
  const ahead = [...wakings, closing].filter((at) => at !== null);
  const facts = await loadYearFacts(tx, cycle, moment.town);
  const steps = stepsOf(facts, moment.today);
  await tellEvaluators(tx, cycle, moment, { facts, steps });
  return {
    step: currentStep(steps),
    next: ahead.length === 0 ? null : instant(Math.min(...ahead)),
  };
}

/** Objectives that no workflow follows and nobody is about to start. */
async function followObjectives(tx: Tx, { year }: Cycle, { town, real }: Moment): Promise<void> {
  const followed = new Set((await listNexts(tx)).map(({ workflowId }) => workflowId));
  const waiting = await waitingFor(tx);
  const starts = (await objectivesInForce(tx))
    .filter((objective) => objective.year === year)
    .map(({ id }) => objectiveStart({ town: town.id, objective: id, year }))
    .filter(({ workflowId }) => !followed.has(workflowId) && !waiting.has(workflowId));
  await announce(tx, starts, real);
}

/** Tells the workflows of the year's objectives, which end. */
async function over(tx: Tx, { year }: Cycle, { town, real }: Moment): Promise<Look> {
  const prefix = `t/${town.id}/o/`;
  const ofYear = (await listNexts(tx)).filter(
    ({ workflowId }) => workflowId.startsWith(prefix) && workflowId.endsWith(`/${year}`),
  );
  const waiting = await waitingFor(tx);
  const untold = ofYear.filter(({ workflowId }) => !waiting.has(workflowId));
  await announce(tx, untold, real);
  return { step: 'closed', next: null };
}
