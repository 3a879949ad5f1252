/**
 * Hands a day's frozen mails to the mail server, one at a time, each under a lease. A mail whose DATA may
 * have begun is only ever repeated byte for byte. Ends when every mail of the day has its final answer;
 * while one lacks it the activity fails with how long to wait, and is called again.
 */
import type { Instant } from '../domain/time/instant.js';
import { inTown, type Tx } from '../store/in-town.js';
import { type Mailing, type Unanswered, unanswered } from '../store/notices/digests.js';
import { appendEntries } from '../store/register/register.js';
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
  const here = <T>(work: (tx: Tx) => Promise<T>): Promise<T> => inTown(deps.sql, town, work);
  await here(async (tx) => appendEntries(tx, await giveUpLate(tx, await momentOf(tx, now()))));

  const tried: string[] = [];
  let left: Unanswered;
  do {
    if (stopping.aborted) throw interrupted();
    const taken = await here((tx) => takeMail(tx, deps, mailing, { tried, now: now() }));
    const answered = taken?.envelope
      ? { mail: taken.digest, result: await handOver(deps, taken.digest, taken.envelope, broken) }
      : null;
    left = await here(async (tx) => {
      if (answered !== null)
        await recordResult(tx, await momentOf(tx, now()), answered.mail, answered.result);
      return leftOf(tx, town, mailing, now());
    });
    if (taken === null) break;
    tried.push(taken.digest.id);
  } while (left.count > 0);
  if (left.count === 0) return;
  const refused = tried.length > 0 ? waitAfterRefusal(left.attempts) : 0;
  throw mailsWaiting(left.count, Math.max(refused, (left.leaseUntil ?? 0) - now()));
}

/**
 * With the last answer the round's stored next is the moment in which this ends, not 15:00 any more: together,
 * so that whoever moves the clock never finds neither mails under way nor a round that will look.
 */
async function leftOf(tx: Tx, town: string, mailing: Mailing, now: Instant): Promise<Unanswered> {
  const left = await unanswered(tx, mailing);
  if (left.count === 0) await lookAgain(tx, roundWorkflowId(town), now);
  return left;
}
