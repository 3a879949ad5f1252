import { describe, expect, it } from 'vitest';
import { readConfig, settings } from '../../api/config.js';
import { arrival } from '../../api/pages/clock.js';
import type { Viewer } from '../../api/viewer.js';
import { instant } from '../../domain/time/instant.js';
import { ConfigRefused } from '../../running/settings.js';
import { openStage } from './stage.js';
import { Visitor } from './visitor.js';

const demo = await openStage();
const real = await openStage({ demo: false });

describe('outside the demo', () => {
  it('the first page asks for an address and names no town', async () => {
    const { status, text } = await real.stranger().get('/');
    expect(status).toBe(200);
    expect(text).toContain('Il tuo indirizzo di posta del lavoro');
    expect(text).not.toContain('Comune di qua');
  });

  it('in the demo nobody enters by a link: 404', async () => {
    const visitor = demo.stranger();
    expect((await visitor.post('/accesso', { indirizzo: 'segretario@prova.example' })).status).toBe(404);
    for (const path of ['/accesso/inviato', `/accesso/${'A'.repeat(43)}`, '/ente', '/accessi'])
      expect((await visitor.get(path)).status, path).toBe(404);
  });

  it('"Entra come", the inbox and the clock are not there: 404', async () => {
    const visitor = real.stranger();
    expect((await visitor.enter(real.ours.town, real.ours.people.secretary)).status).toBe(404);
    for (const path of ['/posta', '/posta/1', '/posta/1/html', '/api/v1/clock'])
      expect((await visitor.get(path)).status).toBe(404);
    expect((await visitor.post('/orologio', { passo: 'giorno' })).status).toBe(404);
  });

  it('a session of the demo opens nothing, even signed with the same key', async () => {
    const inDemo = await demo.enter(demo.ours.people.secretary);
    const app = real.app;
    const visitor = new Visitor(app);
    visitor.cookie = inDemo.cookie;
    expect((await visitor.get('/api/v1/me')).status).toBe(401);
  });
});

describe('in the demo', () => {
  it.each([
    'evil.example',
    'localhost.evil.example',
    '127.0.0.1.evil.example',
    '10.0.0.7:3000',
    'evil.example:3000',
    '',
  ])('a request for the host "%s" is refused', async (host) => {
    for (const path of ['/', '/salute/vivo', '/api/v1/me', '/assets/traguardo/base.css'])
      expect((await demo.app.request(path, { headers: { host } })).status).toBe(403);
  });

  it.each(['localhost', 'localhost:3000', '127.0.0.1:8080', '[::1]:3000'])(
    'the host %s is this machine',
    async (host) => {
      expect((await demo.app.request('/', { headers: { host } })).status).toBe(200);
    },
  );

  it('the first page lists the people of the town, each with one line of what they will see', async () => {
    const { text } = await demo.stranger().get('/');
    for (const words of [
      'Comune di qua',
      'Segretaria',
      'Responsabile del settore Finanziario',
      'Il cruscotto: che cosa è in ritardo',
    ])
      expect(text).toContain(words);
    expect(text).toContain('giovedì 29 giugno 2023');
  });

  it('nobody enters as somebody of another town, or as nobody', async () => {
    const nobody = '00000000-0000-4000-8000-000000000000';
    for (const [town, person] of [
      [demo.ours.town, demo.theirs.people.head],
      [demo.ours.town, nobody],
      [nobody, demo.ours.people.head],
      ["' or 1=1 --", 'x'],
    ] as const)
      expect((await demo.stranger().enter(town, person)).status).toBe(404);
  });
});

describe('"Nessun ruolo oggi"', () => {
  it('is for people without a role; whoever has one is led to where they begin', async () => {
    const page = await (await demo.enter(demo.ours.people.nobody)).get('/senza-ruolo');
    expect([page.status, page.text]).toEqual([200, expect.stringContaining('Nessun ruolo oggi')]);
    const answer = await (await demo.enter(demo.ours.people.secretary)).get('/senza-ruolo');
    expect([answer.status, answer.headers.get('location')]).toEqual([303, '/cruscotto']);
  });
});

