/** The inbox of the demo and of trials: mails our own SMTP server caught. Across towns, by functions of one migration. */
import type { Instant } from '../../domain/time/instant.js';
import type { AnyTx, Json, Sql } from '../connection.js';

/** A mail as our own SMTP server took it. */
export interface CaughtMessage {
  /** With angle brackets, as the header has it; by it the town is found. */
  readonly messageId: string | null;
  readonly envelopeFrom: string;
  readonly envelopeTo: readonly string[];
  readonly headerFrom: string;
  readonly headerTo: string;
  readonly subject: string;
  readonly text: string | null;
  readonly html: string | null;
  readonly headers: readonly { readonly key: string; readonly value: string }[];
  /** Its bytes in base64: kept until it was read as something that came back, and only where it is none of our mails. */
  readonly raw?: string;
  /** Message-ID of a mail of ours that it is about: it has its town and time from that. */
  readonly about?: string;
}

/** A line of the list. */
export interface InboxEntry {
  readonly id: number;
  /** `null`: no digest of ours has that Message-ID. */
  readonly town: string | null;
  readonly headerFrom: string;
  readonly headerTo: string;
  readonly subject: string;
  /** Real time. */
  readonly receivedAt: Instant;
  /** The town's own time, where the town is known. */
  readonly townAt: Instant | null;
}

/** A mail with its words. */
export interface InboxMessage extends InboxEntry, CaughtMessage {}

/** Stores a message received at the real instant `receivedAt`; returns its id. What PostgreSQL cannot hold is dropped. */
export async function storeMessage(
  sql: Sql | AnyTx,
  message: CaughtMessage,
  receivedAt: Instant,
): Promise<number> {
  const [row] = await sql<{ id: number }[]>`
    select across_store_message(${sql.json(storable(message) as unknown as Json)}, ${receivedAt}) as id`;
  if (row === undefined) throw new Error('the message was not stored');
  return row.id;
}

/** Latest first. `below`: go on under that id; `search` looks in recipient, subject and text. */
export const listMessages = async (
  sql: Sql | AnyTx,
  page: { readonly below?: number; readonly atMost?: number; readonly search?: string } = {},
): Promise<readonly InboxEntry[]> =>
  sql<
    InboxEntry[]
  >`select * from across_inbox(${page.below ?? null}, ${page.atMost ?? 100}, ${page.search ?? ''})`;

/** `null` when there is none with that id. */
export async function findMessage(sql: Sql | AnyTx, id: number): Promise<InboxMessage | null> {
  const [row] = await sql<
    InboxMessage[]
  >`select id, town, message_id, envelope_from, envelope_to, header_from, header_to,
    subject, text, html, headers, received_at, town_at from across_inbox_message(${id})`;
  return row ?? null;
}

/** PostgreSQL stores neither NUL nor half a surrogate pair in JSON, and a mail may hold anything. */
const storable = (message: CaughtMessage): unknown =>
  JSON.parse(JSON.stringify(message), (_, value: unknown) =>
    typeof value === 'string' ? value.replaceAll('\u0000', '').replace(/\p{Surrogate}/gu, '\ufffd') : value,
  );
