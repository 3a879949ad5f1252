import PostalMime, { type Address, type Email } from 'postal-mime';
import type { CaughtMessage } from '../store/notices/inbox.js';

/** Who sent it to whom, by the SMTP dialogue. */
export interface Envelope {
  readonly from: string;
  readonly to: readonly string[];
}

const longestText = 500_000;
const longestLine = 2_000;
const mostHeaders = 200;
/** Deeper nesting than any honest mail's; beyond it the mail is kept unread. */
const deepest = 20;

/** Reads a raw mail. Never rejects: one that cannot be parsed is kept as the text that it is. */
export async function readMail(raw: Buffer, envelope: Envelope): Promise<CaughtMessage> {
  const envelopeFields = {
    envelopeFrom: line(envelope.from),
    envelopeTo: envelope.to.map(line),
  };
  try {
    const parsed = await PostalMime.parse(raw, { maxNestingDepth: deepest, maxRfc822NestingDepth: 2 });
    return { ...envelopeFields, ...contents(parsed) };
  } catch {
    return {
      ...envelopeFields,
      messageId: null,
      headerFrom: '',
      headerTo: '',
      subject: '(messaggio illeggibile)',
      text: body(raw.toString('utf8', 0, longestText)),
      html: null,
      headers: [],
    };
  }
}

function contents(mail: Email): Omit<CaughtMessage, 'envelopeFrom' | 'envelopeTo'> {
  return {
    messageId: mail.messageId ? line(mail.messageId) : null,
    headerFrom: line(mail.from ? address(mail.from) : ''),
    headerTo: line((mail.to ?? []).slice(0, 100).map(address).join(', ')),
    subject: line(mail.subject ?? ''),
    text: mail.text === undefined ? null : body(mail.text),
    html: mail.html === undefined ? null : body(mail.html),
    headers: mail.headers
      .slice(0, mostHeaders)
      .map(({ originalKey, value }) => ({ key: line(originalKey), value: line(value) })),
  };
}

function address(one: Address): string {
  if (one.address === undefined) return `${one.name}: ${one.group.map(address).join(', ')};`;
  return one.name ? `${one.name} <${one.address}>` : one.address;
}

const line = (text: string): string => storable(text.replaceAll(/\s+/g, ' ').trim()).slice(0, longestLine);

const body = (text: string): string => storable(text.slice(0, longestText));

/** PostgreSQL takes neither the character zero nor half of a surrogate pair. */
const storable = (text: string): string => Buffer.from(text.replaceAll('\0', ''), 'utf8').toString('utf8');
