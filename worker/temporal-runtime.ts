/** The SDK's runtime: its own lines join our log, and the process's signals stop the workers. */
import { makeTelemetryFilterString, Runtime } from '@temporalio/worker';
import type { Log } from './log.js';

/** Once a process, before the first connection. */
export function installRuntime(log: Log): void {
  const line =
    (level: 'debug' | 'info' | 'warn' | 'error' | 'trace') =>
    (message: string, meta: Readonly<Record<string, unknown>> = {}): void =>
      log[level](idsOf(meta), message);
  Runtime.install({
    logger: {
      log: (level, message, meta) => line(level.toLowerCase() as 'info')(message, meta),
      trace: line('trace'),
      debug: line('debug'),
      // What the SDK finds worth telling of a start and a stop, nobody else does.
      info: line('debug'),
      warn: line('warn'),
      error: line('error'),
    },
    telemetryOptions: {
      logging: { forward: {}, filter: makeTelemetryFilterString({ core: 'WARN', other: 'ERROR' }) },
    },
    shutdownSignals: ['SIGINT', 'SIGTERM'],
  });
}

/** Of what the SDK adds to a line: ids, types and counts; of an error its kind. */
function idsOf(meta: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const ids: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(meta)) {
    if (value instanceof Error) ids[name] = value.name;
    else if (['string', 'number', 'boolean'].includes(typeof value)) ids[name] = value;
  }
  return ids;
}
