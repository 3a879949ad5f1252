/**
 * Takes the next frozen mail of a day in hand and fixes where it goes. The person is looked up again: who
 * has left is never mailed (the lines join a successor's digest), who has no mailbox is handed it by the
 * Segretario.
 */
import type { Instant } from '../domain/time/instant.js';
import type { MailAddress } from '../mail/mail-address.js';
import { beginData, type ClaimedDigest, claimDigest, type Mailing } from '../store/digests.js';
import { inTown, type Tx } from '../store/in-town.js';
import { holdersOn, type Person } from '../store/people.js';
import { answerFinally, raiseHandOver } from './answers.js';
import type { ActivityDeps } from './deps.js';
import { receiversOf } from './receivers.js';
import { senderOf } from './sender.js';
import { type Moment, momentOf } from './stock.js';

export interface TakenMail {
  readonly digest: ClaimedDigest;
  /** Where to hand it over; `null` when it has its final answer already. */
  readonly envelope: { readonly from: MailAddress; readonly address: string } | null;
}

/** `null` when nothing of the mailing is left but what was tried before or somebody else holds. */
export async function takeMail(
  deps: ActivityDeps,
  town: string,
  mailing: Mailing,
  { tried, now }: { readonly tried: readonly string[]; readonly now: Instant },
): Promise<TakenMail | null> {
  return inTown(deps.sql, town, async (tx) => {
    const moment = await momentOf(tx, now);
    const digest = await claimDigest(tx, mailing, { now, leaseMs: deps.leaseMs, except: tried });
    if (digest === null) return null;
    return { digest, envelope: await envelopeOf(tx, moment, digest, deps) };
  });
}

async function envelopeOf(
  tx: Tx,
  moment: Moment,
  digest: ClaimedDigest,
  deps: ActivityDeps,
): Promise<TakenMail['envelope']> {
  const holders = await holdersOn(tx, digest.day);
  const receivers = receiversOf(holders);
  if (!digest.roles.some((role) => receivers(role).includes(digest.person))) {
    await answerFinally(tx, moment, digest, { kind: 'given-up', code: null, response: '' });
    return null;
  }
  if (digest.address === null) {
    await answerFinally(tx, moment, digest, { kind: 'permanent', code: null, response: NO_MAILBOX });
    const people = digest.roles.flatMap((role) => receivers(role));
    if (!hasMailbox([...holders.values()].flat(), people)) await raiseHandOver(tx, moment, digest);
    return null;
  }
  await beginData(tx, digest.id, digest.address);
  return { from: senderOf(moment.town, deps.sender), address: digest.address };
}

const NO_MAILBOX = 'nessuna casella di posta';

const hasMailbox = (people: readonly Person[], ids: readonly string[]): boolean =>
  people.some(({ id, email }) => email !== null && ids.includes(id));
