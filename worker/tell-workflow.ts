/** Tells a workflow that something changed, and starts it where it does not run. */
import type { Client } from '@temporalio/client';
import { type StoredStart, signalWithStartOf } from '../workflows/contract.js';

export type TellWorkflow = (start: StoredStart) => Promise<void>;

/** Past this the server counts as away: the loops that tell come again in seconds. */
const DEADLINE_MS = 5_000;

export const createTellWorkflow =
  (client: Client): TellWorkflow =>
  async (start) => {
    await client.withDeadline(Date.now() + DEADLINE_MS, () =>
      client.workflow.signalWithStart(start.workflowType, signalWithStartOf(start)),
    );
  };
