/**
 * Hands one mail for one recipient to the town's mail server. Never throws for what a server or a
 * network does: every outcome is a `SendResult`. Delivery is at least once, with a stable
 * `Message-ID`; the same mail makes the same bytes.
 */
import { Readable } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';
import { createTransport, type NodemailerError, type SendMailOptions } from 'nodemailer';
import type { Instant } from '../domain/time/instant.js';
import { cleanText } from './clean-text.js';
import { isMailAddress, type MailAddress } from './mail-address.js';
import { type MailPace, poolPace, type TakeTurn, UNPACED } from './pace.js';
import { failedSend, RESPONSE_LIMIT, type SendResult } from './send-result.js';
import type { SmtpSettings } from './smtp-settings.js';

/** In milliseconds. */
export interface SmtpTimeouts {
  /** Until the connection stands. */
  readonly connection: number;
  /** From there until the server's greeting. */
  readonly greeting: number;
  /** Of silence, then. Scanners of content may take a minute before the last answer. */
  readonly socket: number;
  /** Of the whole hand-over, waiting for its turn included, however the server drips: a lease on a mail must last longer. */
  readonly whole: number;
}

/** How long we wait for a town's server. */
export const SMTP_TIMEOUTS_MS: SmtpTimeouts = {
  connection: 15_000,
  greeting: 15_000,
  socket: 120_000,
  whole: 180_000,
};

/** One mail for one mailbox, ready to leave. */
export interface OutgoingMail {
  readonly from: MailAddress;
  /** The envelope sender, to which a refusal comes back; absent: `from`. */
  readonly returnPath?: string;
  readonly to: MailAddress;
  readonly replyTo: MailAddress | null;
  /** `<…@…>`, see `message-id.ts`. */
  readonly messageId: string;
  readonly date: Instant;
  readonly subject: string;
  /** Links filled in. */
  readonly text: string;
  readonly html: string;
}

/** The way to one mail server. */
export interface MailTransport {
  /** Throws `RangeError` only for what we ourselves got wrong: sender address or Message-ID. */
  sendOne(mail: OutgoingMail, signal?: AbortSignal): Promise<SendResult>;
  /** Says goodbye to the server; a mail in the middle of its hand-over is finished first. */
  close(): void;
}

/**
 * Few connections, since many a relay allows no more, kept for the mails of one morning: greeting, TLS
 * and sign-in cost more than a mail. A kept connection that the server closed in the meantime is
 * replaced, as long as not a byte of the mail has left.
 */
const CONNECTIONS = { pool: true, maxMessages: 100, maxRequeues: 2 } as const;

/** To whom to say that the content of a mail begins to leave; the signal stands for the hand-over. */
type Leaving = WeakMap<AbortSignal, () => void>;

