import { describe, expect, it } from 'vitest';
import { readSmtpUrl } from '../../mail/smtp-settings.js';

const PLAIN = { secure: false, requireTLS: false, ignoreTLS: false, auth: null, anyCertificate: false };

describe('SMTP_URL', () => {
  it.each([
    ['smtp://127.0.0.1:2525', { ...PLAIN, host: '127.0.0.1', port: 2525 }],
    ['smtp://relay.example', { ...PLAIN, host: 'relay.example', port: 587 }],
    ['smtp://[::1]:25', { ...PLAIN, host: '::1', port: 25 }],
    ['smtps://relay.example', { ...PLAIN, host: 'relay.example', port: 465, secure: true }],
    [
      'smtp://relay.example:25?require-tls=true&any-certificate=true',
      { ...PLAIN, host: 'relay.example', port: 25, requireTLS: true, anyCertificate: true },
    ],
    [
      'smtps://mail%40town.example:p%C3%A0ss%3A@relay.example',
      {
        ...PLAIN,
        host: 'relay.example',
        port: 465,
        secure: true,
        auth: { user: 'mail@town.example', pass: 'pàss:' },
      },
    ],
  ])('%s is read', (url, settings) => {
    expect(readSmtpUrl(url)).toEqual({ ok: true, settings });
  });

  it.each([
    ['smtp://u:p@relay.example', true],
    ['smtp://u:p@relay.example?ignore-tls=true', false],
    ['smtp://u:p@127.0.0.1:2525', false],
    ['smtp://u:p@localhost:2525', false],
  ])('a password never leaves this machine in clear unless the town says so: %s', (url, requireTLS) => {
    const reading = readSmtpUrl(url);
    expect(reading.ok && reading.settings.requireTLS).toBe(requireTLS);
  });

  it.each([
    ['', 'it must look like'],
    ['relay.example:25', 'it must look like'],
    ['http://relay.example', 'it must look like'],
    ['smtp://relay.example:70000', 'it must look like'],
    ['smtp://relay.example?socketTimeout=1', 'unknown option "socketTimeout"'],
    ['smtp://relay.example?require-tls=yes', 'option "require-tls" must be true or false'],
    ['smtp://u:secret%zz@relay.example', 'is not followed by two hexadecimal digits'],
  ])('"%s" is refused, and the refusal never repeats a password', (url, says) => {
    const reading = readSmtpUrl(url);
    expect(reading).toMatchObject({ ok: false, refusal: expect.stringContaining(says) });
    expect(JSON.stringify(reading)).not.toContain('secret');
  });
});
