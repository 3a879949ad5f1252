/** One line of JSON an event, on stderr; ids, codes and counts, nobody's name, address or words (`kept-out.ts`). */
import { type DestinationStream, type Level, type Logger, pino } from 'pino';
import { keptOut, withoutSecrets } from './kept-out.js';

export type Log = Pick<Logger, 'debug' | 'info' | 'warn' | 'error' | 'fatal' | 'trace'>;

/** `part`: which of our programs speaks. `to`: stderr unless said. */
export const createLog = (
  part: string,
  level: Level,
  to: DestinationStream = pino.destination({ dest: 2, sync: true }),
): Log =>
  pino(
    {
      level,
      base: { part },
      formatters: { log: (line) => keptOut(line) as Record<string, unknown> },
      hooks: {
        logMethod(words, log) {
          // A message that came from elsewhere (Temporal's own lines) may quote anything.
          const safe = words.map((word) => (typeof word === 'string' ? withoutSecrets(word) : word));
          log.apply(this, safe as typeof words);
        },
      },
    },
    to,
  );
