/** Tells a workflow that something changed, and starts it where it does not run. */
import type { Client } from '@temporalio/client';
import { type StoredStart, signalWithStartOf } from '../workflows/contract.js';

export type TellWorkflow = (start: StoredStart) => Promise<void>;

/** For the loops that tell, which come again in seconds. */
const DEADLINE_MS = 5_000;
/** For who tells once and goes by it, as whoever moves a clock: a busy server takes more than a few seconds now and then. */
export const PATIENT_MS = 60_000;

/** Past `deadlineMs`, real milliseconds, the server counts as away: it rejects. */
export const createTellWorkflow =
  (client: Client, deadlineMs = DEADLINE_MS): TellWorkflow =>
  async (start) => {
    await client.withDeadline(Date.now() + deadlineMs, () =>
      client.workflow.signalWithStart(start.workflowType, signalWithStartOf(start)),
    );
  };