describe('the clock bar', () => {
  const at = (iso: string): Viewer =>
    ({
      ...({} as Viewer),
      today: iso.slice(0, 10),
      town: { clock: { offsetMs: 0, zone: 'Europe/Rome' } },
    }) as Viewer;

  it.each([
    ['2023-06-29', 'giorno', '2023-06-30', '2023-06-30T07:30:00.000Z'],
    ['2023-06-29', 'lunedi', '2023-07-03', '2023-07-03T07:30:00.000Z'],
    ['2023-07-03', 'lunedi', '2023-07-10', '2023-07-10T07:30:00.000Z'],
    ['2023-01-31', 'mese', '2023-02-28', '2023-02-28T08:30:00.000Z'],
    ['2023-03-25', 'giorno', '2023-03-26', '2023-03-26T07:30:00.000Z'],
    ['2023-10-28', 'giorno', '2023-10-29', '2023-10-29T08:30:00.000Z'],
    ['2023-12-31', 'giorno', '2024-01-01', '2024-01-01T08:30:00.000Z'],
  ] as const)('from %s "%s" leads to 09:30 of %s in Rome (%s)', (today, step, day, moment) => {
    expect(arrival(at(today), step)).toEqual({ day, at: Date.parse(moment) });
  });

  it('moves the clock of the own town and comes back to the page, which says the day', async () => {
    const head = await demo.enter(demo.ours.people.head);
    const form = await head.form('/obiettivi', '/orologio');
    const { status, headers } = await head.post('/orologio', { ...form.fields, passo: 'giorno' });
    expect(status).toBe(303);
    expect(headers.get('location')).toBe('/obiettivi?esito=orologio&di=2023-06-30');
    expect(demo.moves.at(-1)).toEqual({
      town: demo.ours.town,
      to: instant(Date.parse('2023-06-30T07:30:00Z')),
    });
    expect((await head.get('/obiettivi?esito=orologio&di=2023-06-30')).text).toContain(
      'è arrivato a venerdì 30 giugno 2023',
    );
  });

  it('does not know other steps, and says nothing that an address puts in its mouth', async () => {
    const head = await demo.enter(demo.ours.people.head);
    const form = await head.form('/obiettivi', '/orologio');
    expect((await head.post('/orologio', { ...form.fields, passo: 'anno' })).status).toBe(404);
    for (const query of [
      'esito=<b>x</b>',
      'esito=orologio&di=<b>x</b>',
      'esito=constructor',
      'esito=__proto__',
    ])
      expect((await head.get(`/obiettivi?${query}`)).text).not.toContain('tr-flash-done');
  });
});

describe('the configuration', () => {
  const env = { DATABASE_URL: 'postgres://traguardo_app@localhost/t', TEMPORAL_ADDRESS: '127.0.0.1:7233' };

  it('listens on loopback, port 8080, without the demo, when nothing else is said', () => {
    expect(readConfig(env)).toMatchObject({
      host: '127.0.0.1',
      port: 8080,
      demo: false,
      logLevel: 'info',
      metrics: null,
      publicUrl: null,
    });
  });

  it.each([
    [{ DEMO: '1', HOST: '0.0.0.0' }, 'HOST'],
    [{ DEMO: '1', HOST: '192.168.1.7' }, 'HOST'],
    [{ DEMO: '1', PUBLIC_URL: 'https://performance.comune.example' }, 'PUBLIC_URL'],
    [{ PORT: '99999' }, 'PORT'],
    [{ PORT: 'x' }, 'PORT'],
    [{ DATABASE_URL: 'mysql://x' }, 'DATABASE_URL'],
    [{ DATABASE_URL: '' }, 'DATABASE_URL'],
    [{ TEMPORAL_ADDRESS: 'temporal' }, 'TEMPORAL_ADDRESS'],
    [{ LOG_LEVEL: 'loud' }, 'LOG_LEVEL'],
  ])('%j stops the start and names %s', (change, name) => {
    expect(() => readConfig({ ...env, ...change })).toThrow(ConfigRefused);
    expect(() => readConfig({ ...env, ...change })).toThrow(name);
  });

  it.each(['true', 'yes', '0', ' 1'])('DEMO=%s is not the demo', (DEMO) => {
    expect(readConfig({ ...env, DEMO }).demo).toBe(false);
  });

  it('has no variable for the demo among its settings', () => {
    expect(settings.map((setting) => setting.env)).not.toContain('DEMO');
  });
});
