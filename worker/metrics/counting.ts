/** What this worker did since it started: turns of its loops, mails handed over. Counts and kinds, nobody's name. */
import { Counter, Gauge, type Registry } from 'prom-client';
import type { MailTransport } from '../../mail/transport.js';

/** How a worker counts; without metrics {@link UNCOUNTED}. */
export interface Counting {
  /** The work of a loop: what its turns did (a number, where they say one), when the last went well, which failed. */
  turns(loop: string, work: () => Promise<unknown>): () => Promise<unknown>;
  /** A transport whose results are counted. */
  mails(transport: MailTransport): MailTransport;
}

export const UNCOUNTED: Counting = { turns: (_loop, work) => work, mails: (transport) => transport };

const MAIL_OUTCOMES = { accepted: 'accepted', permanent: 'refused', temporary: 'put-off' } as const;

/** Counts into the registry. `now`: the real clock. */
export function countingIn(registry: Registry, now: () => number): Counting {
  const registers = [registry];
  const done = new Counter({
    name: 'traguardo_loop_done_total',
    help: 'What the turns of a loop did: announcements relayed, workflows told again, links to enter mailed.',
    labelNames: ['loop'] as const,
    registers,
  });
  const failures = new Counter({
    name: 'traguardo_loop_failures_total',
    help: 'Turns of a loop that failed; the next comes all the same.',
    labelNames: ['loop'] as const,
    registers,
  });
  const lastWell = new Gauge({
    name: 'traguardo_loop_last_success_timestamp_seconds',
    help: 'When a turn of the loop last went well.',
    labelNames: ['loop'] as const,
    registers,
  });
  const mails = new Counter({
    name: 'traguardo_mails_total',
    help: 'Hand-overs to the mail server, by what it said; one mail put off counts each time.',
    labelNames: ['outcome'] as const,
    registers,
  });
  for (const outcome of Object.values(MAIL_OUTCOMES)) mails.inc({ outcome }, 0);
  return {
    turns(loop, work) {
      // Known from the start, so that the first event is an increase.
      done.inc({ loop }, 0);
      failures.inc({ loop }, 0);
      return async () => {
        try {
          const result = await work();
          if (typeof result === 'number') done.inc({ loop }, result);
          lastWell.set({ loop }, now() / 1000);
          return result;
        } catch (error) {
          failures.inc({ loop });
          throw error;
        }
      };
    },
    mails: (transport) => ({
      async sendOne(mail, signal) {
        const result = await transport.sendOne(mail, signal);
        mails.inc({ outcome: MAIL_OUTCOMES[result.kind] });
        return result;
      },
      close: () => transport.close(),
    }),
  };
}
