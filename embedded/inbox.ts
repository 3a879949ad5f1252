import { SMTPServer, type SMTPServerDataStream, type SMTPServerSession } from 'smtp-server';
import { READ_LIMIT } from '../mail/returned-mail.js';
import type { CaughtMessage } from '../store/notices/inbox.js';
import { explainFailure } from './cannot-start.js';
import { readMail } from './received-mail.js';

/** What is wanted of the inbox. */
export interface InboxWish {
  /** Keeps one mail; when it rejects, the sender is told to try again later. */
  readonly store: (mail: CaughtMessage) => Promise<unknown>;
  /** Told, in English, what went wrong without the sender's fault. */
  readonly log: (line: string) => void;
  /** Loopback port; a free one unless asked. */
  readonly port?: number;
  /** Largest mail that is taken, in bytes. */
  readonly largest?: number;
}

/** A mail server that delivers nowhere: what it takes is shown on a page. */
export interface Inbox {
  readonly port: number;
  /** `smtp://127.0.0.1:PORT` */
  readonly url: string;
  /** Never fulfilled: it lives in this process. */
  readonly died: Promise<string>;
  stop(): Promise<void>;
}

/** An SMTP refusal: the number decides whether the sender tries again (4xx) or gives up (5xx). */
class Refusal extends Error {
  constructor(
    readonly responseCode: number,
    message: string,
  ) {
    super(message);
  }
}

/** Starts the inbox on loopback. Throws `CannotStart` when its port is taken. */
export async function startInbox(wish: InboxWish): Promise<Inbox> {
  const largest = wish.largest ?? 5_000_000;
  const server = new SMTPServer({
    name: 'traguardo.invalid',
    banner: 'Traguardo: posta di prova, non consegna a nessuno',
    size: largest,
    authOptional: true,
    disabledCommands: ['AUTH', 'STARTTLS'],
    disableReverseLookup: true,
    maxClients: 50,
    socketTimeout: 30_000,
    closeTimeout: 1_000,
    onData(stream, session, callback) {
      take(stream, session, largest, wish).then(
        () => callback(null, 'kept'),
        (error: unknown) => {
          if (error instanceof Refusal) return callback(error);
          wish.log(
            `inbox: a mail could not be stored: ${error instanceof Error ? error.message : String(error)}`,
          );
          callback(new Refusal(451, 'the inbox cannot store mail at this moment'));
        },
      );
    },
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error) => reject(explainFailure('La posta di prova non parte', 'SMTP', error)));
    server.listen(wish.port ?? 0, '127.0.0.1', resolve);
  });
  // A client that breaks off, or speaks something else than SMTP, ends its own connection alone.
  server.on('error', (error) => wish.log(`inbox: ${error.message}`));
  const address = server.server.address();
  const port = address === null || typeof address === 'string' ? 0 : address.port;
  return {
    port,
    url: `smtp://127.0.0.1:${port}`,
    died: new Promise(() => undefined),
    stop: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

async function take(
  stream: SMTPServerDataStream,
  session: SMTPServerSession,
  largest: number,
  wish: InboxWish,
): Promise<void> {
  const chunks: Buffer[] = [];
  let size = 0;
  // To its end even when too big: an answer in the middle would leave the dialogue out of step.
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size <= largest) chunks.push(chunk);
    else chunks.length = 0;
  }
  if (size > largest) throw new Refusal(552, `a mail may have at most ${largest} bytes`);
  const { mailFrom, rcptTo } = session.envelope;
  const envelope = { from: mailFrom ? mailFrom.address : '', to: rcptTo.map(({ address }) => address) };
  const raw = Buffer.concat(chunks);
  const kept = size <= READ_LIMIT ? { raw: raw.toString('base64') } : {};
  await wish.store({ ...(await readMail(raw, envelope)), ...kept });
}
