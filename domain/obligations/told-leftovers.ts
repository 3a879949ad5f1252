/** What of earlier mails is still to be told once a round has told its part. */
import type { Leftover, StoredLeftovers, Waiting } from './leftovers.js';
import { roleKey } from './obligation.js';

/**
 * Without the lines that a round told. One that it passed over, as of what was concluded meanwhile, waits on; a weekly
 * summary is as of its day, and what is left of it is not told later.
 */
export function withoutTold<Line extends StoredLeftovers['lines'][number]>(
  { lines, summary }: Pick<StoredLeftovers, 'summary'> & { readonly lines: readonly Line[] },
  waiting: Waiting,
): Pick<StoredLeftovers, 'summary'> & { readonly lines: readonly Line[] } {
  const told = [...waiting.values()].flat();
  const digests = new Set(told.map(({ digest }) => digest));
  const toldLines = new Set(told.map(({ obligation, ...line }) => keyOf(obligation.id, line)));
  return {
    lines: lines.filter(({ obligation, ...line }) => !toldLines.has(keyOf(obligation, line))),
    summary: summary.filter(({ digest }) => !digests.has(digest)),
  };
}

const keyOf = (
  obligation: string,
  { digest, rung, recipient }: Pick<Leftover, 'digest' | 'rung' | 'recipient'>,
): string => `${digest} ${obligation} ${rung} ${roleKey(recipient)}`;
