/** The figures of the pages: how long requests take by route, and which part of the installation is down. */
import { Gauge, Histogram } from 'prom-client';
import { type MetricsEndpoint, serveMetrics } from '../running/metrics-endpoint.js';
import type { MetricsConfig } from '../running/metrics-settings.js';
import { patiently } from '../running/patiently.js';
import { processRegistry } from '../running/process-gauges.js';
import { clockDrift } from '../store/clock-drift.js';
import type { Sql } from '../store/connection.js';
import { poolUse } from '../store/figures.js';
import type { RequestTold } from './deps.js';
import type { Health } from './health.js';
import { PARTS } from './health-words.js';

export interface ApiMetrics {
  /** Counts one request. */
  readonly told: (request: RequestTold) => void;
  /** Begins to answer scrapes. Rejects when the port cannot be listened on. */
  serve(): Promise<MetricsEndpoint>;
}

export interface ApiMetricsWish {
  readonly sql: Sql;
  readonly health: Health;
  /** The name that the pool connects with, and as many connections as it may open. */
  readonly program: string;
  readonly poolSize: number;
}

/** In seconds: the bar of pages is 0.1; the last ones are for files on a poor line. */
const BUCKETS = [0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 5, 60];

/** `onFailure` hears of a scrape that went wrong. */
export function apiMetrics(
  config: MetricsConfig,
  { sql, health, program, poolSize }: ApiMetricsWish,
  onFailure: (error: unknown) => void,
): ApiMetrics {
  const registry = processRegistry({
    drift: () => clockDrift(sql),
    pool: () => poolUse(sql, program),
    poolSize,
  });
  const registers = [registry];
  const durations = new Histogram({
    name: 'traguardo_http_request_duration_seconds',
    help: 'Time until the answer, by the pattern of the route (never an id) and the class of its status.',
    labelNames: ['method', 'route', 'status'] as const,
    buckets: BUCKETS,
    registers,
  });
  new Gauge({
    name: 'traguardo_part_ok',
    help: '1 when the part works, 0 when it is down or late; NaN when it cannot be known.',
    labelNames: ['part'] as const,
    registers,
    async collect() {
      const report = await patiently(health.check());
      for (const part of PARTS) {
        const state = report?.parts[part] ?? 'unknown';
        this.set({ part }, state === 'unknown' ? Number.NaN : state === 'ok' ? 1 : 0);
      }
    },
  });
  return {
    serve: () => serveMetrics(config, () => registry.metrics(), onFailure),
    told: ({ method, route, status, seconds }) =>
      durations.observe({ method, route, status: `${Math.floor(status / 100)}xx` }, seconds),
  };
}
