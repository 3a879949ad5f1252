/** One worker process from its connections to its orderly end: what `main.ts` runs and the tests run too. */
import { Client, Connection } from '@temporalio/client';
import { NativeConnection } from '@temporalio/worker';
import { createActivities } from '../activities/create-activities.js';
import type { ActivityDeps } from '../activities/deps.js';
import { instant } from '../domain/time/instant.js';
import type { ImapMailbox } from '../mail/imap-mailbox.js';
import { createWorkers } from './create-workers.js';
import type { Log } from './log.js';
import { startLoop } from './loop.js';
import { ensureNamespace } from './namespace.js';
import { relayOnce } from './relay.js';
import { readInboxReturns, readReturns } from './returns.js';
import { mailSignIns } from './sign-in-mails.js';
import { createTellWorkflow } from './tell-workflow.js';
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

export interface RunWish {
  readonly temporal: { readonly address: string; readonly namespace: string };
  readonly deps: ActivityDeps;
  readonly log: Log;
  /** Where mail comes back to, and the mailbox it lies in; `null`: none is read, only the built-in inbox. */
  readonly returns: { readonly address: string; readonly mailbox: ImapMailbox | null };
  /** Called when both workers poll. */
  readonly onReady: () => void;
  /** Stops it; a signal of the process does too. */
  readonly stop?: AbortSignal;
}

/** Resolves when it was stopped and everything it opened is closed but the database pool of `deps`. */
export async function runWorker({ temporal, deps, log, returns, onReady, stop }: RunWish): Promise<void> {
  const { address, namespace } = temporal;
  const connection = await Connection.connect({ address }).catch((cause: unknown) => {
    throw new Error(`Temporal does not answer at ${address}`, { cause });
  });
  const native = await NativeConnection.connect({ address });
  try {
    await ensureNamespace(connection, namespace);
    const bundle = await workflowBundle(log);
    const workers = await createWorkers({
      connection: native,
      namespace,
      activities: createActivities(deps),
      bundle,
    });
    const tell = createTellWorkflow(new Client({ connection, namespace }));
    const common = { sql: deps.sql, tell, now: () => instant(Date.now()), log };
    const { mailbox, address } = returns;
    const { transport, sender, publicUrl, leaseMs } = deps;
    const entering = { ...common, transport, sender, publicUrl, leaseMs };
    const back = { ...common, returnPath: { address } };
    const loops = [
      startLoop('relay', () => relayOnce(common), { pauseMs: RELAY_MS, log }),
      startLoop('watchdog', () => watchOnce(common), { pauseMs: WATCHDOG_MS, log }),
      startLoop('sign-in mails', () => mailSignIns(entering), { pauseMs: SIGN_IN_MS, log }),
      startLoop('inbox returns', () => readInboxReturns(back), { pauseMs: INBOX_MS, log }),
      ...(mailbox === null
        ? []
        : [startLoop('returns', () => readReturns(back, mailbox), { pauseMs: RETURNS_MS, log })]),
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
