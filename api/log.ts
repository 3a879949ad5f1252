/** One line of JSON an event, on stderr; ids, codes and counts, nobody's name, address or words. */
import { pino } from 'pino';
import type { Config } from './config.js';
import type { Log } from './log-part.js';

export const createLog = (level: Config['logLevel']): Log =>
  pino({ level, base: { part: 'api' } }, pino.destination({ dest: 2, sync: true }));
