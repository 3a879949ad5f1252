/**
 * A fresh installation by the runbook, its parts apart: PostgreSQL, Temporal, a mail server, an OpenID provider, a worker
 * and an API, each on its own. A town is added by one command, and people of each kind enter.
 */
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, inject, test } from 'vitest';
import type { createApp } from '../../api/create-app.js';
import { freePort } from '../../embedded/free-port.js';
import { openPostOffice } from '../activities/post-office.js';
import { CLIENT_SECRET, openTownProvider } from '../api/openid-town-provider.js';
import { Browser } from '../api/sign-in-stage.js';
import { freshDatabase } from '../database.js';
import { run } from '../embedded/run-program.js';
import { tempFolder } from '../embedded/temp-folder.js';
import { until } from '../workflows/until.js';

const database = await freshDatabase({ empty: true });
const office = await openPostOffice();
const [port, figures] = [await freePort(), await freePort()];
const publicUrl = `http://127.0.0.1:${port}`;
const provider = await openTownProvider(publicUrl);

const env: NodeJS.ProcessEnv = {
  PATH: process.env['PATH'],
  DATABASE_URL: database.appUrl,
  TEMPORAL_ADDRESS: inject('temporalAddress'),
  TEMPORAL_NAMESPACE: `t-fresh-${process.pid}`,
  SMTP_URL: office.url,
  MAIL_FROM: 'Traguardo <avvisi@comune.example>',
  PUBLIC_URL: publicUrl,
  PORT: String(port),
  ...{ OIDC_ISSUER: provider.issuer, OIDC_CLIENT_ID: 'traguardo', OIDC_CLIENT_SECRET: CLIENT_SECRET },
};
const program = (words: readonly string[], more: NodeJS.ProcessEnv = {}) =>
  run([path.resolve('bootstrap/run.mjs'), path.resolve(words[0] ?? ''), ...words.slice(1)], {
    env: { ...env, ...more },
  });
const traguardo = (words: readonly string[], more: NodeJS.ProcessEnv = {}) =>
  program(['cli/main.ts', ...words], more).end;

/** A browser at the real address. */
const browser = (): Browser => {
  const request = (at: string, init: RequestInit = {}) =>
    fetch(`${publicUrl}${at}`, {
      ...init,
      redirect: 'manual',
      headers: { ...Object.fromEntries(new Headers(init.headers)), origin: publicUrl },
    });
  return new Browser({ request } as unknown as ReturnType<typeof createApp>);
};

const PEOPLE = [
  ['Bruna Bianchi', 'responsabile', 'Responsabile', 'Tecnico'],
  ['Carla Conti', 'sindaca', 'Sindaca', ''],
  ['Dario Donati', 'nucleo', 'Nucleo di valutazione', ''],
  ['Elena Esposito', 'rpct', 'RPCT', ''],
  ['Fabio Ferri', 'vice', 'Vicesegretario', ''],
] as const;
const addressOf = (who: string): string => `${who}@esempio.example`;

/** Links that were opened: secrets, each of them. */
const opened: string[] = [];

async function enterByLink(who: string): Promise<Browser> {
  const person = browser();
  const before = office.mails.length;
  const asked = await person.post('/accesso', { indirizzo: addressOf(who) });
  expect(asked.headers.get('location')).toBe('/accesso/inviato');
  await until(async () => office.mails.length > before);
  const link = /(\/accesso\/[\w-]{43})\s/.exec(office.mails.at(-1)?.text ?? '')?.[1] ?? '';
  opened.push(link);
  expect((await person.get(link)).text).toContain('Entra in Traguardo');
  expect((await person.post(link, {})).status).toBe(303);
  return person;
}

async function enterByProvider(who: string): Promise<Browser> {
  provider.people.set(who, { email: addressOf(who), email_verified: true });
  provider.coming = { as: who };
  const person = browser();
  const away = (await person.get('/accesso/identita')).headers.get('location') ?? '';
  const { pathname, search } = await provider.visit(away);
  expect((await person.get(`${pathname}${search}`)).status).toBe(303);
  return person;
}

/** Where a person begins, once in. */
async function homeOf(person: Browser): Promise<string> {
  const { headers } = await person.get('/');
  const home = headers.get('location') ?? '';
  const { status, text } = await person.get(home);
  expect([status, text.includes('Comune di Esempio')], home).toEqual([200, true]);
  return home;
}

test('PostgreSQL, Temporal, mail and OpenID provider apart: migrated, started and found well; a town is added, and its 6 kinds of people enter by link or by the provider', async () => {
  const migrated = await traguardo(['migrate'], { DATABASE_OWNER_URL: database.ownerUrl });
  expect(migrated).toMatchObject({ code: 0 });
  const worker = program(['worker/main.ts'], { METRICS_PORT: String(figures) });
  const api = program(['api/main.ts']);
  await Promise.all([worker.says('"msg":"at work"'), api.says('"msg":"listening"')]);

  await until(async () => {
    const answer = await fetch(`${publicUrl}/salute/pronto`);
    const { parts } = (await answer.json()) as { parts: Record<string, string> };
    return Object.values(parts).every((state) => state === 'ok');
  });
  expect(await traguardo(['doctor'])).toMatchObject({ code: 0 });

  const folder = tempFolder();
  const [sectors, people] = [path.join(folder, 'settori.csv'), path.join(folder, 'persone.csv')];
  writeFileSync(sectors, 'Finanziario\nTecnico\n');
  const rows = PEOPLE.map(([name, who, role, sector]) => `${name};${addressOf(who)};${role};${sector}`);
  writeFileSync(people, `Nome;Casella;Ruolo;Settore\n${rows.join('\n')}\n`);
  const added = await traguardo([
    ...['add-town', '--name', 'Comune di Esempio', '--town', 'esempio', '--ipa', 'c_e001'],
    ...['--secretary', 'Anna Amato', '--email', addressOf('segretaria')],
    ...['--sectors', sectors, '--people', people],
  ]);
  expect(added).toMatchObject({ code: 0, said: expect.stringContaining('è aggiunto, in prova') });

  expect(await homeOf(await enterByLink('segretaria'))).toBe('/cruscotto');
  for (const who of ['sindaca', 'nucleo', 'rpct', 'vice'])
    expect(await homeOf(await enterByLink(who)), who).toMatch(/^\/[a-z-]+$/);
  const head = await enterByProvider('responsabile');
  expect(await homeOf(head)).toBe('/le-mie-scadenze');
  expect((await head.get('/posta-di-prova')).status).toBe(403);

  const scraped = await (await fetch(`http://127.0.0.1:${figures}/metrics`)).text();
  expect(scraped).toContain('\ntraguardo_towns_on_trial 1\n');
  expect(scraped).toContain('traguardo_loop_done_total{loop="sign-in mails"} 5\n');
  for (const one of [worker, api]) one.child.kill('SIGTERM');
  const ends = await Promise.all([worker.end, api.end]);
  expect(ends.map(({ code }) => code)).toEqual([0, 0]);
  const said = ends.map((end) => end.said).join('');
  for (const personal of ['@esempio', 'Amato', 'Bianchi', 'Esempio', CLIENT_SECRET, ...opened])
    expect(said, personal).not.toContain(personal);
}, 240_000);
