/** One line of JSON an event, on stderr; ids and counts, nobody's name or address. */
import { type Logger, pino } from 'pino';
import type { Config } from './config.js';

export type Log = Pick<Logger, 'debug' | 'info' | 'warn' | 'error' | 'fatal' | 'trace'>;

export const createLog = (level: Config['logLevel']): Log =>
  pino({ level, base: { part: 'worker' } }, pino.destination({ dest: 2, sync: true }));

/** The kind of a failure: what databases and servers say may quote personal data. */
export function failureOf(error: unknown): { readonly failure: string } {
  if (!(error instanceof Error)) return { failure: typeof error };
  const { code, type } = error as { readonly code?: unknown; readonly type?: unknown };
  return {
    failure: [error.name, type, code].filter((part) => part !== undefined && part !== null).join(' '),
  };
}
