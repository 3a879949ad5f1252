/** What a hand-over came to, recorded where it counts: the digest, the register, the alerts. */
import { isMailboxFault, statusIn } from '../mail/mailbox-fault.js';
import type { SendResult } from '../mail/send-result.js';
import type { Tx } from '../store/in-town.js';
import {
  type ClaimedDigest,
  type DeliveryKind,
  dataNotBegun,
  recordAnswer,
} from '../store/notices/digests.js';
import { recordMailboxFault } from '../store/people/mailboxes.js';
import type { NewEntry } from '../store/register/register.js';
import { noticesInDigests } from '../store/register/register-subjects.js';
import { raiseRefused, raiseToHandOver } from './alert-items.js';
import { type Answered, answerEntries } from './register-bodies.js';
import type { Moment } from './stock.js';

/** The server's answer to one attempt; returns the entries for the register, for the caller to append. */
export async function recordResult(
  tx: Tx,
  moment: Moment,
  mail: ClaimedDigest,
  result: SendResult,
): Promise<readonly NewEntry[]> {
  const { response } = result;
  if (result.kind === 'temporary') {
    await recordAnswer(tx, {
      digest: mail.id,
      kind: 'temporary',
      at: moment.now,
      code: result.code,
      response,
    });
    if (!result.reachedData && !mail.dataBegun) await dataNotBegun(tx, mail.id);
    return [];
  }
  const code = result.kind === 'accepted' ? codeOf(response) : result.code;
  const entries = await answerFinally(tx, moment, mail, { kind: result.kind, code, response });
  if (entries !== null && result.kind === 'permanent') {
    if (isMailboxFault({ code, status: statusIn(response) }))
      await recordMailboxFault(tx, mail.id, moment.now);
    if (mail.kind === 'daily') await raiseRefused(tx, mail.id, moment.now);
  }
  return entries ?? [];
}

/** Returns the entries for the register, for the caller to append; `null` when it had its final answer already. */
export async function answerFinally(
  tx: Tx,
  { now }: Pick<Moment, 'now'>,
  mail: Pick<ClaimedDigest, 'id' | 'person'>,
  answer: {
    readonly kind: Exclude<DeliveryKind, 'temporary'>;
    readonly code: number | null;
    readonly response: string;
    readonly why?: Answered['why'];
  },
): Promise<readonly NewEntry[] | null> {
  const { why, ...said } = answer;
  const entry = { digest: mail.id, person: mail.person, answer: said.kind, code: said.code };
  const [isNews, entries] = await Promise.all([
    recordAnswer(tx, { digest: mail.id, at: now, ...said }),
    answerEntries(tx, [why === undefined ? entry : { ...entry, why }], now),
  ]);
  return isNews ? entries : null;
}

/** Nobody was written to: the Segretario hands over what this mail says. A mail that tells no notice has nothing to hand over. */
export async function raiseHandOver(tx: Tx, { now }: Moment, mail: ClaimedDigest): Promise<void> {
  const told = mail.kind === 'daily' ? await noticesInDigests(tx, [mail.id]) : [];
  if (told.length > 0) await raiseToHandOver(tx, mail.id, now);
}

/** "250 2.0.0 queued" → 250. */
const codeOf = (response: string): number | null => {
  const code = /^\d{3}/.exec(response)?.[0];
  return code === undefined ? null : Number(code);
};
