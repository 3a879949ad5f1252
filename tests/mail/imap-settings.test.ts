import { describe, expect, test } from 'vitest';
import { readImapUrl, signedIn } from '../../mail/imap-settings.js';
import type { OAuth2SignIn } from '../../mail/sign-in.js';

describe('BOUNCE_IMAP_URL', () => {
  test.each([
    [
      'imaps://u:p@mail.example',
      { port: 993, secure: true, requireTLS: false, folder: 'INBOX', anyCertificate: false },
    ],
    ['imap://u:p@mail.example', { port: 143, secure: false, requireTLS: true }],
    ['imap://u:p@127.0.0.1:2143/Ritorni', { port: 2143, requireTLS: false, folder: 'Ritorni' }],
    [
      'imaps://nome%40comune.example:a%2Fb@[::1]/A%20B',
      { host: '::1', auth: { user: 'nome@comune.example', pass: 'a/b' }, folder: 'A B' },
    ],
    ['imaps://u:p@mail.example?any-certificate=true', { anyCertificate: true }],
    ['imaps://mail.example', { auth: null }],
  ])('%s is read', (url, settings) => {
    expect(readImapUrl(url)).toMatchObject({ ok: true, settings });
  });

  test.each([
    ['mail.example', 'must look like'],
    ['smtp://u:p@mail.example', 'must look like'],
    ['imaps://u@mail.example', 'and not the other'],
    ['imaps://:segreta@mail.example', 'and not the other'],
    ['imaps://u:segreta%zz@mail.example', 'hexadecimal'],
    ['imaps://u:segreta@mail.example?tls=no', 'unknown option "tls"'],
    ['imaps://u:segreta@mail.example?any-certificate=si', 'must be true or false'],
  ])('%s is refused, without a password in the words', (url, words) => {
    const read = readImapUrl(url);
    expect(read).toMatchObject({ ok: false, refusal: expect.stringContaining(words) });
    expect(JSON.stringify(read)).not.toContain('segreta');
  });
});

test('one way to sign in is taken: a password, or OAuth2; none or both are not', () => {
  const signIn: OAuth2SignIn = {
    type: 'OAuth2',
    ...{ user: 'r@comune.example', accessUrl: 'https://id.example/token' },
    ...{ clientId: 'a', clientSecret: 'b', refreshToken: 'c' },
  };
  const of = (url: string) => {
    const read = readImapUrl(url);
    if (!read.ok) throw new Error(read.refusal);
    return read.settings;
  };
  const [open, shut] = [of('imaps://mail.example'), of('imaps://u:p@mail.example')];
  expect(signedIn(open, signIn)?.auth).toBe(signIn);
  expect(signedIn(shut, null)?.auth).toEqual({ user: 'u', pass: 'p' });
  expect([signedIn(open, null), signedIn(shut, signIn)]).toEqual([null, null]);
});
