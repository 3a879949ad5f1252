/** A mailbox that takes no password: dovecot asks a real endpoint about each token, and another one gives them. */
import { afterAll, describe, expect, test } from 'vitest';
import { doctorMail } from '../../cli/doctor-mail.js';
import { imapMailbox } from '../../mail/imap-mailbox.js';
import { readImapUrl, signedIn } from '../../mail/imap-settings.js';
import { readSignIn } from '../../mail/sign-in.js';
import { mailServer } from '../mail/mail-server.js';
import { IMPATIENT } from '../mail/outgoing.js';
import { denied, granted, type TokenAnswer, tokenEndpoint } from '../mail/token-endpoint.js';
import { startDovecot, whyNoDovecot } from './dovecot.js';

const missing = whyNoDovecot();
const USER = 'ritorni@comune.example';
/** Tokens that dovecot is told are good. */
const good = new Set<string>();
const introspection = await tokenEndpoint((asked) => {
  const active = good.has(asked.get('token') ?? '');
  return { status: 200, body: JSON.stringify(active ? { active, username: USER } : { active }) };
});
const dovecot = missing === null ? await startDovecot(introspection.url) : null;
const opened: { close(): Promise<void> }[] = [introspection];
afterAll(async () => {
  for (const one of opened) await one.close();
});

const signInAt = (accessUrl: string): string =>
  JSON.stringify({
    ...{ provider: 'altro', accessUrl, user: USER },
    ...{ clientId: 'app', clientSecret: 'segreto-app', refreshToken: 'lunga-durata' },
  });
/** The mailbox as the worker opens it, and what was asked of the endpoint that gives tokens. */
async function mailboxWith(answer: () => TokenAnswer) {
  const tokens = await tokenEndpoint(answer);
  opened.push(tokens);
  const url = `imap://127.0.0.1:${dovecot?.port}/INBOX`;
  const [address, signIn] = [readImapUrl(url), readSignIn(signInAt(tokens.url))];
  const settings = address.ok && signIn.ok ? signedIn(address.settings, signIn.signIn) : null;
  if (settings === null) throw new Error('the settings do not do');
  return { tokens, url, mailbox: imapMailbox(settings, 10_000) };
}
const looked = async ({ mailbox }: Awaited<ReturnType<typeof mailboxWith>>): Promise<number> => {
  let mails = 0;
  await mailbox.turn(async () => {
    mails += 1;
    return true;
  }, new Date());
  return mails;
};
const left = missing === null ? '' : ` – left out: ${missing}`;

describe.skipIf(missing !== null)(`a mailbox behind OAuth2${left}`, () => {
  test('is read with a token that the refresh token was changed for, once for 3 turns', async () => {
    good.add('A');
    const opening = await mailboxWith(() => granted('A'));
    dovecot?.deliver('rifiuto', 'Subject: x\r\n\r\nx\r\n');
    expect([await looked(opening), await looked(opening), await looked(opening)]).toEqual([1, 0, 0]);
    expect(opening.tokens.asked.map((form) => form.get('grant_type'))).toEqual(['refresh_token']);
  });

  test('is read also after the token in hand was taken back: a new one is asked for, once', async () => {
    good.add('B');
    const answers = [granted('taken-back'), granted('B')];
    const opening = await mailboxWith(() => answers.shift() ?? granted('none'));
    expect(await looked(opening)).toBe(1);
    expect(opening.tokens.asked).toHaveLength(2);
  });

  test.each<readonly [string, () => TokenAnswer]>([
    ['whose tokens the server refuses', () => granted('never-good')],
    ['whose consent is over', () => denied('invalid_grant', 'AADSTS700082: expired')],
    ['whose endpoint answers nonsense', () => ({ status: 500, body: '<html>' })],
  ])('%s is not read: the turn fails, and tells no secret', async (_, answer) => {
    const failure = await looked(await mailboxWith(answer)).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(Error);
    expect(`${failure} ${JSON.stringify(failure)}`).not.toMatch(/segreto-app|lunga-durata|never-good/);
  });
});

describe.skipIf(missing !== null)(`doctor --mail${left}`, () => {
  const doctor = async (answer: () => TokenAnswer, password = '') => {
    const { tokens, url } = await mailboxWith(answer);
    const server = await mailServer({});
    opened.push(server);
    const env = {
      ...{ SMTP_URL: `smtp://127.0.0.1:${server.port}`, MAIL_FROM: 'avvisi@comune.example' },
      BOUNCE_IMAP_URL: password === '' ? url : url.replace('//', `//${password}@`),
      ...(password === '' ? { BOUNCE_IMAP_SIGN_IN: signInAt(tokens.url) } : {}),
    };
    const { ok, lines } = await doctorMail(
      { to: null, selectors: [], dns: '127.0.0.1:9', timeouts: IMPATIENT },
      env,
    );
    return { ok, line: lines.find((one) => one.includes('ritorni')) };
  };

  test('says that the mailbox opens, how, and how many mails lie in it', async () => {
    good.add('C');
    const { ok, line } = await doctor(() => granted('C'));
    expect(ok).toBe(true);
    expect(line).toMatch(
      /^ {2}ok {2}127\.0\.0\.1:\d+ apre la casella dei ritorni \(OAuth2\): \d+ messaggi in INBOX$/,
    );
  });

  test.each<readonly [string, () => TokenAnswer, string, RegExp]>([
    ['the consent is over', () => denied('invalid_grant', 'over'), '', /refreshToken in BOUNCE_IMAP_SIGN_IN/],
    ['the token is refused', () => granted('bad'), '', /accesso IMAP acceso per la casella/],
    [
      'a password is used',
      () => granted('A'),
      'ritorni:segreta',
      /\(password\).*BOUNCE_IMAP_SIGN_IN \(OAuth2\)/,
    ],
  ])('says what to do when %s', async (_, answer, password, words) => {
    const { ok, line } = await doctor(answer, password);
    expect([ok, line]).toEqual([false, expect.stringMatching(words)]);
    expect(line).not.toMatch(/segreta|lunga-durata|segreto-app/);
  });
});
