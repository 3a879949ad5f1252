/**
 * The evaluation of a year: what sectors and evaluator will owe is planned as soon as the plan is approved, and in
 * line with each change of it. Nothing opens by itself: the ladder says nothing before the day on which a duty opens.
 */
import { type Instant, instant } from '../domain/time/instant.js';
import { announce, waitingFor } from '../store/announcements.js';
import type { Cycle } from '../store/cycles.js';
import type { Tx } from '../store/in-town.js';
import { planMeasurement } from '../store/measurement.js';
import { listNexts } from '../store/workflow-next.js';
import { roundStart } from '../workflows/contract.js';
import type { Moment } from './stock.js';

/** Town time of what the cycle is to be woken for: nothing, the facts announce themselves. */
export async function followMeasurement(
  tx: Tx,
  cycle: Cycle,
  { town, real }: Moment,
): Promise<Instant | null> {
  const changed = await planMeasurement(tx, cycle, town.settings.measurement);
  const start = roundStart({ town: town.id });
  if (changed > 0 && (await isAsleep(tx, start.workflowId, real))) await announce(tx, [start], real);
  return null;
}

/** A round that waits for a later day than the next morning may have something to say sooner. */
async function isAsleep(tx: Tx, workflowId: string, real: Instant): Promise<boolean> {
  const round = (await listNexts(tx)).find((one) => one.workflowId === workflowId);
  if (round === undefined || (await waitingFor(tx)).has(workflowId)) return false;
  return round.nextAt === null || round.nextAt > instant(real + 86_400_000);
}
