/** Until when the old service went on mailing, as somebody typed it. */
import { italianMoment } from '../api/views/italian-time.js';
import { parseCivilDate } from '../domain/time/civil-date.js';
import type { Instant } from '../domain/time/instant.js';
import { instantAt } from '../domain/time/zone.js';
import { CommandError } from './command-error.js';

const ZONE = 'Europe/Rome';

/** `copia`: it had stopped when the copy was made, at `madeAt`. Throws `CommandError` on what was no moment since then. */
export function sentUntilOf(text: string, madeAt: Instant, of: 'della copia' | "dell'archivio"): Instant {
  if (text === 'copia') return madeAt;
  const [, day = '', hour, minute] = /^(\d{4}-\d{2}-\d{2}) ([01]\d|2[0-3]):([0-5]\d)$/.exec(text) ?? [];
  const date = parseCivilDate(day);
  if (date === null)
    throw new CommandError(
      `"${text}" non è un momento: scrivi AAAA-MM-GG HH:MM (ora italiana), oppure copia.`,
    );
  const until = instantAt(date, Number(hour) * 60 + Number(minute), ZONE);
  if (until < madeAt) throw new CommandError(`${text} è prima ${of}, del ${italianMoment(madeAt, ZONE)}.`);
  if (until > Date.now()) throw new CommandError(`${text} deve ancora venire.`);
  return until;
}
