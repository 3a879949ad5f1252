/**
 * Finds where a town's year stands and does what that asks for: once the plan is approved its objectives are
 * followed and the sectors' submissions planned; on the day of each monitoring window it is opened; on
 * 1 April of the next year, after the second monitoring, the cycle is closed.
 */
import { type CivilDate, civilDateOf } from '../domain/time/civil-date.js';
import { type Instant, instant } from '../domain/time/instant.js';
import { registerInstant } from '../domain/time/round-slot.js';
import { realInstant } from '../domain/time/town-clock.js';
import { announce, waitingFor } from '../store/announcements.js';
import { appendAudit } from '../store/audit.js';
import { type Cycle, closeCycle, findCycle } from '../store/cycles.js';
import { inTown, type Tx } from '../store/in-town.js';
import { endMonitoring } from '../store/monitoring.js';
import { objectivesInForce } from '../store/objectives.js';
import { holdClock } from '../store/towns.js';
import { listNexts, storeNext } from '../store/workflow-next.js';
import { type CycleInput, type CycleStep, cycleStart, objectiveStart } from '../workflows/contract.js';
import type { ActivityDeps } from './deps.js';
import { followMonitoring } from './follow-monitoring.js';
import { type Moment, momentOf } from './stock.js';

/** Throws the final failure `UnknownTown`. A cycle that the town does not have is closed. */
export async function followCycle(
  { sql }: Pick<ActivityDeps, 'sql'>,
  { nowMs, ...input }: CycleInput & { readonly nowMs: number },
): Promise<CycleStep> {
  return inTown(sql, input.town, async (tx) => {
    await holdClock(tx);
    const moment = await momentOf(tx, instant(nowMs));
    const start = cycleStart(input);
    const cycle = await findCycle(tx, input.year);
    const end = endOf(input, moment);
    if (cycle === null) return { step: 'closed', nextMs: null };
    const isOver = cycle.state === 'closed' || moment.now >= end;
    const isAwaitingPlan = cycle.approvedOn === null;
    if (isOver) await close(tx, cycle, moment);
    else if (!isAwaitingPlan) await startObjectives(tx, input, moment);
    const isUnderWay = !isOver && !isAwaitingPlan;
    const opening = isUnderWay ? await followMonitoring(tx, cycle, moment) : null;
    const next = opening === null || opening > end ? end : opening;
    const nextAt = isUnderWay ? realInstant(next, moment.town.clock) : null;
    await storeNext(tx, { ...start, nextAt, storedAt: moment.real });
    return { step: isOver ? 'closed' : isAwaitingPlan ? 'approved' : 'started', nextMs: nextAt };
  });
}

const closingDay = (year: number): CivilDate => civilDateOf(year + 1, 4, 1);

const endOf = ({ cycle, year }: CycleInput, { town }: Moment): Instant =>
  registerInstant(cycle, closingDay(year), town.clock.zone);

/** Objectives that no workflow follows and nobody is about to start. */
async function startObjectives(tx: Tx, { town, year }: CycleInput, { real }: Moment): Promise<void> {
  const followed = new Set((await listNexts(tx)).map(({ workflowId }) => workflowId));
  const waiting = await waitingFor(tx);
  const starts = (await objectivesInForce(tx))
    .filter((objective) => objective.year === year)
    .map(({ id }) => objectiveStart({ town, objective: id, year }))
    .filter(({ workflowId }) => !followed.has(workflowId) && !waiting.has(workflowId));
  await announce(tx, starts, real);
}

/** Closes what is open, and tells the workflows of its objectives, which end. */
async function close(tx: Tx, { id, year }: Cycle, { town, real, now, today }: Moment): Promise<void> {
  if (await closeCycle(tx, id, today)) {
    await endMonitoring(tx, id);
    await appendAudit(tx, {
      at: now,
      person: null,
      role: null,
      channel: 'workflow',
      action: 'cycle.close',
      subjectKind: 'cycle',
      subject: id,
    });
  }
  const prefix = `t/${town.id}/o/`;
  const ofYear = (await listNexts(tx)).filter(
    ({ workflowId }) => workflowId.startsWith(prefix) && workflowId.endsWith(`/${year}`),
  );
  const waiting = await waitingFor(tx);
  await announce(
    tx,
    ofYear.filter(({ workflowId }) => !waiting.has(workflowId)),
    real,
  );
}
