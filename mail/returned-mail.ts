/**
 * Reads what came to the return path: a report about one of our mails, something a program sent, or what a
 * person wrote. Never rejects, whatever the bytes; says what the mail claims, not that it is true. A subject
 * matches nothing.
 */
import PostalMime, { type Attachment, type Email } from 'postal-mime';
import { type Headers, isAutomatic, isSystem } from './automatic-mail.js';
import { type Fate, fieldsOf, readDeliveryStatus } from './delivery-status.js';
import { oddFate, pecFate } from './odd-returns.js';

export type ReturnedMail =
  /** A delivery that failed or is late. */
  | {
      readonly kind: 'report';
      readonly fate: Fate;
      /** Message-IDs of the mail it is about, with angle brackets, as it names them. */
      readonly messageIds: readonly string[];
      /** Addresses that its own header says it came to. */
      readonly cameTo: readonly string[];
    }
  /** Out of office, a receipt, good news: never counted. */
  | { readonly kind: 'automatic' }
  /** Somebody wrote: for a person to read. */
  | { readonly kind: 'person' };

/** Bytes that are read; a report says what it has to say long before. */
export const READ_LIMIT = 262_144;
/** Deeper nesting than any honest report's. */
const LIMITS = { maxNestingDepth: 20, maxRfc822NestingDepth: 1, maxHeadersSize: 65_536 } as const;
const MOST_IDS = 20;

export async function readReturnedMail(raw: Uint8Array): Promise<ReturnedMail> {
  const mail = await parsed(raw.subarray(0, READ_LIMIT));
  if (mail === null) return { kind: 'person' };
  const headers: Headers = new Map([...mail.headers].reverse().map(({ key, value }) => [key, value.trim()]));
  const text = mail.text ?? plain(mail.html ?? '');
  const fate = fateOf(mail, headers, text);
  if (fate === 'none') return { kind: isAutomatic(headers) ? 'automatic' : 'person' };
  if (fate === null) return { kind: 'automatic' };
  return { kind: 'report', fate, messageIds: messageIdsOf(mail, headers, text), cameTo: cameToOf(headers) };
}

/** `null`: a report with good news; `none`: no report. */
function fateOf(mail: Email, headers: Headers, text: string): Fate | null | 'none' {
  const pec = pecFate(headers, text);
  if (pec !== undefined) return pec;
  const from = mail.from?.address ?? '';
  const type = headers.get('content-type') ?? '';
  if (/report-type\s*=\s*"?(?:disposition-notification|feedback-report)/i.test(type)) return 'none';
  // A report that somebody forwards is an attachment of theirs, and theirs to explain.
  const isReport = /^multipart\/report\b/i.test(type);
  if (!isReport && !isSystem(headers, from)) return 'none';
  const machine = mail.attachments.find(({ mimeType }) =>
    /^message\/(?:global-)?delivery-status$/i.test(mimeType),
  );
  if (machine !== undefined) {
    const fate = readDeliveryStatus(textOf(machine));
    if (fate !== null || isReport) return fate;
  }
  return oddFate(headers, text) ?? (isReport || !isAutomatic(headers) ? 'none' : null);
}

const RETURNED_PART = /^(?:text\/rfc822-headers|message\/(?:rfc822|global|global-headers|partial))$/i;
const MESSAGE_ID = /<[^\s<>]{3,250}@[^\s<>]{1,250}>/g;

/** In the returned part; else in the copy below an odd report; else what the report says it answers. */
function messageIdsOf(mail: Email, headers: Headers, text: string): readonly string[] {
  const returned = mail.attachments
    .filter(({ mimeType }) => RETURNED_PART.test(mimeType))
    .map((part) => idsIn(headerOf(textOf(part)).get('message-id')));
  const quoted = [...text.matchAll(/^[> \t]*(?:message-id|x-riferimento-message-id):\s*(\S+)/gim)].map(
    ([, id]) => idsIn(id),
  );
  const answered = ['x-riferimento-message-id', 'in-reply-to', 'references'].map((name) =>
    idsIn(headers.get(name)),
  );
  const found = [returned, quoted, answered].map((ids) => ids.flat()).find((ids) => ids.length > 0) ?? [];
  return [...new Set(found)].slice(0, MOST_IDS);
}

const idsIn = (value: string | undefined): readonly string[] =>
  value?.slice(0, 10_000).match(MESSAGE_ID) ?? [];

/** Header fields of a mail that is a part of another. */
const headerOf = (text: string): ReadonlyMap<string, string> =>
  fieldsOf(text.replaceAll('\r\n', '\n').replace(/^\n+/, '').split('\n\n')[0] ?? '');

const CAME_TO = ['delivered-to', 'x-original-to', 'envelope-to', 'x-envelope-to', 'x-delivered-to', 'to'];
const cameToOf = (headers: Headers): readonly string[] =>
  CAME_TO.flatMap(
    (name) =>
      headers
        .get(name)
        ?.slice(0, 2_000)
        .match(/[^\s<>,;:"()]+@[^\s<>,;:"()]+/g) ?? [],
  );

async function parsed(raw: Uint8Array): Promise<Email | null> {
  try {
    return await PostalMime.parse(raw, {
      ...LIMITS,
      forceRfc822Attachments: true,
      attachmentEncoding: 'arraybuffer',
    });
  } catch {
    return null;
  }
}

/** Each byte a sign, whatever the part says of its letters: fields and addresses are ASCII. */
const textOf = ({ content }: Attachment): string =>
  typeof content === 'string' ? content : Buffer.from(content as ArrayBuffer).toString('latin1');

const plain = (html: string): string =>
  html
    .slice(0, 200_000)
    .replace(/<(?:br|\/p|\/div|\/tr|\/td)\b[^>]*>/gi, '\n')
    .replace(/<[^>]{0,2000}>/g, ' ')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');