/** Connects at the first mail; see {@link MailTransport} for what it promises. */
export function smtpTransport(
  settings: SmtpSettings,
  timeouts: SmtpTimeouts = SMTP_TIMEOUTS_MS,
  pace: MailPace = UNPACED,
  takeTurn?: TakeTurn,
): MailTransport {
  const leaving: Leaving = new WeakMap();
  const pool = createTransport({
    ...CONNECTIONS,
    ...poolPace(pace),
    host: settings.host,
    port: settings.port,
    secure: settings.secure,
    requireTLS: settings.requireTLS,
    ignoreTLS: settings.ignoreTLS,
    tls: { rejectUnauthorized: !settings.anyCertificate },
    ...(settings.auth === null ? {} : { auth: { ...settings.auth } }),
    connectionTimeout: timeouts.connection,
    greetingTimeout: timeouts.greeting,
    socketTimeout: timeouts.socket,
    dnsTimeout: timeouts.connection,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  pool.use('stream', ({ data, message }, done) => {
    const notice = data.signal && leaving.get(data.signal);
    if (notice) message?.processFunc((content) => noticingFirstRead(content, notice));
    done();
  });
  const sendOne = async (mail: OutgoingMail, stop?: AbortSignal): Promise<SendResult> => {
    const options = messageOptions(mail);
    if (!isMailAddress(mail.to.address)) {
      return {
        kind: 'permanent',
        code: null,
        response: 'indirizzo di posta non valido, non consegnato al server',
      };
    }
    let reachedData = false;
    const whole = AbortSignal.timeout(timeouts.whole);
    const signal = stop === undefined ? whole : AbortSignal.any([whole, stop]);
    const turn = takeTurn === undefined ? 'free' : await waitForTurn(takeTurn, settings, timeouts, signal);
    if (turn !== 'free') return notItsTurn(stop?.aborted === true);
    leaving.set(signal, () => {
      reachedData = true;
    });
    try {
      const { response } = await pool.sendMail({ ...options, signal });
      return { kind: 'accepted', response: cleanText(response, RESPONSE_LIMIT, '') };
    } catch (error) {
      if (!(error instanceof Error)) throw error;
      return failedSend(error as NodemailerError, reachedData, stop?.aborted === true);
    }
  };
  return { sendOne, close: () => pool.close() };
}

/** How much of a hand-over may be waiting; the rest is the server's. */
export const WAITING = 2 / 3;

/** `busy`: those in time were taken by others, or the hand-over ended before it came. */
async function waitForTurn(
  takeTurn: TakeTurn,
  { host, port }: SmtpSettings,
  { whole }: SmtpTimeouts,
  signal: AbortSignal,
): Promise<'free' | 'busy'> {
  const turn = await takeTurn(`${host}:${port}`, whole * WAITING);
  if (turn === null) return 'busy';
  const isOver = await sleep(Math.max(0, turn - Date.now()), false, { signal }).catch(() => true);
  return isOver ? 'busy' : 'free';
}

const notItsTurn = (interrupted: boolean): SendResult => ({
  ...{ kind: 'temporary', code: null, reachedData: false },
  response: 'molti messaggi prima di questo: il server ne riceve un certo numero al minuto',
  trouble: interrupted ? 'interrupted' : 'timeout',
});

const MESSAGE_ID = /^<([\w.+-]+)@[\w.-]+>$/;
const HEADER_LIMIT = 300;

function messageOptions(mail: OutgoingMail): SendMailOptions {
  const id = MESSAGE_ID.exec(mail.messageId)?.[1];
  if (id === undefined) throw new RangeError(`"${mail.messageId}" is not a Message-ID`);
  if (!isMailAddress(mail.from.address))
    throw new RangeError(`"${mail.from.address}" is not a sender address`);
  const returnPath = mail.returnPath ?? mail.from.address;
  if (!isMailAddress(returnPath)) throw new RangeError(`"${returnPath}" is not a return path`);
  return {
    envelope: { from: returnPath, to: [mail.to.address] },
    from: headerAddress(mail.from),
    to: headerAddress(mail.to),
    ...(mail.replyTo === null ? {} : { replyTo: headerAddress(mail.replyTo) }),
    messageId: mail.messageId,
    date: new Date(mail.date),
    subject: cleanText(mail.subject, HEADER_LIMIT, ''),
    text: mail.text,
    html: mail.html,
    headers: {
      'Auto-Submitted': 'auto-generated',
      'Content-Language': 'it',
      // Exchange sends no out-of-office reply to a mail that says so.
      'X-Auto-Response-Suppress': 'All',
    },
    // A boundary of its own for each mail, the same at each repetition.
    boundaryPrefix: 'traguardo',
    baseBoundary: id,
  };
}

const headerAddress = ({ name, address }: MailAddress): { name: string; address: string } => ({
  name: name === null ? '' : cleanText(name, HEADER_LIMIT, ''),
  address,
});

/** The connection reads the content only when the server has agreed to take it, and not before. */
function noticingFirstRead(content: Readable, notice: () => void): Readable {
  async function* noticed(): AsyncGenerator<Buffer> {
    notice();
    yield* content;
  }
  return Readable.from(noticed(), { objectMode: false });
}
