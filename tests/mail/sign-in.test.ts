/** Signing in with OAuth2 to a real SMTP server, with tokens of a real endpoint. */
import { createVerify, generateKeyPairSync } from 'node:crypto';
import type { SMTPServerOptions } from 'smtp-server';
import { afterEach, describe, expect, it } from 'vitest';
import type { SendResult } from '../../mail/send-result.js';
import type { OAuth2SignIn } from '../../mail/sign-in.js';
import { withSignIn } from '../../mail/smtp-settings.js';
import { smtpTransport } from '../../mail/transport.js';
import { type MailServer, mailServer, refusal } from './mail-server.js';
import { IMPATIENT, outgoing, settings } from './outgoing.js';
import { denied, granted, type TokenAnswer, type TokenEndpoint, tokenEndpoint } from './token-endpoint.js';

const opened: { close(): unknown }[] = [];
afterEach(async () => {
  for (const one of opened.splice(0).reverse()) await one.close();
});

const MAILBOX = 'avvisi@comune.example';
/** Takes mail of who shows one of these tokens only. */
const takes = (...good: readonly string[]): SMTPServerOptions => ({
  authOptional: false,
  authMethods: ['XOAUTH2', 'LOGIN'],
  onAuth: ({ method, username, accessToken }, _session, done) => {
    if (method === 'XOAUTH2' && username === MAILBOX && good.includes(accessToken ?? ''))
      return done(null, { user: username });
    done(refusal(535, '5.7.3 Authentication unsuccessful'));
  },
});

interface Sending {
  readonly server: MailServer;
  readonly tokens: TokenEndpoint;
  send(n?: number): Promise<SendResult>;
}

async function sending(
  manners: SMTPServerOptions,
  answer: (asked: URLSearchParams) => TokenAnswer,
  more: object = { clientId: 'app', clientSecret: 'segreto-app', refreshToken: 'lunga-durata' },
): Promise<Sending> {
  const server = await mailServer(manners);
  const tokens = await tokenEndpoint(answer);
  const signIn = { type: 'OAuth2', user: MAILBOX, accessUrl: tokens.url, ...more } as OAuth2SignIn;
  const joined = withSignIn(settings(server.port), signIn);
  if (joined === null) throw new Error('there was a password');
  const transport = smtpTransport(joined, IMPATIENT);
  opened.push(server, tokens, transport);
  return {
    server,
    tokens,
    send: (n = 1) => transport.sendOne(outgoing({ messageId: `<${n}@comune.example>` })),
  };
}

describe('a refresh token', () => {
  it('is changed for an access token once for 3 mails, and the mails are taken', async () => {
    const { server, tokens, send } = await sending(takes('A'), () => granted('A'));
    for (const n of [1, 2, 3]) expect(await send(n)).toMatchObject({ kind: 'accepted' });
    expect(server.delivered).toHaveLength(3);
    expect(tokens.asked.map((form) => Object.fromEntries(form))).toEqual([
      {
        client_id: 'app',
        client_secret: 'segreto-app',
        refresh_token: 'lunga-durata',
        grant_type: 'refresh_token',
      },
    ]);
  });

  it('is changed again when the server takes the first access token no more', async () => {
    const answers = [granted('scaduto'), granted('B')];
    const { server, tokens, send } = await sending(takes('B'), () => answers.shift() ?? granted('B'));
    const results = [await send(1), await send(2)];
    expect(results.at(-1)).toMatchObject({ kind: 'accepted' });
    expect(tokens.asked.length).toBe(2);
    expect(server.delivered.length).toBeGreaterThan(0);
  });

  it.each<[string, TokenAnswer]>([
    ['revoked', denied('invalid_grant', 'AADSTS700082: The refresh token has expired')],
    ['of an application whose secret is over', denied('invalid_client', 'AADSTS7000222: keys are expired')],
    ['at an endpoint that answers with a page', { status: 500, body: '<html>' }],
    ['at an endpoint that gives no token', { status: 200, body: '{}' }],
  ])('%s is a matter of signing in: temporary, not a byte left, no secret told', async (_, answer) => {
    const { server, send } = await sending(takes('A'), () => answer);
    const result = await send();
    expect(result).toMatchObject({ kind: 'temporary', reachedData: false, trouble: 'sign-in' });
    expect(JSON.stringify(result)).not.toMatch(/segreto|lunga-durata/);
    expect(server.delivered).toEqual([]);
  });

  it('whose access token the server refuses is a matter of signing in too', async () => {
    const { send } = await sending(takes('another'), () => granted('A'));
    expect(await send()).toMatchObject({ kind: 'temporary', trouble: 'sign-in', reachedData: false });
  });
});

it('a service account signs its request with its key, for the mailbox that sends', async () => {
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const { server, tokens, send } = await sending(takes('S'), () => granted('S'), {
    serviceClient: 'traguardo@progetto.example',
    privateKey: privateKey.export({ type: 'pkcs8', format: 'pem' }),
  });
  expect(await send()).toMatchObject({ kind: 'accepted' });
  expect(server.delivered).toHaveLength(1);
  const [head = '', claims = '', signature = ''] = (tokens.asked[0]?.get('assertion') ?? '').split('.');
  expect(JSON.parse(Buffer.from(claims, 'base64url').toString())).toMatchObject({
    iss: 'traguardo@progetto.example',
    sub: MAILBOX,
    aud: tokens.url,
  });
  const signed = createVerify('RSA-SHA256').update(`${head}.${claims}`);
  expect(signed.verify(publicKey, Buffer.from(signature, 'base64url'))).toBe(true);
});
