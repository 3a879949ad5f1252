/** Secrets come from the environment or from files, and stand in no line that a process of ours writes. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { settings as apiSettings, readConfig as readApi } from '../../api/config.js';
import { freePort } from '../../embedded/free-port.js';
import { SECRET_SETTINGS, SecretsRefused, withSecretFiles } from '../../running/secret-files.js';
import { readConfig as readWorker, settings as workerSettings } from '../../worker/config.js';

const folder = mkdtempSync(path.join(tmpdir(), 'traguardo-secrets-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const kept = (name: string, content: string): string => {
  writeFileSync(path.join(folder, name), content);
  return path.join(folder, name);
};

const WORD = 'parola-segretissima';
/** Nobody listens on the ports; every secret has the word in it. */
const ENV = {
  DATABASE_URL: `postgres://traguardo_app:${WORD}@127.0.0.1:1/traguardo`,
  TEMPORAL_ADDRESS: '127.0.0.1:1',
  SMTP_URL: `smtp://relay:${WORD}@127.0.0.1:1`,
  MAIL_FROM: 'Traguardo <traguardo@comune.example>',
  BOUNCE_IMAP_URL: `imap://ritorni:${WORD}@127.0.0.1:1/INBOX`,
  PUBLIC_URL: 'http://localhost:8080',
  LOG_LEVEL: 'trace',
};

describe('a secret in a file', () => {
  it('is read in place of the variable, without the line end after it', () => {
    const file = kept('url', `${ENV.DATABASE_URL}\n`);
    const { DATABASE_URL: _, ...rest } = ENV;
    expect(readApi(withSecretFiles({ ...rest, DATABASE_URL_FILE: file })).databaseUrl).toBe(ENV.DATABASE_URL);
    expect(readWorker(withSecretFiles({ ...rest, DATABASE_URL_FILE: file })).databaseUrl).toBe(
      ENV.DATABASE_URL,
    );
  });

  it.each(SECRET_SETTINGS)('can be %s', (name) => {
    expect(withSecretFiles({ [`${name}_FILE`]: kept('one', ' x ') })).toMatchObject({ [name]: 'x' });
  });

  it.each([
    ['there is none', { SMTP_URL_FILE: '/non/esiste' }],
    ['it is empty', { SMTP_URL_FILE: kept('empty', ' \n') }],
    ['it is a folder', { SMTP_URL_FILE: folder }],
    ['the variable is given too', { SMTP_URL: ENV.SMTP_URL, SMTP_URL_FILE: kept('two', WORD) }],
  ])('stops the start and names SMTP_URL_FILE when %s', (_, env) => {
    expect(() => withSecretFiles(env)).toThrow(SecretsRefused);
    expect(() => withSecretFiles(env)).toThrow('SMTP_URL_FILE');
    expect(() => withSecretFiles(env)).not.toThrow(WORD);
  });

  it('can be every setting that holds one', () => {
    const holding = [...new Set([...apiSettings, ...workerSettings].map(({ env }) => env))].filter((name) =>
      /(DATABASE|SMTP|IMAP)_URL$|SIGN_IN$|TOKEN$|PASSWORD|SECRET$/.test(name),
    );
    const own = new Set(['OIDC_CLIENT_SECRET']);
    expect(holding.filter((name) => !own.has(name) && !SECRET_SETTINGS.some((one) => one === name))).toEqual(
      [],
    );
  });
});

describe('what a process says', () => {
  it.each(['DATABASE_URL', 'SMTP_URL', 'BOUNCE_IMAP_URL', 'SMTP_SIGN_IN'])(
    'of %s that is wrong is its name and no word of it',
    (name) => {
      const env = { ...ENV, [name]: `nonsense://nome:${WORD}@` };
      for (const read of [readApi, readWorker]) {
        try {
          read(env);
        } catch (error) {
          expect(String(error)).toContain(name.replace('SMTP_SIGN_IN', 'SMTP'));
          expect(`${error} ${(error as Error).stack}`).not.toContain(WORD);
        }
      }
      expect(() => readWorker(env)).toThrow();
    },
  );

  it('has no secret of its settings, nor of a request, at the finest level of the log: the pages', async () => {
    const port = await freePort();
    const { said, ended } = run('api/main.ts', { PORT: String(port) });
    const url = `http://127.0.0.1:${port}`;
    await until(said, async () => (await fetch(`${url}/salute/vivo`)).ok);
    const secrets = { authorization: `Bearer trg_${WORD}`, cookie: `traguardo_sessione=${WORD}` };
    for (const place of ['/', '/cruscotto', `/accesso/${WORD}`, `/r/${WORD}`, '/api/v1/me', '/salute/pronto'])
      await fetch(`${url}${place}`, { headers: secrets, redirect: 'manual' });
    const form = { 'content-type': 'application/x-www-form-urlencoded', ...secrets };
    await fetch(`${url}/accesso`, { method: 'POST', headers: form, body: `indirizzo=${WORD}@b.example` });
    await ended('SIGTERM');
    expect(said()).toContain('listening');
    expect(said()).not.toContain(WORD);
  }, 180_000);

  it('has none when it cannot start: the worker without Temporal', async () => {
    const { said, ended } = run('worker/main.ts', {});
    await ended(null);
    expect(said().length).toBeGreaterThan(10);
    expect(said()).not.toContain(WORD);
  }, 180_000);
});

const HOUSE = fileURLToPath(new URL('../../', import.meta.url));

/** One of our processes; `ended` sends it a signal, if one is given, and waits for its end. */
function run(program: string, env: Readonly<Record<string, string>>) {
  const child = spawn(process.execPath, ['bootstrap/run.mjs', program], {
    cwd: HOUSE,
    env: { PATH: process.env['PATH'] ?? '', ...ENV, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let text = '';
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (words: string) => {
      text += words;
    });
  const end = once(child, 'close');
  return {
    said: () => text,
    async ended(signal: 'SIGTERM' | null) {
      if (signal !== null) child.kill(signal);
      await end;
    },
  };
}

/** Loud about what was said, if it takes for ever. */
async function until(said: () => string, is: () => Promise<boolean>): Promise<void> {
  for (let n = 0; !(await is().catch(() => false)); n += 1) {
    if (n > 2_000) throw new Error(said());
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
