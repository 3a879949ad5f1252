import { describe, expect, test } from 'vitest';
import { readImapUrl } from '../../mail/imap-settings.js';

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
      { host: '::1', user: 'nome@comune.example', pass: 'a/b', folder: 'A B' },
    ],
    ['imaps://u:p@mail.example?any-certificate=true', { anyCertificate: true }],
  ])('%s is read', (url, settings) => {
    expect(readImapUrl(url)).toMatchObject({ ok: true, settings });
  });

  test.each([
    ['mail.example', 'must look like'],
    ['smtp://u:p@mail.example', 'must look like'],
    ['imaps://mail.example', 'no user or no password'],
    ['imaps://u@mail.example', 'no user or no password'],
    ['imaps://u:segreta%zz@mail.example', 'hexadecimal'],
    ['imaps://u:segreta@mail.example?tls=no', 'unknown option "tls"'],
    ['imaps://u:segreta@mail.example?any-certificate=si', 'must be true or false'],
  ])('%s is refused, without a password in the words', (url, words) => {
    const read = readImapUrl(url);
    expect(read).toMatchObject({ ok: false, refusal: expect.stringContaining(words) });
    expect(JSON.stringify(read)).not.toContain('segreta');
  });
});
