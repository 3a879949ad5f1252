import path from 'node:path';
import { expect, test } from 'vitest';
import { claimContent, openDataFolder } from '../../embedded/data-folder.js';
import { freePort } from '../../embedded/free-port.js';
import { startInbox } from '../../embedded/inbox.js';
import { serviceSettings, serviceWiring } from '../../embedded/service-wiring.js';
import { Supervisor } from '../../embedded/supervisor.js';
import type { CaughtMessage } from '../../store/notices/inbox.js';
import { run } from './run-program.js';
import { tempFolder } from './temp-folder.js';

const PUBLIC_URL = 'https://performance.comune.example';
const FIT = { PUBLIC_URL, SMTP_URL: 'smtp://127.0.0.1:25', MAIL_FROM: 'Traguardo <avvisi@comune.example>' };

test.each<[NodeJS.ProcessEnv, RegExp]>([
  [{}, /SMTP_URL is missing; MAIL_FROM is missing; PUBLIC_URL is missing\./],
  [{ ...FIT, PUBLIC_URL: 'http://performance.comune.example' }, /PUBLIC_URL must begin with https:\/\//],
  [{ ...FIT, PUBLIC_URL: 'performance' }, /partire: PUBLIC_URL is not an http\(s\):\/\/ address\.$/],
  [{ ...FIT, MAIL_FROM: 'nessuno' }, /MAIL_FROM "nessuno" is neither/],
  [{ ...FIT, LOG_LEVEL: 'loud', SMTP_PER_MINUTE: 'many' }, /LOG_LEVEL .*; SMTP_PER_MINUTE/],
])('a service with the settings %j is refused before anything starts, naming each', (env, message) => {
  expect(() => serviceSettings(env, 8080)).toThrow(message);
});

test('beside what is missing it says what to write', () => {
  const { MAIL_FROM: _, ...rest } = FIT;
  expect(() => serviceSettings(rest, 8080)).toThrow(
    expect.objectContaining({
      details: expect.stringContaining('MAIL_FROM=Traguardo <traguardo@comune.example>'),
    }),
  );
});

test('nothing in the environment opens the demo: DEMO, HOST and another database have no say', () => {
  const env = { ...FIT, DEMO: '1', HOST: '0.0.0.0', DATABASE_OWNER_URL: 'postgres://owner@localhost/t' };
  const settings = serviceSettings(env, 8080);
  expect(settings).toMatchObject({ HOST: '127.0.0.1', PORT: '8080', PUBLIC_URL });
  expect(settings).not.toHaveProperty('DEMO');
  expect(settings).not.toHaveProperty('DATABASE_OWNER_URL');
});

test('worker and pages of one machine show their figures on two ports, or on none; the worker is told where the nightly copies are', async () => {
  const quiet = { tell: () => undefined, log: () => undefined };
  const data = openDataFolder(path.join(tempFolder(), 'porte'));
  const portsOf = async (env: NodeJS.ProcessEnv): Promise<readonly unknown[]> => {
    const setting = { port: 8080, temporalUi: null, data, env: { ...FIT, ...env }, tell: quiet.tell };
    const stores = {
      database: { app: 'postgres://traguardo_app@localhost/t', owner: 'postgres://o@localhost/t' },
      temporalAddress: 'localhost:7233',
    };
    const { worker, pages } = await serviceWiring(new Supervisor(quiet), setting, stores);
    expect([worker['NIGHTLY_COPIES'], pages['NIGHTLY_COPIES']]).toEqual([
      path.join(data.folder, 'copie'),
      undefined,
    ]);
    return [worker['METRICS_PORT'] ?? '', pages['METRICS_PORT']];
  };
  expect(await portsOf({ METRICS_PORT: '9464' })).toEqual(['9464', '9465']);
  expect(await portsOf({})).toEqual(['', '']);
  expect(() => serviceSettings({ ...FIT, METRICS_PORT: '9464', METRICS_HOST: '0.0.0.0' }, 8080)).toThrow(
    'METRICS_HOST 0.0.0.0 is not loopback: set METRICS_TOKEN',
  );
});

test('a folder serves the demo or real towns, never both', () => {
  const ours = openDataFolder(path.join(tempFolder(), 'servizio'));
  claimContent(ours, 'service');
  claimContent(ours, 'service');
  expect(() => claimContent(ours, 'demo')).toThrow('contiene i comuni di «traguardo serve»');
});

test('served, a town is added by one command and its Segretario asks for a link; a copy made meanwhile is put back and served on another machine', async () => {
  const folder = path.join(tempFolder(), 'dati');
  const mails: CaughtMessage[] = [];
  let told = (): void => undefined;
  const arrived = new Promise<void>((resolve) => {
    told = resolve;
  });
  const inbox = await startInbox({
    log: () => undefined,
    async store(mail) {
      mails.push(mail);
      told();
    },
  });
  const port = await freePort();
  const env = { ...process.env, ...FIT, SMTP_URL: inbox.url, DATA_DIR: folder };
  const traguardo = (...words: string[]) =>
    run([path.resolve('bootstrap/run.mjs'), path.resolve('cli/main.ts'), ...words], { env });

  const first = traguardo('serve', '--port', String(port));
  await first.says('Nessun comune ancora');
  const town = ['--name', 'Comune di Esempio', '--town', 'esempio', '--ipa', 'c_e001'];
  const who = ['--secretary', 'Segretario di prova', '--email', 'segretario@esempio.example'];
  const added = await traguardo('add-town', ...town, ...who).end;
  expect(added).toMatchObject({
    code: 0,
    said: expect.stringContaining('Comune di Esempio è aggiunto, in prova'),
  });

  const pages = `http://127.0.0.1:${port}`;
  const door = await fetch(pages);
  const text = await door.text();
  expect(text).toContain('Il tuo indirizzo di posta del lavoro');
  expect(text).not.toContain('come Segretario');
  expect(door.headers.get('strict-transport-security')).not.toBeNull();
  // The proxy passes on a Host of its own: a form of ours comes from the public address, and from no other.
  const ask = (origin: string) =>
    fetch(`${pages}/accesso`, {
      method: 'POST',
      headers: { origin },
      body: new URLSearchParams({ indirizzo: 'segretario@esempio.example' }),
      redirect: 'manual',
    });
  expect((await ask(pages)).status).toBe(403);
  expect((await ask(PUBLIC_URL)).headers.get('location')).toBe('/accesso/inviato');
  await arrived;
  expect(mails[0]?.text).toContain(`${PUBLIC_URL}/accesso/`);
  expect(await traguardo('doctor').end).toMatchObject({ code: 0 });

  const demo = await run([
    path.resolve('bootstrap/start.mjs'),
    '--port',
    String(await freePort()),
    '--data',
    folder,
  ]).end;
  expect(demo).toMatchObject({ code: 1, said: expect.stringContaining('già in uso da un altro Traguardo') });
  const copy = path.join(tempFolder(), 'copia');
  expect(await traguardo('backup', copy).end).toMatchObject({ code: 0 });
  const archive = path.join(tempFolder(), 'esempio.zip');
  expect(await traguardo('export-town', 'esempio', archive, '--leave').end).toMatchObject({
    code: 0,
    said: expect.stringContaining('Il comune ha lasciato questa installazione. 0 processi fermati.'),
  });
  first.child.kill('SIGTERM');
  expect(await first.end).toMatchObject({ code: 0 });

  env.DATA_DIR = path.join(tempFolder(), 'altra-macchina');
  expect((await traguardo('restore', copy, '--sent-until', 'ieri').end).said).toContain(
    '"ieri" non è un momento',
  );
  const back = await traguardo('restore', copy, '--sent-until', 'copia').end;
  expect(back).toMatchObject({ code: 0, said: expect.stringContaining('1 comune ripristinato dalla copia') });
  const second = traguardo('serve', '--port', String(port));
  await second.says('Ctrl-C per fermare');
  second.child.kill('SIGTERM');
  const { code, said } = await second.end;
  expect(code).toBe(0);
  expect(said).not.toContain('Nessun comune ancora');
  await inbox.stop();
}, 240_000);
