/** One worker process from its connections to its orderly end: what `main.ts` runs and the tests run too. */
import { Client, Connection } from '@temporalio/client';
import { NativeConnection } from '@temporalio/worker';
import { createActivities } from '../activities/create-activities.js';
import type { ActivityDeps } from '../activities/deps.js';
import { instant } from '../domain/time/instant.js';
import type { ImapMailbox } from '../mail/imap-mailbox.js';
import type { Log } from '../running/log.js';
import { createWorkers } from './create-workers.js';
import { type Loop, startLoop } from './loop.js';
import { type Counting, UNCOUNTED } from './metrics/counting.js';
import { ensureNamespace } from './namespace.js';
import { relayOnce } from './relay.js';
import { retainOnce } from './retention.js';
import { readInboxReturns, readReturns } from './returns.js';
import { mailSignIns } from './sign-in-mails.js';
import { createTellWorkflow } from './tell-workflow.js';
import { mailTests } from './test-mails.js';
import { watchOnce } from './watchdog.js';
import { workflowBundle } from './workflow-bundle.js';

/** How long an announcement may wait for its slow path, and how soon an overdue workflow is noticed. */
const RELAY_MS = 2_000;
const WATCHDOG_MS = 60_000;
/** How soon a mail that came back is on the board. */
const INBOX_MS = 1_000;
/** Somebody waits for this mail. */
const SIGN_IN_MS = 1_000;
const RETURNS_MS = 30_000;
/** How long after a town's midnight what is past its time may still be there. */
const RETENTION_MS = 30 * 60_000;

export interface RunWish {
  readonly temporal: { readonly address: string; readonly namespace: string };
  readonly deps: ActivityDeps;
  readonly log: Log;
  /** Where mail comes back to, and the mailbox it lies in; `null`: none is read, only the built-in inbox. */
  readonly returns: { readonly address: string; readonly mailbox: ImapMailbox | null };
  /** Counts what the loops do; absent: nobody asks. */
  readonly counting?: Counting;
  /** Called when both workers poll. */
  readonly onReady: () => void;
  /** Stops it; a signal of the process does too. */
  readonly stop?: AbortSignal;
}

/** Resolves when it was stopped and everything it opened is closed but the database pool of `deps`. */
export async function runWorker(wish: RunWish): Promise<void> {
  const { temporal, deps, log, returns, onReady, stop, counting = UNCOUNTED } = wish;
  const { address, namespace } = temporal;
  const connection = await Connection.connect({ address }).catch((cause: unknown) => {
    throw new Error(`Temporal does not answer at ${address}`, { cause });
  });
  const native = await NativeConnection.connect({ address });
  try {
    await ensureNamespace(connection, namespace);
    const bundle = await workflowBundle(log);
    const tell = createTellWorkflow(new Client({ connection, namespace }));
    const workers = await createWorkers({
      connection: native,
      namespace,
      activities: createActivities({ ...deps, tell }),
      bundle,
    });
    const common = { sql: deps.sql, tell, now: () => instant(Date.now()), log };
    const { mailbox, address } = returns;
    const { transport, sender, publicUrl, leaseMs } = deps;
    const entering = { ...common, transport, sender, publicUrl, leaseMs };
    const back = { ...common, returnPath: { address } };
    const loop = (name: string, pauseMs: number, work: () => Promise<unknown>): Loop =>
      startLoop(name, counting.turns(name, work), { pauseMs, log });
    const loops = [
      loop('relay', RELAY_MS, () => relayOnce(common)),
      loop('watchdog', WATCHDOG_MS, () => watchOnce(common)),
      loop('sign-in mails', SIGN_IN_MS, () => mailSignIns(entering)),
      loop('test mails', SIGN_IN_MS, () => mailTests(entering)),
      loop('retention', RETENTION_MS, () => retainOnce(common)),
      loop('inbox returns', INBOX_MS, () => readInboxReturns(back)),
      ...(mailbox === null ? [] : [loop('returns', RETURNS_MS, () => readReturns(back, mailbox))]),
    ];
    const running = workers.map((worker) => worker.run());
    const stopAll = (): void => {
      for (const worker of workers) if (worker.getState() === 'RUNNING') worker.shutdown();
    };
    stop?.addEventListener('abort', stopAll, { once: true });
    if (stop?.aborted) stopAll();
    else onReady();
    try {
      // If one of them fails the other is of no use: the supervisor starts the process again.
      await Promise.all(running);
    } finally {
      stopAll();
      await Promise.allSettled(running);
      await Promise.all(loops.map((loop) => loop.stop()));
    }
  } finally {
    await native.close();
    await connection.close();
  }
}
