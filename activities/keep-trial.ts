/**
 * A mail of a town on trial: it comes to the trial's own inbox, in the transaction that took it in hand, and
 * no transport ever sees it. Recorded as trial, never as sent (docs/adr/0037-how-mails-are-sent.md).
 */
import type { MailAddress } from '../mail/mail-address.js';
import type { Tx } from '../store/in-town.js';
import type { ClaimedDigest } from '../store/notices/digests.js';
import { keepTrialMail } from '../store/notices/trial-inbox.js';
import type { NewEntry } from '../store/register/register.js';
import { answerFinally } from './answers.js';
import type { Envelope } from './envelope.js';
import { outgoing } from './hand-over.js';
import type { Moment } from './stock.js';

const KEPT = "in prova: tenuto nella posta di prova dell'ente, non spedito";

/** Returns the entries for the register, for the caller to append. */
export async function keepInTrial(
  tx: Tx,
  moment: Moment,
  digest: ClaimedDigest,
  envelope: Envelope,
): Promise<readonly NewEntry[]> {
  const { messageId, from, to, subject, text, html, date } = outgoing(digest, envelope);
  const kept = {
    messageId,
    ...{ envelopeFrom: from.address, envelopeTo: [to.address], subject, text, html },
    ...{ headerFrom: shown(from), headerTo: shown(to) },
    headers: [
      { key: 'Message-ID', value: messageId },
      { key: 'Date', value: new Date(date).toUTCString() },
    ],
  };
  await keepTrialMail(tx, kept, { receivedAt: moment.real, townAt: moment.now });
  return (await answerFinally(tx, moment, digest, { kind: 'trial', code: null, response: KEPT })) ?? [];
}

const shown = ({ name, address }: MailAddress): string => (name === null ? address : `${name} <${address}>`);
