/** One line a request in the log and one observation in the figures: where, how it ended, how long; nothing of whom. */
import { Hono } from 'hono';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import type { AppEnv } from '../../api/app-env.js';
import { createApp } from '../../api/create-app.js';
import { onFailure } from '../../api/failures.js';
import { apiMetrics } from '../../api/metrics.js';
import { tellRequest } from '../../api/request-told.js';
import { connect } from '../../store/connection.js';
import { openStage } from './stage.js';
import { Visitor } from './visitor.js';

const stage = await openStage();
const { ours, logged } = stage;
const PROGRAM = 'prova metriche';
const sql = connect(stage.database.appUrl, { max: 3, applicationName: PROGRAM });
const metrics = apiMetrics(
  { host: '127.0.0.1', port: 0, token: null },
  { sql, health: stage.deps.health, program: PROGRAM, poolSize: 3 },
  () => undefined,
);
const endpoint = await metrics.serve();
afterAll(async () => {
  await endpoint.close();
  await sql.end();
});
const app = createApp({ ...stage.deps, onRequest: metrics.told });
const visitor = new Visitor(app);
await visitor.enter(ours.town, ours.people.secretary);
const owed = ours.obligations[0]?.id ?? '';

const lines = (): readonly Record<string, unknown>[] =>
  logged
    .filter((line) => line.startsWith('request '))
    .map((line) => JSON.parse(line.slice('request '.length)));
const scrape = async (): Promise<string> => (await fetch(`http://127.0.0.1:${endpoint.port}/metrics`)).text();

beforeEach(() => {
  logged.length = 0;
});

describe('a request', () => {
  it('is one line: number, method, pattern of the route, status, milliseconds; the answer has the same number', async () => {
    const { headers } = await visitor.get(`/scadenze/${owed}?da=cruscotto&chi=Maria`);
    expect(lines()).toEqual([
      {
        request: headers.get('x-request-id'),
        method: 'GET',
        route: '/scadenze/:id',
        status: 200,
        ms: expect.any(Number),
      },
    ]);
    expect(headers.get('x-request-id')).toMatch(/^[0-9a-f]{8}-[0-9a-f-]{27}$/);
  });

  it.each<[string, string, string, number]>([
    ['GET', '/cruscotto?anno=2023', '/cruscotto', 200],
    ['GET', '/api/v1/obligations/non-esiste', '/api/v1/obligations/:id', 404],
    ['GET', '/r/un-segreto-di-una-lettera', '/r/:token', 404],
    ['GET', '/non/esiste/Maria-Rossi', 'other', 404],
    ['GET', '/%2e%2e/%2e%2e/etc/passwd', 'other', 404],
    ['PROPFIND', '/cruscotto', 'other', 404],
    ['GET', `/${'x'.repeat(5_000)}`, 'other', 404],
  ])('%s %s is told as %s, %i', async (method, path, route, status) => {
    await visitor.ask(path, { method });
    const [line, ...more] = lines();
    expect(more).toEqual([]);
    expect(line).toMatchObject({ route, status, method: method === 'PROPFIND' ? 'other' : method });
    expect(JSON.stringify(line)).not.toMatch(/segreto|Maria|passwd|xxxx|2023/);
  });

  it('sent back at the door (a form from elsewhere) is told too', async () => {
    await visitor.post('/cruscotto/invia-ora', {}, { origin: 'https://altrove.example' });
    expect(lines()).toMatchObject([{ route: 'other', status: 403, method: 'POST' }]);
  });

  it('for a style sheet or a probe is no line', async () => {
    await visitor.get('/assets/traguardo/base.css');
    await visitor.get('/salute/vivo');
    expect(lines()).toEqual([]);
  });

  it('that fails has its number in the line about the failure, in the problem and on the page', async () => {
    const broken = new Hono<AppEnv>();
    broken.use(async (c, next) => {
      c.set('deps', stage.deps);
      c.set('viewer', null);
      await next();
    });
    broken.use(tellRequest);
    broken.onError(onFailure);
    for (const path of ['/api/guasta', '/guasta']) broken.get(path, () => Promise.reject(new Error('Maria')));
    for (const path of ['/api/guasta', '/guasta']) {
      logged.length = 0;
      const answer = await broken.request(path);
      const number = answer.headers.get('x-request-id') ?? 'none';
      expect(answer.status).toBe(500);
      expect(await answer.text()).toContain(number);
      expect(logged.filter((line) => line.includes(number))).toHaveLength(2);
      expect(logged.join()).not.toContain('Maria');
    }
  });
});

describe('the figures', () => {
  it('count requests by pattern and class of status, never by id, query or name', async () => {
    await visitor.get(`/scadenze/${owed}`);
    await visitor.get('/api/v1/obligations/non-esiste');
    const text = await scrape();
    expect(text).toMatch(
      /traguardo_http_request_duration_seconds_count\{method="GET",route="\/scadenze\/:id",status="2xx"\} [1-9]/,
    );
    expect(text).toMatch(/_count\{method="GET",route="\/api\/v1\/obligations\/:id",status="4xx"\} [1-9]/);
    for (const personal of [
      owed,
      ours.town,
      ours.people.secretary,
      'non-esiste',
      'Comune di',
      'prova.example',
    ])
      expect(text).not.toContain(personal);
  });

  it('say which part works: PostgreSQL and Temporal here, and of the worker that nobody can tell', async () => {
    const text = await scrape();
    expect(text).toContain('traguardo_part_ok{part="postgresql"} 1\n');
    expect(text).toContain('traguardo_part_ok{part="temporal"} 1\n');
    expect(text).toMatch(/traguardo_part_ok\{part="worker"\} NaN\n/i);
  });

  it('count the connections of this program', async () => {
    expect(await scrape()).toMatch(/traguardo_database_connections\{state="(active|idle)"\} [1-3]\n/);
  });
});
