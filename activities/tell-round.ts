/** Duties of the cycle that came, went or moved: the round is told where it would look too late. */
import type { Instant } from '../domain/time/instant.js';
import { realInstant } from '../domain/time/town-clock.js';
import { announce, waitingFor } from '../store/announcements.js';
import type { Tx } from '../store/in-town.js';
import { listNexts } from '../store/workflow-next.js';
import { roundStart } from '../workflows/contract.js';
import type { Moment } from './stock.js';

/** `at`: town time of the first of these notices, or sooner. A round that never ran is told by the plan. */
export async function tellRound(tx: Tx, { town, real }: Moment, at: Instant): Promise<void> {
  const start = roundStart({ town: town.id });
  const round = (await listNexts(tx)).find((one) => one.workflowId === start.workflowId);
  if (round === undefined || (await waitingFor(tx)).has(start.workflowId)) return;
  if (round.nextAt === null || round.nextAt > realInstant(at, town.clock)) await announce(tx, [start], real);
}
