import { expect, test } from 'vitest';
import { readConfig, settings } from '../../worker/config.js';

const FIT = {
  DATABASE_URL: 'postgres://traguardo_app:secret@db.example:5432/traguardo',
  TEMPORAL_ADDRESS: 'temporal.example:7233',
  SMTP_URL: 'smtps://user:hidden@mail.example',
  MAIL_FROM: 'Traguardo <avvisi@comune.example>',
  PUBLIC_URL: 'https://performance.comune.example/',
};

const refused = (change: Readonly<Record<string, string | undefined>>): string => {
  try {
    readConfig({ ...FIT, ...change });
  } catch (error) {
    return (error as Error).message;
  }
  return 'taken';
};

test('5 settings are enough; the others have their defaults', () => {
  expect(readConfig(FIT)).toEqual({
    databaseUrl: FIT.DATABASE_URL,
    temporalAddress: 'temporal.example:7233',
    temporalNamespace: 'default',
    smtp: expect.objectContaining({ host: 'mail.example', port: 465, secure: true }),
    mailFrom: { name: 'Traguardo', address: 'avvisi@comune.example' },
    pace: { perMinute: 30, connections: 2 },
    returns: { path: null, mailbox: null },
    publicUrl: 'https://performance.comune.example',
    logLevel: 'info',
    metrics: null,
    copies: null,
  });
});

test('a start without any setting names all 5 that are missing', () => {
  const missing = settings.filter(({ required }) => required).map(({ env }) => env);
  expect(missing).toHaveLength(5);
  expect(() => readConfig({})).toThrow(missing.map((env) => `${env} is missing`).join('; '));
});

test.each([
  ['DATABASE_URL', 'mysql://db.example/x', 'DATABASE_URL is not a postgres:// address'],
  ['TEMPORAL_ADDRESS', 'temporal.example', 'TEMPORAL_ADDRESS is not host:port'],
  ['TEMPORAL_NAMESPACE', 'a b', 'TEMPORAL_NAMESPACE is not a name'],
  ['SMTP_URL', 'mail.example', 'SMTP_URL is no mail server: it must look like smtp://host:port'],
  ['MAIL_FROM', 'Traguardo', 'MAIL_FROM "Traguardo" is neither "Name <address>" nor an address'],
  ['PUBLIC_URL', 'ftp://x.example', 'PUBLIC_URL is not an http(s):// address'],
  [
    'PUBLIC_URL',
    'https://www.x.example/traguardo',
    "PUBLIC_URL must end after the host's name: https://www.x.example",
  ],
  ['BOUNCE_ADDRESS', 'Ritorni <r@b.example>', 'BOUNCE_ADDRESS is no address'],
  ['BOUNCE_VERP', '1', 'BOUNCE_VERP needs a BOUNCE_ADDRESS'],
  [
    'BOUNCE_IMAP_URL',
    'imaps://mail.example',
    'BOUNCE_IMAP_URL needs a user and a password, or BOUNCE_IMAP_SIGN_IN, and not both',
  ],
  ['BOUNCE_IMAP_URL', 'imaps://u@mail.example', 'it names a user or a password, and not the other'],
  ['BOUNCE_IMAP_SIGN_IN', '{"provider":"boh"}', 'BOUNCE_IMAP_SIGN_IN non va bene'],
  ['METRICS_PORT', 'many', 'METRICS_PORT is not a port'],
  ['METRICS_TOKEN', 'corto', 'METRICS_TOKEN is shorter than 16 characters'],
  ['LOG_LEVEL', 'loud', 'LOG_LEVEL is not a level of the log'],
])('%s=%s stops the start with its name', (env, value, message) => {
  expect(refused({ [env]: value })).toContain(message);
});

test('no refusal repeats a password', () => {
  expect(refused({ SMTP_URL: 'smtp://user:hidden@mail.example?x=y' })).not.toContain('hidden');
  expect(refused({ DATABASE_URL: 'mysql://a:secret@db.example/x' })).not.toContain('secret');
});
