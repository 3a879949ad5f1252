/**
 * Hands a day's frozen mails to the mail server, one at a time, each under a lease. A mail whose DATA may
 * have begun is only ever repeated byte for byte. Ends when every mail of the day has its final answer;
 * while one lacks it the activity fails with how long to wait, and is called again.
 */
import type { Instant } from '../domain/time/instant.js';
import { type Mailing, unanswered } from '../store/digests.js';
import { inTown } from '../store/in-town.js';
import { appendEntries } from '../store/register.js';
import { lookAgain } from '../store/workflow-next.js';
import { type MailingKind, roundWorkflowId } from '../workflows/contract.js';
import { recordResult } from './answers.js';
import type { ActivityDeps } from './deps.js';
import { interrupted, mailsWaiting, waitAfterRefusal } from './failures.js';
import { giveUpLate } from './give-up.js';
import { handOver } from './hand-over.js';
import { momentOf } from './stock.js';
import { takeMail } from './take-mail.js';

/** What one attempt is given by whoever runs it. */
export interface Attempt {
  /** The real instant now. */
  readonly now: () => Instant;
  /** Aborted when the worker stops: no mail is begun any more. */
  readonly stopping: AbortSignal;
  /** Aborted some seconds later: the hand-over under way is broken off. */
  readonly broken: AbortSignal;
}

/** Throws `MailsWaiting` and `Interrupted`, both worth another attempt, and the final failure `UnknownTown`. */
export async function sendDigests(
  deps: ActivityDeps,
  { town, day, kind }: { readonly town: string; readonly day: string; readonly kind: MailingKind },
  { now, stopping, broken }: Attempt,
): Promise<void> {
  const mailing = { day, kind } as Mailing;
  await inTown(deps.sql, town, async (tx) =>
    appendEntries(tx, await giveUpLate(tx, await momentOf(tx, now()))),
  );

  const tried: string[] = [];
  for (;;) {
    if (stopping.aborted) throw interrupted();
    const taken = await takeMail(deps, town, mailing, { tried, now: now() });
    if (taken === null) break;
    const { digest, envelope } = taken;
    tried.push(digest.id);
    if (envelope === null) continue;
    const result = await handOver(deps, digest, envelope, broken);
    await inTown(deps.sql, town, async (tx) => recordResult(tx, await momentOf(tx, now()), digest, result));
  }

  const left = await inTown(deps.sql, town, async (tx) => {
    const still = await unanswered(tx, mailing);
    // The round looks again as soon as this returns: until then its stored next is not the true one.
    if (still.count === 0) await lookAgain(tx, roundWorkflowId(town), now());
    return still;
  });
  if (left.count === 0) return;
  const refused = tried.length > 0 ? waitAfterRefusal(left.attempts) : 0;
  throw mailsWaiting(left.count, Math.max(refused, (left.leaseUntil ?? 0) - now()));
}
