import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readSignIn } from '../../mail/sign-in.js';
import { readSmtpUrl, withSignIn } from '../../mail/smtp-settings.js';
import { readMailConfig } from '../../worker/config.js';

const CONSENT = {
  user: 'avvisi@comune.example',
  clientId: 'app',
  clientSecret: 'segretissimo',
  refreshToken: 'lunga-durata',
};
const KEY = '-----BEGIN PRIVATE KEY-----\nsegretissimo\n-----END PRIVATE KEY-----\n';
const MICROSOFT = { provider: 'microsoft', tenant: 'comune.example', ...CONSENT };
const json = (form: object): string => JSON.stringify(form);

describe('SMTP_SIGN_IN', () => {
  it.each([
    [MICROSOFT, 'https://login.microsoftonline.com/comune.example/oauth2/v2.0/token'],
    [{ provider: 'google', ...CONSENT }, 'https://oauth2.googleapis.com/token'],
    [
      { provider: 'google-service', user: CONSENT.user, serviceClient: 'a@b.example', privateKey: KEY },
      'https://oauth2.googleapis.com/token',
    ],
    [{ provider: 'altro', accessUrl: 'https://id.example/token', ...CONSENT }, 'https://id.example/token'],
  ])('%j gets its tokens from %s', (form, accessUrl) => {
    expect(readSignIn(json(form))).toMatchObject({
      ok: true,
      signIn: { type: 'OAuth2', user: 'avvisi@comune.example', accessUrl },
    });
  });

  it('is the path of a file as well', () => {
    const file = join(mkdtempSync(join(tmpdir(), 'traguardo-')), 'posta.json');
    writeFileSync(file, json(MICROSOFT));
    expect(readSignIn(file)).toEqual(readSignIn(json(MICROSOFT)));
  });

  it.each<[string, string, RegExp]>([
    [
      'a file that is not there',
      '/nowhere/posta.json',
      /il file "\/nowhere\/posta\.json" non si legge \(ENOENT\)/,
    ],
    ['broken JSON', '{"provider":', /non è JSON/],
    ['no provider', json(CONSENT), /"provider" manca o non è noto: può essere microsoft, google/],
    ['an unknown provider', json({ ...MICROSOFT, provider: 'aruba' }), /"provider" manca o non è noto/],
    ['no tenant', json({ ...MICROSOFT, tenant: undefined }), /"tenant" manca/],
    ['a tenant with a path', json({ ...MICROSOFT, tenant: 'x/../y' }), /"tenant" non è un identificativo/],
    ['an empty secret', json({ ...MICROSOFT, clientSecret: ' ' }), /"clientSecret" è vuoto/],
    ['a mailbox that is none', json({ ...MICROSOFT, user: 'avvisi' }), /"user" non è un indirizzo/],
    ['a field too many', json({ ...MICROSOFT, password: 'segretissimo' }), /campi non previsti: password/],
    [
      'a key that is none',
      json({
        provider: 'google-service',
        user: CONSENT.user,
        serviceClient: 'a@b.example',
        privateKey: 'segretissimo',
      }),
      /"privateKey" non è una chiave privata/,
    ],
    [
      'tokens from a place without TLS',
      json({ provider: 'altro', accessUrl: 'http://id.example/token', ...CONSENT }),
      /https:\/\//,
    ],
  ])('with %s is refused, says what to do and shows no secret', (_, text, told) => {
    const read = readSignIn(text);
    expect(read.ok ? '' : read.refusal).toMatch(told);
    expect(JSON.stringify(read)).not.toContain('segretissimo');
  });
});

describe('a token', () => {
  const signIn = readSignIn(json(MICROSOFT));
  const smtp = (url: string) => {
    const read = readSmtpUrl(url);
    if (!read.ok || !signIn.ok) throw new Error('unreadable');
    return withSignIn(read.settings, signIn.signIn);
  };

  it.each([
    ['smtp://smtp.office365.com:587', true],
    ['smtps://smtp.gmail.com', false],
    ['smtp://127.0.0.1:25', false],
  ])('to %s: STARTTLS required %s', (url, requireTLS) => {
    expect(smtp(url)).toMatchObject({ requireTLS, auth: { type: 'OAuth2' } });
  });

  it('and a password together are refused by name, in the environment too', () => {
    expect(smtp('smtps://u:p@relay.example')).toBeNull();
    const env = {
      SMTP_URL: 'smtps://u:p@relay.example',
      SMTP_SIGN_IN: json(MICROSOFT),
      MAIL_FROM: 'a@b.example',
    };
    expect(() => readMailConfig(env)).toThrow(/SMTP_SIGN_IN non va insieme a una password/);
  });
});
