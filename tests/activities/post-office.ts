/** A real SMTP server that answers as a test says, and keeps what it took. */

import { SMTPServer } from 'smtp-server';
import { afterAll } from 'vitest';
import { readMail } from '../../embedded/received-mail.js';
import { readSmtpUrl, type SmtpSettings } from '../../mail/smtp-settings.js';
import type { CaughtMessage } from '../../store/notices/inbox.js';

/** A refusal at the recipient, before any content, or after the content has come. */
export interface Refusal {
  readonly at: 'recipient' | 'content';
  readonly code: number;
  readonly text: string;
}

/** Asked once a mail and once more after its content; `null` takes it. May wait. */
export type Answer = (address: string, at: Refusal['at']) => Refusal | null | Promise<Refusal | null>;

export interface PostOffice {
  readonly url: string;
  readonly settings: SmtpSettings;
  /** What was accepted, in order. */
  readonly mails: readonly CaughtMessage[];
  /** Addresses of every mail that was begun, accepted or not. */
  readonly asked: readonly string[];
  /** The bytes of every content that came, accepted or not. */
  readonly contents: readonly string[];
  /** From now on; by default everything is taken. */
  answer: Answer;
}

export const REFUSED_NOW = { at: 'recipient', code: 451, text: '4.7.1 greylisted, try again later' } as const;
export const REFUSED_FOR_GOOD = { at: 'recipient', code: 550, text: '5.1.1 no such user' } as const;

/** Closed after the file's last test. `reads: false`: it takes what comes and neither reads nor keeps it. */
export async function openPostOffice({
  reads = true,
}: {
  readonly reads?: boolean;
} = {}): Promise<PostOffice> {
  const mails: CaughtMessage[] = [];
  const asked: string[] = [];
  const contents: string[] = [];
  const office = { url: '', mails, asked, contents, answer: (() => null) as Answer };
  const refuse = (refusal: Refusal | null): Error | null =>
    refusal && Object.assign(new Error(refusal.text), { responseCode: refusal.code });
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['AUTH', 'STARTTLS'],
    disableReverseLookup: true,
    closeTimeout: 200,
    onRcptTo({ address }, _session, callback) {
      asked.push(address);
      Promise.resolve(office.answer(address, 'recipient')).then((said) => callback(refuse(said)), callback);
    },
    onData(stream, { envelope }, callback) {
      const take = async (): Promise<Error | null> => {
        const chunks: Buffer[] = [];
        for await (const chunk of stream as AsyncIterable<Buffer>) chunks.push(chunk);
        if (reads) contents.push(Buffer.concat(chunks).toString('latin1'));
        const to = envelope.rcptTo.map(({ address }) => address);
        const refusal = refuse(await office.answer(to[0] ?? '', 'content'));
        if (refusal !== null || !reads) return refusal;
        const from = envelope.mailFrom ? envelope.mailFrom.address : '';
        mails.push(await readMail(Buffer.concat(chunks), { from, to }));
        return null;
      };
      take().then((refusal) => callback(refusal), callback);
    },
  });
  server.on('error', () => undefined);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  afterAll(() => new Promise<void>((resolve) => server.close(() => resolve())));
  const { port } = server.server.address() as { port: number };
  office.url = `smtp://127.0.0.1:${port}`;
  const read = readSmtpUrl(office.url);
  if (!read.ok) throw new Error(read.refusal);
  return Object.assign(office, { settings: read.settings });
}
