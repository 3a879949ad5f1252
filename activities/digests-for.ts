/** The digests of a round, with what is left over of earlier ones in the mail of whom it waits for. */
import type { AgendaOfDay } from '../domain/obligations/agenda.js';
import type { DigestFacts, DigestLine } from '../domain/obligations/digest.js';
import { type DigestContext, digestsOfDay } from '../domain/obligations/digests-of-day.js';
import type { Receivers } from '../domain/obligations/receivers.js';
import type { NewDigestLine } from '../store/digests.js';
import { agendaWith, type Leftover } from './leftovers.js';

/** By person id. A person for whom something waits gets it in the mail of today's own lines. */
export function digestsFor(
  context: DigestContext,
  agenda: AgendaOfDay,
  waiting: ReadonlyMap<string, readonly Leftover[]>,
  receivers: Receivers,
): ReadonlyMap<string, DigestFacts> {
  const others = digestsOfDay(context, agenda, (role) =>
    receivers(role).filter((person) => !waiting.has(person)),
  );
  const digests = new Map(others);
  for (const [person, leftovers] of waiting) {
    const alone = digestsOfDay(context, agendaWith(agenda, leftovers), (role) =>
      receivers(role).filter((one) => one === person),
    );
    for (const [holder, digest] of alone) digests.set(holder, digest);
  }
  return digests;
}

/** In the order of the mail. `noticeOf` is asked for lines with a rung. */
export function linesOf(
  { lines, summary }: DigestFacts,
  noticeOf: (line: DigestLine) => string,
): readonly NewDigestLine[] {
  const all = [...lines, ...(summary?.late ?? []), ...(summary?.external ?? [])];
  return all.map((line) => ({
    obligation: line.obligation,
    notice: line.rung === null ? null : noticeOf(line),
    rung: line.rung,
  }));
}
