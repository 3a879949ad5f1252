/** What still works when a part is down, and what is said of it. */
import { writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { Hono } from 'hono';
import { describe, expect, inject, it } from 'vitest';
import type { AppEnv } from '../../api/app-env.js';
import { createApp } from '../../api/create-app.js';
import { onFailure } from '../../api/failures.js';
import { createHealth, type HealthReport } from '../../api/health.js';
import { linkTemporal } from '../../api/temporal-link.js';
import { doctor } from '../../cli/doctor.js';
import { connect } from '../../store/connection.js';
import { inTown } from '../../store/in-town.js';
import { freezeDigests } from '../../store/notices/digests.js';
import { digestFor, NOON } from '../store/furnished-town.js';
import { openStage } from './stage.js';
import { Visitor } from './visitor.js';

/** A port of this machine on which nobody listens. */
const closedPort = await new Promise<number>((resolve) => {
  const server = createServer().listen(0, '127.0.0.1', () => {
    const address = server.address();
    server.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0));
  });
});

const stage = await openStage({ temporal: `127.0.0.1:${closedPort}` });
const { ours, sql } = stage;
const owed = ours.obligations.find(
  ({ owner, term }) => owner.role === 'head' && owner.sector === 'Finanziario' && term.kind === 'date',
);
const path = `/api/v1/obligations/${owed?.id}`;

describe('with a full disk', () => {
  const full =
    "Sul disco del server non c'è più spazio: nulla è stato registrato. Avvisa chi gestisce il sistema.";

  it('a command that PostgreSQL has no room for is refused in words, with 503, and leaves nothing half-stored', async () => {
    const owner = connect(stage.database.ownerUrl, { max: 1 });
    await owner`create function no_room() returns trigger language plpgsql as
      $$ begin raise exception 'no room' using errcode = 'disk_full'; end $$`;
    await owner`create trigger no_room before insert on audit for each row execute function no_room()`;
    const head = await stage.enter(ours.people.head);
    const refused = await head.json('POST', `${path}/complete`, { note: 'senza spazio' });
    expect([refused.status, JSON.parse(refused.text).detail]).toEqual([503, full]);
    expect(JSON.parse((await head.get(path)).text)).toMatchObject({
      state: 'open',
      rowVersion: 1,
      note: null,
    });
    await owner`drop trigger no_room on audit`;
    await owner`drop function no_room`;
    await owner.end();
    expect(stage.logged.filter((line) => line.startsWith('no room on the disk'))).toHaveLength(1);
  });

  it('a document that there is no room to spool is refused likewise', async () => {
    const app = new Hono<AppEnv>();
    app.use((c, next) => {
      c.set('deps', stage.deps);
      return next();
    });
    app.onError(onFailure);
    app.post('/api/v1/documenti', async (c) => {
      await writeFile('/dev/full', 'x');
      return c.body(null);
    });
    const refused = await app.request('/api/v1/documenti', { method: 'POST' });
    expect([refused.status, (await refused.json()).detail]).toEqual([503, full]);
  });
});

describe('with Temporal down', () => {
  it('a completion is accepted', async () => {
    const head = await stage.enter(ours.people.head);
    expect((await head.json('POST', `${path}/complete`, { note: 'senza Temporal' })).status).toBe(200);
  });

  it('a command that tells a workflow is accepted; its announcement waits for the relay', async () => {
    const head = await stage.enter(ours.people.head);
    expect((await head.json('POST', `${path}/reopen`, { reason: 'senza Temporal' })).status).toBe(200);
    await stage.deps.announcer.settled();
    const left = await inTown(
      sql,
      ours.town,
      (tx) => tx`select 1 from announcement where announced_at is null and workflow_type = 'round'`,
    );
    expect(left.count).toBeGreaterThan(0);
    expect(stage.logged.join('\n')).toContain('announcements left to the relay');
    expect(stage.logged.join('\n')).not.toContain('senza Temporal');
  });

  it('/salute/pronto is ready, and says that Temporal is down', async () => {
    const { status, text } = await stage.stranger().get('/salute/pronto');
    expect(status).toBe(200);
    expect(JSON.parse(text)).toMatchObject({ ready: true, parts: { postgresql: 'ok', temporal: 'down' } });
  });

  it('pages say so to whoever has entered', async () => {
    await stage.deps.health.check();
    const head = await stage.enter(ours.people.head);
    const { status, text } = await head.get('/le-mie-scadenze');
    expect(status).toBe(200);
    expect(text).toContain('Il motore dei tempi (Temporal) non risponde');
  });
});

