import { Connection } from '@temporalio/client';
import { CannotStart, explainFailure, logSize, logTail } from './cannot-start.js';
import { freePort, untilOpen } from './free-port.js';
import { type Launched, launch, Watch } from './launch.js';
import { endProcess, isAlive, type ProcessIdentity } from './process-identity.js';

/** What is wanted of an embedded Temporal server. */
export interface TemporalWish {
  /** The `temporal` program: see `findTemporal`. */
  readonly program: string;
  /** The server's log; lines are appended. */
  readonly log: string;
  /** SQLite file that keeps timers over a restart; in memory without it. */
  readonly database?: string;
  /** Loopback port; a free one unless asked. */
  readonly port?: number;
  /** Port of Temporal's own pages; none unless asked. */
  readonly uiPort?: number;
  /** Lets executions skip time: for tests alone. */
  readonly timeSkipping?: boolean;
}

/** A Temporal server whose namespace `default` answers. */
export interface TemporalServer {
  readonly address: string;
  readonly port: number;
  readonly process: ProcessIdentity;
  /** Fulfilled, with the reason in English, when the server ends without `stop`. */
  readonly died: Promise<string>;
  stop(): Promise<void>;
}

/**
 * Without the last three, every skip costs a second of real time, and a run that continues as new soon after
 * its start has its skipped time counted twice.
 */
const timeSkippingValues = [
  'frontend.WorkflowTimeSkippingEnabled=true',
  'history.timerProcessorMaxTimeShift="10ms"',
  'history.timerProcessorMaxPollRPS=1000',
  'history.workflowIdReuseMinimalInterval="0s"',
];

/**
 * Everything in its store can be started again from the facts: no commit waits for the disk, none is torn. That takes
 * both: with SQLite's own journal a commit waits for the disk twice, and a loss of power may tear the file.
 */
const WRITES_AHEAD = ['--sqlite-pragma', 'synchronous=normal', '--sqlite-pragma', 'journal_mode=wal'];

/** Starts the server on loopback and waits for its namespace. Throws `CannotStart`. */
export async function startTemporal(wish: TemporalWish): Promise<TemporalServer> {
  const port = wish.port ?? (await freePort());
  const values = ['matching.enableFairness=true', ...(wish.timeSkipping ? timeSkippingValues : [])];
  const from = logSize(wish.log);
  const { process: server, exit } = await run(wish, port, values);
  if (server === null || !(await isReady(server, port))) {
    const where = wish.database ?? 'in memoria';
    throw explainFailure('Temporal non parte', where, `temporal: ${await exit}`, logTail(wish.log, from));
  }
  const watch = new Watch('temporal', exit);
  return {
    address: `127.0.0.1:${port}`,
    port,
    process: server,
    died: watch.died,
    async stop() {
      watch.expectEnd();
      await endProcess(server);
      if (isAlive(server)) {
        throw new CannotStart('Temporal non si ferma.', { remedy: `Termina il processo ${server.pid}.` });
      }
    },
  };
}

async function run(wish: TemporalWish, port: number, values: readonly string[]): Promise<Launched> {
  const args = [
    ...['server', 'start-dev', '--ip', '127.0.0.1', '--port', String(port), '--log-level', 'error'],
    ...(wish.uiPort === undefined
      ? ['--headless']
      : ['--ui-ip', '127.0.0.1', '--ui-port', String(wish.uiPort)]),
    ...(wish.database === undefined ? [] : ['--db-filename', wish.database, ...WRITES_AHEAD]),
    ...values.flatMap((value) => ['--dynamic-config-value', value]),
  ];
  try {
    return await launch(wish.program, args, { log: wish.log, env: withoutTemporalSettings() });
  } catch (error) {
    throw explainFailure('Temporal non parte', wish.program, error);
  }
}

/** A client that calls before the port is open waits a whole second longer: TCP is asked first. */
async function isReady(server: ProcessIdentity, port: number): Promise<boolean> {
  while (await untilOpen(port, () => !isAlive(server))) {
    try {
      const connection = await Connection.connect({ address: `127.0.0.1:${port}` });
      try {
        await connection.workflowService.describeNamespace({ namespace: 'default' });
        return true;
      } finally {
        await connection.close();
      }
    } catch {
      // Listening, but not yet serving.
    }
  }
  return false;
}

/** The program would take settings meant for its client commands, such as TEMPORAL_ADDRESS, from the environment. */
function withoutTemporalSettings(): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith('TEMPORAL_')));
}
