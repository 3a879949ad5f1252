/**
 * Reads a mailbox by IMAP, a turn at a time: a connection each, because one that stands for days breaks in ways
 * that nobody sees. Nothing is deleted or moved. What was understood is marked as read; the rest is left as it
 * came, for a person. What was looked at once is not looked at again while the process lives.
 */
import { ImapFlow, type ImapFlowOptions } from 'imapflow';
import { type AccessTokens, accessTokens } from './access-token.js';
import type { ImapSettings } from './imap-settings.js';

/** Looks at one mail's bytes (the first of them, when it is large); `true`: a person need not see it. */
export type LookAtMail = (raw: Uint8Array) => Promise<boolean>;

export interface ImapMailbox {
  /**
   * Looks at the mails of the last {@link LOOK_BACK_DAYS} that were not looked at before, read by somebody or
   * not, oldest first. `now`: of the server's calendar. Rejects when the server does not answer or refuses us.
   */
  turn(look: LookAtMail, now: Date): Promise<void>;
  /** Opens the folder and says how many mails lie in it; rejects as {@link ImapMailbox.turn} does. */
  count(): Promise<number>;
}

/** Servers give up on a mail after five days; a worker may have been away for as long. */
const LOOK_BACK_DAYS = 14;
/** Mails of one turn; the others wait for the next. */
const AT_MOST = 200;
const TIMEOUTS_MS = { connection: 15_000, greeting: 15_000, socket: 30_000 } as const;

export function imapMailbox(settings: ImapSettings, readLimit: number): ImapMailbox {
  /** UIDs are numbers of one validity; a mailbox made anew has another. */
  let looked = { validity: -1n, uids: new Set<number>() };

  const lookAtNew = async (client: ImapFlow, look: LookAtMail, now: Date): Promise<void> => {
    const { uidValidity } = client.mailbox || { uidValidity: -1n };
    if (looked.validity !== uidValidity) looked = { validity: uidValidity, uids: new Set() };
    const since = new Date(now.getTime() - LOOK_BACK_DAYS * 86_400_000);
    const found = (await client.search({ since }, { uid: true })) || [];
    const news = found.filter((uid) => !looked.uids.has(uid)).sort((a, b) => a - b);
    for (const uid of news.slice(0, AT_MOST)) {
      const mail = await client.fetchOne(String(uid), { source: { maxLength: readLimit } }, { uid: true });
      const isDone = mail && mail.source !== undefined ? await look(mail.source) : false;
      if (isDone) await client.messageFlagsAdd(String(uid), ['\\Seen'], { uid: true });
      looked.uids.add(uid);
    }
  };

  const tokens = 'type' in settings.auth ? accessTokens(settings.auth) : null;
  return {
    turn: (look, now) => inFolder(settings, tokens, (client) => lookAtNew(client, look, now)),
    count: () => inFolder(settings, tokens, async ({ mailbox }) => (mailbox || { exists: 0 }).exists),
  };
}

/** A connection for one piece of work, signed in, with the folder open. */
async function inFolder<T>(
  settings: ImapSettings,
  tokens: AccessTokens | null,
  work: (client: ImapFlow) => Promise<T>,
): Promise<T> {
  const client = await connected(settings, tokens);
  try {
    const lock = await client.getMailboxLock(settings.folder);
    const done = await work(client).finally(() => lock.release());
    await client.logout();
    return done;
  } finally {
    client.close();
  }
}

/** A token that its own words call good may have been taken back: then a new one is tried, once. */
async function connected(settings: ImapSettings, tokens: AccessTokens | null): Promise<ImapFlow> {
  const { auth } = settings;
  if (tokens === null || !('type' in auth)) return connect(settings, auth);
  try {
    return await connect(settings, { user: auth.user, accessToken: await tokens.get() });
  } catch (error) {
    if (!isRefusedSignIn(error)) throw error;
    return connect(settings, { user: auth.user, accessToken: await tokens.renewed() });
  }
}

/** Did the server refuse us, rather than not answer? */
export const isRefusedSignIn = (error: unknown): boolean =>
  error instanceof Error && 'authenticationFailed' in error && error.authenticationFailed === true;

type Credentials = NonNullable<ImapFlowOptions['auth']>;

async function connect(settings: ImapSettings, auth: Credentials): Promise<ImapFlow> {
  const client = new ImapFlow({
    host: settings.host,
    port: settings.port,
    secure: settings.secure,
    ...(settings.requireTLS ? { doSTARTTLS: true } : {}),
    auth: { ...auth },
    tls: { rejectUnauthorized: !settings.anyCertificate },
    connectionTimeout: TIMEOUTS_MS.connection,
    greetingTimeout: TIMEOUTS_MS.greeting,
    socketTimeout: TIMEOUTS_MS.socket,
    disableAutoIdle: true,
    logger: false,
  });
  // What breaks the connection also rejects the command under way.
  client.on('error', () => undefined);
  try {
    await client.connect();
    return client;
  } catch (error) {
    client.close();
    throw error;
  }
}
