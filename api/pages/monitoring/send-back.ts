/** In the demo a mail is sent back as a mail server would: into the same inbox, to be read by the worker. */
import { randomUUID } from 'node:crypto';
import { SIMULATED, type Simulated, simulatedReturn } from '../../../mail/simulated-return.js';
import { type InboxMessage, storeMessage } from '../../../store/notices/inbox.js';
import type { Deps } from '../../deps.js';

export const HOW = Object.keys(SIMULATED) as readonly Simulated[];

/** One of a town's own mails; what came back itself has no sender. */
export const canReturn = ({ town, messageId, envelopeFrom }: InboxMessage): boolean =>
  town !== null && messageId !== null && envelopeFrom !== '';

export async function sendBack(
  { sql, now }: Pick<Deps, 'sql' | 'now'>,
  { messageId, envelopeFrom, envelopeTo }: InboxMessage,
  how: Simulated,
): Promise<void> {
  const mail = { messageId: messageId ?? '', returnPath: envelopeFrom, recipient: envelopeTo[0] ?? '' };
  const { from, subject, text, raw } = simulatedReturn(mail, how, randomUUID());
  const message = {
    messageId: null,
    envelopeFrom: '',
    envelopeTo: [envelopeFrom],
    headerFrom: from,
    headerTo: envelopeFrom,
    subject,
    text,
    html: null,
    headers: [],
    raw: Buffer.from(raw).toString('base64'),
    about: mail.messageId,
  };
  await storeMessage(sql, message, now());
}
