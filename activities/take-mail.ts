/**
 * Takes the next frozen mail of a day in hand and fixes where it goes. The person is looked up again: who
 * has left or is absent is never mailed (the lines join a successor's digest), who has no mailbox is handed it by the
 * Segretario.
 */
import { receiversOf } from '../domain/obligations/receivers.js';
import type { Instant } from '../domain/time/instant.js';
import type { MailAddress } from '../mail/mail-address.js';
import { SEAL_PLACEHOLDER } from '../mail/placeholders.js';
import { loadStaff } from '../store/absences.js';
import { beginData, type ClaimedDigest, claimDigest, type Mailing } from '../store/digests.js';
import { inTown, type Tx } from '../store/in-town.js';
import { sealOfWeek } from '../store/seals.js';
import { answerFinally, raiseHandOver } from './answers.js';
import type { ActivityDeps } from './deps.js';
import { linksOf } from './links.js';
import { senderOf } from './sender.js';
import { type Moment, momentOf } from './stock.js';

export interface TakenMail {
  readonly digest: ClaimedDigest;
  /** Where to hand it over; `null` when it has its final answer already. */
  readonly envelope: Envelope | null;
}

export interface Envelope {
  readonly from: MailAddress;
  readonly address: string;
  /** What its placeholders become. */
  readonly links: readonly string[];
  /** The seal of the week in which it was frozen; `null` when there is none. */
  readonly seal: string | null;
}

/** `null` when nothing of the mailing is left but what was tried before or somebody else holds. */
export async function takeMail(
  deps: ActivityDeps,
  town: string,
  mailing: Mailing,
  { tried, now }: { readonly tried: readonly string[]; readonly now: Instant },
): Promise<TakenMail | null> {
  return inTown(deps.sql, town, async (tx) => {
    const lease = { now, leaseMs: deps.leaseMs, except: tried };
    const [moment, digest] = await Promise.all([momentOf(tx, now), claimDigest(tx, mailing, lease)]);
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
  const staff = await loadStaff(tx, digest.day);
  const people = digest.roles.flatMap((role) => receiversOf(staff, role));
  if (!people.some(({ id }) => id === digest.person)) {
    await answerFinally(tx, moment, digest, { kind: 'given-up', code: null, response: NO_LONGER });
    return null;
  }
  if (digest.address === null) {
    await answerFinally(tx, moment, digest, { kind: 'permanent', code: null, response: NO_MAILBOX });
    if (people.every(({ email }) => email === null)) await raiseHandOver(tx, moment, digest);
    return null;
  }
  await beginData(tx, digest.id, digest.address);
  const links = await linksOf(tx, moment.town.id, digest, deps.publicUrl);
  const seal = digest.text.includes(SEAL_PLACEHOLDER) ? await sealOfWeek(tx, digest.day) : null;
  return { from: senderOf(moment.town, deps.sender), address: digest.address, links, seal };
}

const NO_MAILBOX = 'nessuna casella di posta';
const NO_LONGER = 'assente, o non più nel ruolo: passa al prossimo messaggio di chi ne riceve gli avvisi';
