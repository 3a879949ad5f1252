/** The inbox of a town on trial: its mails, kept instead of sent. Under row-level security, like all that is the town's. */
import type { Instant } from '../../domain/time/instant.js';
import type { Json } from '../connection.js';
import type { Tx } from '../in-town.js';
import type { CaughtMessage, InboxEntry, InboxMessage } from './inbox.js';

/** `receivedAt` is real time, `townAt` the town's. In the transaction that records what became of the mail. */
export async function keepTrialMail(
  tx: Tx,
  mail: CaughtMessage,
  { receivedAt, townAt }: { readonly receivedAt: Instant; readonly townAt: Instant },
): Promise<void> {
  await tx`
    insert into inbox_message (town, message_id, envelope_from, envelope_to, header_from, header_to, subject,
      text, html, headers, received_at, town_at)
    select id, ${mail.messageId}, ${mail.envelopeFrom}, ${[...mail.envelopeTo]}, ${mail.headerFrom},
      ${mail.headerTo}, ${mail.subject}, ${mail.text}, ${mail.html},
      ${tx.json(mail.headers as unknown as Json)}, ${receivedAt}, ${townAt}
    from town`;
}

/** Latest first. `below`: go on under that id; `search` looks in recipient, subject and text. */
export const listTrialMails = async (
  tx: Tx,
  page: { readonly below?: number; readonly atMost: number; readonly search: string },
): Promise<readonly InboxEntry[]> =>
  tx<InboxEntry[]>`
    select id, town, header_from, header_to, subject, received_at, town_at from inbox_message
    where (${page.below ?? null}::bigint is null or id < ${page.below ?? null})
      and (${page.search} = '' or position(lower(${page.search}) in lower(concat_ws(' ', header_to, subject, text))) > 0)
    order by id desc limit ${page.atMost}`;

/** `null` when the town has none with that id. */
export async function findTrialMail(tx: Tx, id: number): Promise<InboxMessage | null> {
  const [row] = await tx<InboxMessage[]>`select id, town, message_id, envelope_from, envelope_to, header_from,
    header_to, subject, text, html, headers, received_at, town_at from inbox_message where id = ${id}`;
  return row ?? null;
}
