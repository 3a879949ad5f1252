import { afterEach, describe, expect, it } from 'vitest';
import { type MetricsEndpoint, serveMetrics } from '../../running/metrics-endpoint.js';
import { metricsConfig, metricsSettings } from '../../running/metrics-settings.js';
import { processRegistry } from '../../running/process-gauges.js';

const TOKEN = 'un-segreto-di-24-segni..';
const open = new Set<MetricsEndpoint>();
afterEach(async () => {
  for (const endpoint of open) await endpoint.close();
  open.clear();
});

async function served(
  token: string | null,
  text = async (): Promise<string> => 'traguardo_x 1\n',
): Promise<{
  ask: (path: string, init?: RequestInit) => Promise<Response>;
  port: number;
  failures: unknown[];
}> {
  const failures: unknown[] = [];
  const endpoint = await serveMetrics({ host: '127.0.0.1', port: 0, token }, text, (error) =>
    failures.push(error),
  );
  open.add(endpoint);
  const ask = (path: string, init?: RequestInit) => fetch(`http://127.0.0.1:${endpoint.port}${path}`, init);
  return { ask, port: endpoint.port, failures };
}

describe('/metrics', () => {
  it('shows the figures in the format of Prometheus, and is kept by no cache', async () => {
    const answer = await (await served(null)).ask('/metrics');
    expect([answer.status, await answer.text()]).toEqual([200, 'traguardo_x 1\n']);
    expect(answer.headers.get('content-type')).toBe('text/plain; version=0.0.4; charset=utf-8');
    expect(answer.headers.get('cache-control')).toBe('no-store');
  });

  it.each([
    ['no header', undefined],
    ['another token', `Bearer ${TOKEN}x`],
    ['its beginning', `Bearer ${TOKEN.slice(0, -1)}`],
    ['another scheme', `Basic ${TOKEN}`],
    ['nothing after the scheme', 'Bearer '],
  ])('with a token set, %s is answered 401 and no figure', async (_what, authorization) => {
    const { ask } = await served(TOKEN);
    const answer = await ask('/metrics', authorization === undefined ? {} : { headers: { authorization } });
    expect([answer.status, await answer.text()]).toEqual([401, '']);
  });

  it('with the token it is shown', async () => {
    const { ask } = await served(TOKEN);
    expect((await ask('/metrics', { headers: { authorization: `Bearer ${TOKEN}` } })).status).toBe(200);
  });

  it.each(['/', '/metrics/', '/metricsx', '/../metrics/..', '/salute/pronto'])(
    '%s is nothing',
    async (path) => {
      expect((await (await served(null)).ask(path)).status).toBe(404);
    },
  );

  it('only reads', async () => {
    expect((await (await served(null)).ask('/metrics', { method: 'POST', body: 'x' })).status).toBe(404);
  });

  it('a scrape that fails is answered 503 and told', async () => {
    const { ask, failures } = await served(null, () => Promise.reject(new Error('away')));
    expect((await ask('/metrics')).status).toBe(503);
    expect(failures).toHaveLength(1);
  });

  it('a port that somebody has stops the start with its name', async () => {
    const { port } = await served(null);
    const again = serveMetrics(
      { host: '127.0.0.1', port, token: null },
      async () => '',
      () => undefined,
    );
    await expect(again).rejects.toThrow(
      `METRICS_PORT ${port} on 127.0.0.1 cannot be listened on (EADDRINUSE)`,
    );
  });
});

describe('the settings', () => {
  const schemaOf = (env: string) => metricsSettings.find((one) => one.env === env)?.schema;

  it.each(['x', '-1', '65536', '9464 ', '1e3'])('METRICS_PORT "%s" is no port', (text) => {
    expect(schemaOf('METRICS_PORT')?.safeParse(text).success).toBe(false);
  });

  it('a token of less than 16 signs is none', () => {
    expect(schemaOf('METRICS_TOKEN')?.safeParse('a'.repeat(15)).success).toBe(false);
    expect(schemaOf('METRICS_TOKEN')?.safeParse('a'.repeat(16)).success).toBe(true);
  });

  it('without a port there is no endpoint, whatever else is set', () => {
    expect(metricsConfig(null, '0.0.0.0', null)).toEqual({ ok: true, config: null });
  });

  it.each(['0.0.0.0', '10.0.0.5', '::', 'worker'])('on %s a token is needed', (host) => {
    expect(metricsConfig(9464, host, null)).toEqual({
      ok: false,
      refusal: `METRICS_HOST ${host} is not loopback: set METRICS_TOKEN`,
    });
    expect(metricsConfig(9464, host, TOKEN).ok).toBe(true);
  });
});

describe('the figures of a process', () => {
  const pool = () => Promise.resolve({ active: 2, idle: 3, waiting: 0 });

  it('are the drift of its clock in seconds, and its connections', async () => {
    const text = await processRegistry({
      drift: () => Promise.resolve(-31_500),
      pool,
      poolSize: 10,
    }).metrics();
    expect(text).toContain('\ntraguardo_clock_drift_seconds -31.5\n');
    expect(text).toContain('\ntraguardo_database_connections{state="active"} 2\n');
    expect(text).toContain('\ntraguardo_database_connections_limit 10\n');
    expect(text).toContain('process_resident_memory_bytes');
  });

  it('are NaN, and the others still there, when the database does not answer', async () => {
    const away = () => Promise.reject(new Error('away'));
    const text = await processRegistry({ drift: away, pool: away, poolSize: 10 }).metrics();
    expect(text).toMatch(/\ntraguardo_clock_drift_seconds NaN\n/i);
    expect(text).toMatch(/\ntraguardo_database_connections\{state="active"\} NaN\n/i);
    expect(text).toContain('process_resident_memory_bytes');
  });
});
