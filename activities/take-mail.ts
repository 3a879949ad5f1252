/**
 * Takes the next frozen mail of a day in hand and fixes where it goes. The person is looked up again: who
 * has left or is absent is never mailed (the lines join a successor's digest), who has no mailbox is handed it by the
 * Segretario.
 */
import { receiversOf } from '../domain/obligations/receivers.js';
import type { Staff } from '../domain/obligations/staff.js';
import type { Instant } from '../domain/time/instant.js';
import { SEAL_PLACEHOLDER } from '../mail/placeholders.js';
import type { Tx } from '../store/in-town.js';
import { beginData, type ClaimedDigest, claimDigest, type Mailing } from '../store/notices/digests.js';
import { loadStaff } from '../store/people/absences.js';
import type { Person } from '../store/people/people.js';
import type { NewEntry } from '../store/register/register.js';
import { sealOfWeek } from '../store/register/seals.js';
import { answerFinally, raiseHandOver } from './answers.js';
import type { ActivityDeps } from './deps.js';
import type { Envelope } from './envelope.js';
import { keepInTrial } from './keep-trial.js';
import { linksOf } from './links.js';
import { returnPathOf } from './return-paths.js';
import { senderOf } from './sender.js';
import { type Moment, momentOf } from './stock.js';

export interface TakenMail {
  readonly digest: ClaimedDigest;
  /** Where to hand it over; `null` when it has its final answer already, as all mails of a trial have. */
  readonly envelope: Envelope | null;
  /** That answer, for the register: the caller appends it. */
  readonly entries: readonly NewEntry[];
}

/** A mail in hand, with the town as it was found after it, and who receives for whom. */
export interface ClaimedMail {
  /** `null` when nothing of the mailing is left but what was tried before or somebody else holds. */
  readonly digest: ClaimedDigest | null;
  readonly moment: Moment;
  readonly staff: Staff<Person>;
}

/** Takes the next mail in hand. */
export async function claimMail(
  tx: Tx,
  { leaseMs }: Pick<ActivityDeps, 'leaseMs'>,
  mailing: Mailing,
  { tried, now }: { readonly tried: readonly string[]; readonly now: Instant },
): Promise<ClaimedMail> {
  // First the mail, then the town: a town that goes live waits for mails in hand, so its mode is that of the mail.
  const [digest, moment, staff] = await Promise.all([
    claimDigest(tx, mailing, { now, leaseMs, except: tried }),
    momentOf(tx, now),
    loadStaff(tx, mailing.day),
  ]);
  return { digest, moment, staff };
}

/** Fixes where a mail in hand goes, or answers it where it goes nowhere; `null` when none is. */
export async function takeMail(
  tx: Tx,
  deps: ActivityDeps,
  { digest, moment, staff }: ClaimedMail,
): Promise<TakenMail | null> {
  if (digest === null) return null;
  const { envelope, entries } = await envelopeOf(tx, moment, digest, staff, deps);
  if (envelope === null || moment.town.mode !== 'trial') return { digest, envelope, entries };
  return { digest, envelope: null, entries: await keepInTrial(tx, moment, digest, envelope) };
}

async function envelopeOf(
  tx: Tx,
  moment: Moment,
  digest: ClaimedDigest,
  staff: Staff<Person>,
  deps: ActivityDeps,
): Promise<Omit<TakenMail, 'digest'>> {
  const people = digest.roles.flatMap((role) => receiversOf(staff, role));
  if (!people.some(({ id }) => id === digest.person)) {
    const given = { kind: 'given-up', code: null, response: NO_LONGER } as const;
    return { envelope: null, entries: (await answerFinally(tx, moment, digest, given)) ?? [] };
  }
  const { address } = digest;
  if (address === null) {
    const why = digest.stopped
      ? ({ response: STOPPED, why: 'mailbox-stopped' } as const)
      : ({ response: NO_MAILBOX, why: 'no-mailbox' } as const);
    const entries = await answerFinally(tx, moment, digest, { kind: 'permanent', code: null, ...why });
    await raiseHandOver(tx, moment, digest);
    return { envelope: null, entries: entries ?? [] };
  }
  const { id: town } = moment.town;
  const from = senderOf(moment.town, deps.sender);
  const [links, returnPath, seal] = await Promise.all([
    linksOf(tx, town, digest, deps.publicUrl),
    returnPathOf(tx, town, digest, deps.returnPath ?? null, from.address),
    digest.text.includes(SEAL_PLACEHOLDER) ? sealOfWeek(tx, digest.day) : null,
    beginData(tx, digest.id, address),
  ]);
  return { envelope: { from, address, returnPath, links, seal }, entries: [] };
}

const NO_MAILBOX = 'nessuna casella di posta';
const STOPPED = 'casella sospesa: da questo indirizzo i messaggi sono tornati indietro';
const NO_LONGER = 'assente, o non più nel ruolo: passa al prossimo messaggio di chi ne riceve gli avvisi';
