/** The SDK's runtime: its own lines join our log, and the process's signals stop the workers. */
import { type LogLevel, makeTelemetryFilterString, Runtime } from '@temporalio/worker';
import type { Log } from '../running/log.js';
import { failureOf } from './failure-of.js';

type Level = 'trace' | 'debug' | 'warn' | 'error';

/** What the SDK finds worth telling of a start and a stop, nobody else does. */
const LEVELS: Readonly<Record<LogLevel, Level>> = {
  TRACE: 'trace',
  DEBUG: 'debug',
  INFO: 'debug',
  WARN: 'warn',
  ERROR: 'error',
};
/** Said of the worker for mail at every start: it has no workflows on purpose. */
const EXPECTED = 'No workflows registered';

/** Once a process, before the first connection. `figuresAt`: host:port of the SDK's own figures; `null`: none. */
export function installRuntime(log: Log, figuresAt: string | null): void {
  const tell = (level: LogLevel, message: string, meta: Readonly<Record<string, unknown>> = {}): void =>
    log[message.startsWith(EXPECTED) ? 'debug' : LEVELS[level]](idsOf(meta), message);
  Runtime.install({
    logger: {
      log: tell,
      trace: (message, meta) => tell('TRACE', message, meta),
      debug: (message, meta) => tell('DEBUG', message, meta),
      info: (message, meta) => tell('INFO', message, meta),
      warn: (message, meta) => tell('WARN', message, meta),
      error: (message, meta) => tell('ERROR', message, meta),
    },
    telemetryOptions: {
      logging: { forward: {}, filter: makeTelemetryFilterString({ core: 'WARN', other: 'ERROR' }) },
      ...(figuresAt === null
        ? {}
        : {
            metrics: { prometheus: { bindAddress: figuresAt, countersTotalSuffix: true, unitSuffix: true } },
          }),
    },
    shutdownSignals: ['SIGINT', 'SIGTERM'],
  });
}

/** What the SDK adds to a line that says where it happened; of an error only its kind. */
const TOLD = ['workflowType', 'workflowId', 'activityType', 'attempt', 'taskQueue', 'state'];

function idsOf(meta: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const ids = Object.fromEntries(
    TOLD.filter((name) => meta[name] !== undefined).map((name) => [name, meta[name]]),
  );
  return meta['error'] === undefined ? ids : { ...ids, ...failureOf(meta['error']) };
}