describe('with the mail server down', () => {
  it('a mail that was put off is counted, and pages say that mails wait', async () => {
    await inTown(sql, ours.town, async (tx) => {
      await freezeDigests(tx, [digestFor(ours.people.head)]);
      await tx`update digest set attempts = 1 where person = ${ours.people.head} and state = 'frozen'`;
    });
    const { text } = await stage.stranger().get('/salute/pronto');
    expect(JSON.parse(text)).toMatchObject({ ready: true, parts: { smtp: 'down' } });
    const secretary = await stage.enter(ours.people.secretary);
    expect((await secretary.get('/cruscotto')).text).toContain('Il server di posta non accetta messaggi');
  });
});

describe('with the watchdog behind', () => {
  it('says late when an announcement has waited for more than a minute', async () => {
    const later = createHealth(
      sql,
      async () => true,
      () => (NOON + 120_000) as typeof NOON,
    );
    expect((await later.check()).parts.watchdog).toBe('late');
  });
});

describe('with no worker at work', () => {
  const health = (workerSeen: () => Promise<boolean>) =>
    createHealth(
      sql,
      async () => true,
      () => NOON,
      { workerSeen },
    );

  it('/salute/pronto is ready, says so and in Italian what it means', async () => {
    const app = createApp({ ...stage.deps, health: health(async () => false) });
    const answer = await app.request('/salute/pronto');
    expect(answer.status).toBe(200);
    const report = (await answer.json()) as { parts: object; troubles: readonly string[] };
    expect(report.parts).toMatchObject({ worker: 'down' });
    expect(report.troubles.join()).toContain('(worker) non è al lavoro');
  });

  it('a real Temporal that no worker has asked for work in the last 2 minutes says so', async () => {
    const temporal = linkTemporal(inject('temporalAddress'), 'default');
    expect(await temporal.workerSeen()).toBe(false);
    await temporal.close();
    expect((await health(() => temporal.workerSeen()).check()).parts.worker).toBe('unknown');
  });
});

describe('with a clock that is wrong', () => {
  it.each([
    [45_000, 'down'],
    [-45_000, 'down'],
    [0, 'ok'],
  ] as const)(
    '%i ms ahead of the database is %s; what is wrong is said on pages too',
    async (ahead, state) => {
      const clock = createHealth(
        sql,
        async () => true,
        () => NOON,
        { wall: () => Date.now() + ahead },
      );
      const app = createApp({ ...stage.deps, health: clock });
      const report = (await (await app.request('/salute/pronto')).json()) as HealthReport;
      expect(report.parts.clock).toBe(state);
      const visitor = new Visitor(app);
      await visitor.enter(ours.town, ours.people.secretary);
      const { text } = await visitor.get('/cruscotto');
      expect(text.includes('e quello della base dati non vanno d')).toBe(state === 'down');
    },
  );

  it('doctor says of a clock that it agrees', async () => {
    const env = { DATABASE_URL: stage.database.appUrl, TEMPORAL_ADDRESS: inject('temporalAddress') };
    const { lines } = await doctor(env);
    expect(lines.join('\n')).toContain('ok  orologio in accordo con quello di PostgreSQL');
  });
});

describe('/salute/pronto', () => {
  it('holds no secret, no address of a machine, no town and nobody', async () => {
    const { text } = await stage.stranger().get('/salute/pronto');
    const names = [
      stage.database.appUrl,
      stage.database.name,
      ours.town,
      'Comune di',
      '127.0.0.1',
      'prova.example',
    ];
    for (const name of names) expect(text).not.toContain(name);
  });
});

describe('with PostgreSQL down', () => {
  const away = connect(`postgres://nobody@127.0.0.1:${closedPort}/nothing`, { connectTimeoutSeconds: 1 });
  const deps = {
    ...stage.deps,
    sql: away,
    health: createHealth(
      away,
      async () => true,
      () => NOON,
    ),
  };
  const app = createApp(deps);

  it('/salute/pronto answers 503, /salute/vivo 200', async () => {
    const ready = await app.request('/salute/pronto');
    expect(ready.status).toBe(503);
    expect(await ready.json()).toMatchObject({
      ready: false,
      parts: { postgresql: 'down', smtp: 'unknown', clock: 'unknown' },
      troubles: ['La base dati non risponde: non si può leggere né registrare nulla.'],
      waiting: null,
    });
    expect((await app.request('/salute/vivo')).status).toBe(200);
  });

  it('pages answer 503 in Italian and the API with a problem; only what was to be recorded is said not to have been', async () => {
    const head = await stage.enter(ours.people.head);
    const visitor = new Visitor(app);
    visitor.cookie = head.cookie;
    const page = await visitor.get('/le-mie-scadenze');
    expect(page.status).toBe(503);
    expect(page.text).toContain('La base dati non risponde. Riprova tra qualche minuto.');
    const api = await visitor.json('POST', `${path}/complete`, {});
    expect(api.status).toBe(503);
    expect(api.headers.get('content-type')).toBe('application/problem+json');
    expect(JSON.parse(api.text).detail).toContain('Nulla è stato registrato');
  });
});
