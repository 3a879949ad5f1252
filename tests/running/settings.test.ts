/** What a program that cannot start tells: which variable, and what to write in it. */
import { expect, test } from 'vitest';
import { settings as apiSettings, readConfig as readPages } from '../../api/config.js';
import { ConfigRefused, startRefusal } from '../../running/settings.js';
import { readConfig as readWorker, settings as workerSettings } from '../../worker/config.js';
import { envExample } from '../deploy/compose-file.js';

const FIT = {
  DATABASE_URL: 'postgres://traguardo_app:secret@db.example:5432/traguardo',
  TEMPORAL_ADDRESS: 'temporal.example:7233',
  SMTP_URL: 'smtp://mail.example',
  MAIL_FROM: 'Traguardo <avvisi@comune.example>',
  PUBLIC_URL: 'https://performance.comune.example',
};

const said = (read: () => unknown): string => {
  try {
    read();
  } catch (error) {
    return startRefusal('worker', error);
  }
  return '';
};

test('a worker without MAIL_FROM is told what to write there, and where all variables stand', () => {
  const { MAIL_FROM: _, ...rest } = FIT;
  expect(said(() => readWorker(rest))).toBe(
    [
      'worker: MAIL_FROM is missing',
      '  MAIL_FROM: The sender of the notices: "Name <address>"; what people write back comes to it. For example MAIL_FROM=Traguardo <traguardo@comune.example>',
      '  Every variable, with what it takes, stands in .env.example.\n',
    ].join('\n'),
  );
});

test('a value that does not read has its line too, without the value; settings that do not go together have none', () => {
  const wrong = said(() => readWorker({ ...FIT, DATABASE_URL: 'mysql://u:hidden@db.example/x' }));
  expect(wrong).toContain('worker: DATABASE_URL is not a postgres:// address\n  DATABASE_URL: PostgreSQL');
  expect(wrong).not.toContain('hidden');
  expect(said(() => readWorker({ ...FIT, BOUNCE_VERP: '1' }))).toBe(
    'worker: BOUNCE_VERP needs a BOUNCE_ADDRESS\n',
  );
  expect(startRefusal('api', new Error('Temporal does not answer'))).toBe('api: Temporal does not answer\n');
});

test('worker and API read the stores and the log by the same schemas, and refuse by the same error', () => {
  for (const env of ['DATABASE_URL', 'TEMPORAL_ADDRESS', 'TEMPORAL_NAMESPACE', 'LOG_LEVEL'])
    expect(apiSettings.find((one) => one.env === env)).toBe(workerSettings.find((one) => one.env === env));
  for (const read of [readPages, readWorker]) expect(() => read({})).toThrow(ConfigRefused);
});

test('each that is required shows an example that its own schema takes, the one of .env.example', () => {
  const shown = new Map(envExample().map(({ name, value }) => [name, value]));
  for (const { env, required, example, schema } of [
    ...apiSettings,
    ...workerSettings,
  ] as typeof apiSettings) {
    if (!required) continue;
    expect(example, env).toBe(shown.get(env));
    expect(schema.safeParse(example).success, env).toBe(true);
  }
});
