/**
 * "Something changed for this workflow", written in the transaction of the fact. The API tells the
 * workflow after commit and marks it; what it could not, the relay does (`across-towns.ts`). Ids and
 * instants only: nothing personal goes to a workflow.
 */
import type { Instant } from '../domain/time/instant.js';
import type { Json } from './connection.js';
import type { Tx } from './in-town.js';

/** All it takes to signal a workflow, and to start it where it does not run. */
export interface WorkflowStart {
  readonly workflowId: string;
  /** A name of the workflows' contract. */
  readonly workflowType: string;
  /** The workflow's arguments, to start it where it does not run. */
  readonly args: readonly Json[];
}

/** Returns the id of each announcement, in order. `createdAt` is real time. */
export async function announce(
  tx: Tx,
  starts: readonly WorkflowStart[],
  createdAt: Instant,
): Promise<readonly number[]> {
  const ids: number[] = [];
  for (const start of starts) {
    const [row] = await tx<{ id: number }[]>`
      insert into announcement (workflow_id, workflow_type, args, created_at)
      values (${start.workflowId}, ${start.workflowType}, ${tx.json(start.args)}, ${createdAt}) returning id`;
    if (row !== undefined) ids.push(row.id);
  }
  return ids;
}

/** They were told; the relay leaves them alone. `at` is real time. */
export async function markAnnounced(tx: Tx, ids: readonly number[], at: Instant): Promise<void> {
  await tx`update announcement set announced_at = ${at}, attempts = attempts + 1
    where id = any (${[...ids]}::bigint[]) and announced_at is null`;
}

/** What waits of the announcements that were stamped `createdAt`: those of one transaction. */
export const waitingSince = async (
  tx: Tx,
  createdAt: Instant,
): Promise<readonly (WorkflowStart & { readonly id: number })[]> =>
  tx<(WorkflowStart & { id: number })[]>`
    select id, workflow_id, workflow_type, args from announcement
    where announced_at is null and created_at = ${createdAt} order by id`;

/** Ids of workflows that an announcement waits for. */
export async function waitingFor(tx: Tx): Promise<ReadonlySet<string>> {
  const rows = await tx<{ workflowId: string }[]>`
    select distinct workflow_id from announcement where announced_at is null`;
  return new Set(rows.map(({ workflowId }) => workflowId));
}
