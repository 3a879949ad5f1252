/** A stage with a real Temporal server: a namespace of this file's own, and a worker of ours in this process. */
import { randomBytes } from 'node:crypto';
import { Client, Connection, type WorkflowHandle } from '@temporalio/client';
import proto from '@temporalio/proto';
import { pino } from 'pino';
import { afterAll, inject } from 'vitest';
import { type Instant, instant } from '../../domain/time/instant.js';
import { type WorkflowStart as AnyStart, announce, markAnnounced } from '../../store/announcements.js';
import { createClockMover } from '../../store/clock-steps.js';
import { ensureNamespace } from '../../worker/namespace.js';
import { runWorker } from '../../worker/run.js';
import { createTellWorkflow, PATIENT_MS, type TellWorkflow } from '../../worker/tell-workflow.js';
import { signalWithStartOf, type WorkflowStart } from '../../workflows/contract.js';
import { openStage, type Stage } from '../activities/stage.js';
import { townTime } from '../activities/town.js';
import { quietRuntime } from './quiet-runtime.js';
import { LEAP_EVENT, LEAPING, timeSkipping, VirtualTime } from './virtual-time.js';

export interface World extends Stage {
  readonly namespace: string;
  readonly client: Client;
  /** Every line of its workers' log, from level debug. */
  readonly logged: readonly string[];
  /** Signals a workflow whose time leaps over every wait, and starts it where it does not run. */
  leap(start: WorkflowStart): Promise<WorkflowHandle>;
  readonly time: VirtualTime;
  readonly tell: TellWorkflow;
  /** What a command does after its commit: the announcements are written, told and marked. */
  announce(town: string, starts: readonly AnyStart[]): Promise<void>;
  /** Moves the town's clock step by step; throws when a workflow does not settle. */
  moveTo(town: string, at: string | Instant): Promise<void>;
  /** Starts a worker; `stop` ends it in an orderly way. */
  work(): Promise<{ stop(): Promise<void> }>;
  /** How many events its history has, without those of leaps. */
  eventsOf(handle: WorkflowHandle): Promise<number>;
  /** The kinds of its events in order, as `TimerStarted`. */
  typesOf(handle: WorkflowHandle): Promise<readonly string[]>;
  /** All runs of a workflow, the first one first. */
  runsOf(workflowId: string): Promise<readonly WorkflowHandle[]>;
}

const EVENT_PREFIX = 'EVENT_TYPE_';
/** Names of event types by number: `EVENT_TYPE_TIMER_STARTED` → `TimerStarted`. */
const typeNames = Object.fromEntries(
  Object.entries(proto.temporal.api.enums.v1.EventType).map(([name, number]) => [
    Number(number),
    name
      .replace(EVENT_PREFIX, '')
      .toLowerCase()
      .replaceAll(/(?:^|_)([a-z])/g, (_, letter: string) => letter.toUpperCase()),
  ]),
);

/** What the last event of a run says of the next one. */
interface Ending {
  readonly workflowExecutionContinuedAsNewEventAttributes?: {
    readonly newExecutionRunId?: string | null;
  } | null;
}

/** Call it at the top of a file. `idle`: without a worker until `work` is called. */
export async function openWorld({ idle = false }: { readonly idle?: boolean } = {}): Promise<World> {
  const stage = await openStage();
  const address = inject('temporalAddress');
  const namespace = `t-${randomBytes(6).toString('hex')}`;
  quietRuntime();
  const connection = await Connection.connect({ address });
  const leapingConnection = await Connection.connect({
    address,
    interceptors: [timeSkipping(() => LEAPING)],
  });
  await ensureNamespace(connection, namespace);
  const client = new Client({ connection, namespace });
  const tell = createTellWorkflow(client, PATIENT_MS);
  const workers: { stop(): Promise<void> }[] = [];
  const logged: string[] = [];

  const work = async () => {
    const stop = new AbortController();
    const log = pino({ level: 'debug' }, { write: (line: string) => logged.push(line) });
    let ended: Promise<void> = Promise.resolve();
    await new Promise<void>((resolve, reject) => {
      const wish = {
        temporal: { address, namespace },
        deps: stage.deps,
        log,
        returns: { address: stage.deps.sender.address, mailbox: null },
        onReady: resolve,
        stop: stop.signal,
      };
      ended = runWorker(wish);
      ended.catch(reject);
    });
    const worker = {
      async stop() {
        stop.abort();
        await ended;
      },
    };
    workers.push(worker);
    return worker;
  };
  afterAll(async () => {
    for (const worker of workers) await worker.stop();
    await leapingConnection.close();
    await connection.close();
  });
  if (!idle) await work();

  const leaping = new Client({ connection: leapingConnection, namespace });
  const typesOf = async (handle: WorkflowHandle): Promise<readonly string[]> => {
    const { events } = await handle.fetchHistory();
    return (events ?? [])
      .filter(({ eventType }) => Number(eventType) !== LEAP_EVENT)
      .map(({ eventType }) => typeNames[Number(eventType)] ?? String(eventType));
  };
  const move = createClockMover({ sql: stage.sql, now: () => instant(Date.now()), signal: tell });
  return {
    ...stage,
    namespace,
    client,
    logged,
    leap: (start) => leaping.workflow.signalWithStart(start.workflowType, signalWithStartOf(start)),
    time: new VirtualTime(connection, namespace),
    tell,
    async announce(town, starts) {
      const real = instant(Date.now());
      const ids = await stage.in(town, (tx) => announce(tx, starts, real));
      await Promise.all(starts.map(tell));
      await stage.in(town, (tx) => markAnnounced(tx, ids, real));
    },
    work,
    async moveTo(town, at) {
      const moved = await move(town, typeof at === 'string' ? townTime(at) : at);
      if (!moved.ok) throw new Error(`${moved.waitingFor} has not settled`);
    },
    typesOf,
    eventsOf: async (handle) => (await typesOf(handle)).length,
    async runsOf(workflowId) {
      const runs: WorkflowHandle[] = [];
      const { raw } = await client.workflow.getHandle(workflowId).describe();
      let runId = raw.workflowExecutionInfo?.firstRunId;
      while (runId) {
        const handle: WorkflowHandle = client.workflow.getHandle(workflowId, runId, { followRuns: false });
        runs.push(handle);
        const last: Ending | undefined = (await handle.fetchHistory()).events?.at(-1);
        runId = last?.workflowExecutionContinuedAsNewEventAttributes?.newExecutionRunId;
      }
      return runs;
    },
  };
}
