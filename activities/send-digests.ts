/**
 * Hands a day's frozen mails to the mail server, one at a time, each under a lease. A mail whose DATA may
 * have begun is only ever repeated byte for byte. Ends when every mail of the day has its final answer;
 * while one lacks it the activity fails with how long to wait, and is called again.
 */
import type { Instant } from '../domain/time/instant.js';
import type { SendResult } from '../mail/send-result.js';
import { inTown, type Tx } from '../store/in-town.js';
import { type ClaimedDigest, type Mailing, type Unanswered, unanswered } from '../store/notices/digests.js';
import { appendEntries, type NewEntry } from '../store/register/register.js';
import { lookAgain } from '../store/workflow-next.js';
import { type MailingKind, roundWorkflowId } from '../workflows/contract.js';
import { recordResult } from './answers.js';
import type { ActivityDeps } from './deps.js';
import { interrupted, mailsWaiting, waitAfterRefusal } from './failures.js';
import { giveUpLate } from './give-up.js';
import { handOver } from './hand-over.js';
import { momentOf } from './stock.js';
import { type ClaimedMail, claimMail, type TakenMail, takeMail } from './take-mail.js';

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
  const recordOnly = ({ mail, result }: HandedOver): Promise<Unanswered> =>
    here(async (tx) => {
      await appendEntries(tx, await recordResult(tx, await momentOf(tx, now()), mail, result));
      return leftOf(tx, town, mailing, now());
    });
  const claim = (tx: Tx): Promise<ClaimedMail> => claimMail(tx, deps, mailing, { tried, now: now() });
  /** The first transaction gives up what is late, which must be done before a mail is taken. */
  const begin = async (tx: Tx): Promise<Turned> => {
    const entries = await giveUpLate(tx, await momentOf(tx, now()));
    return { entries, taken: await takeMail(tx, deps, await claim(tx)) };
  };
  /** Between two mails lies one transaction: the answer to the one, and the next one in hand; after the last none is sought. */
  const goOn = async (tx: Tx, { mail, result }: HandedOver): Promise<Turned> => {
    if (mail.isLast)
      return { entries: await recordResult(tx, await momentOf(tx, now()), mail, result), taken: null };
    const claimed = await claim(tx);
    const [entries, taken] = await Promise.all([
      recordResult(tx, claimed.moment, mail, result),
      takeMail(tx, deps, claimed),
    ]);
    return { entries, taken };
  };
  const recordAndTake = (handed: HandedOver | null): Promise<Turn> =>
    here(async (tx) => {
      const { entries, taken } = await (handed === null ? begin(tx) : goOn(tx, handed));
      // In the same go: what is left of the mailing does not hang on the register.
      const [left] = await Promise.all([
        taken?.envelope ? null : leftOf(tx, town, mailing, now()),
        appendEntries(tx, [...entries, ...(taken?.entries ?? [])]),
      ]);
      return { taken, left };
    }).catch(async (error: unknown) => {
      // What is wrong with the next one must not make this one leave a second time.
      if (handed !== null) await recordOnly(handed);
      throw error;
    });

  const tried: string[] = [];
  let handed: HandedOver | null = null;
  for (;;) {
    if (stopping.aborted) {
      if (handed !== null && (await recordOnly(handed)).count === 0) return;
      throw interrupted();
    }
    const { taken, left }: Turn = await recordAndTake(handed);
    if (left?.count === 0) return;
    if (taken !== null) {
      const { digest: mail, envelope } = taken;
      tried.push(mail.id);
      handed = envelope === null ? null : { mail, result: await handOver(deps, mail, envelope, broken) };
    } else if (left !== null) {
      const refused = tried.length > 0 ? waitAfterRefusal(left.attempts) : 0;
      throw mailsWaiting(left.count, Math.max(refused, (left.leaseUntil ?? 0) - now()));
    }
  }
}

/** A mail that the server has answered. */
interface HandedOver {
  readonly mail: ClaimedDigest;
  readonly result: SendResult;
}

interface Turned {
  /** For the register. */
  readonly entries: readonly NewEntry[];
  readonly taken: TakenMail | null;
}

/** One of the two is there: a mail in hand says by itself that something is left. */
interface Turn {
  /** `null`: nothing is left but what was tried before or somebody else holds. */
  readonly taken: TakenMail | null;
  /** `null` with a mail to hand over. */
  readonly left: Unanswered | null;
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
