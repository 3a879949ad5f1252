/** The mail by which somebody tries the way to the mail server: `doctor --mail`, and the button on the pages. Pure. */
import type { Instant } from '../domain/time/instant.js';
import type { MailAddress } from './mail-address.js';
import type { OutgoingMail } from './transport.js';

const TEXT =
  'Questo messaggio prova la consegna degli avvisi. Se lo leggi, il server di posta funziona. Non serve rispondere.';

/** `unique`: letters and digits that no other test mail has. */
export function testMail(
  from: MailAddress,
  to: string,
  { unique, at }: { readonly unique: string; readonly at: Instant },
): OutgoingMail {
  const domain = from.address.slice(from.address.lastIndexOf('@') + 1);
  return {
    ...{ from, to: { name: null, address: to }, replyTo: null, date: at },
    messageId: `<prova.${unique}@${domain}>`,
    subject: 'Traguardo: messaggio di prova',
    text: TEXT,
    html: `<p>${TEXT}</p>`,
  };
}
