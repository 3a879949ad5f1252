/** The worker's figures together: its own, the towns', Temporal's. Nothing is counted where no port is set. */
import { type MetricsEndpoint, serveMetrics } from '../../running/metrics-endpoint.js';
import type { MetricsConfig } from '../../running/metrics-settings.js';
import { processRegistry } from '../../running/process-gauges.js';
import { clockDrift } from '../../store/clock-drift.js';
import type { Sql } from '../../store/connection.js';
import { poolUse } from '../../store/figures.js';
import { DATABASE_CONNECTIONS } from '../create-workers.js';
import { addCopyGauge } from './copy-gauge.js';
import { type Counting, countingIn } from './counting.js';
import type { TemporalFigures } from './temporal-figures.js';
import { addTownGauges } from './town-gauges.js';

export interface WorkerMetrics {
  readonly counting: Counting;
  /** Begins to answer scrapes. Rejects when the port cannot be listened on. */
  serve(): Promise<MetricsEndpoint>;
}

/** `program`: the name that the worker's pool connects with. `onFailure` hears of a scrape that went wrong. */
export function workerMetrics(
  config: MetricsConfig,
  {
    sql,
    program,
    temporal,
    copies,
  }: {
    readonly sql: Sql;
    readonly program: string;
    readonly temporal: TemporalFigures;
    /** The folder of the nightly copies; `null` where nobody makes them here. */
    readonly copies: string | null;
  },
  onFailure: (error: unknown) => void,
): WorkerMetrics {
  const registry = processRegistry({
    drift: () => clockDrift(sql),
    pool: () => poolUse(sql, program),
    poolSize: DATABASE_CONNECTIONS,
  });
  const counting = countingIn(registry, Date.now);
  addTownGauges(registry, sql, Date.now);
  if (copies !== null) addCopyGauge(registry, copies);
  const text = async (): Promise<string> =>
    (await Promise.all([registry.metrics(), temporal.read()])).join('\n');
  return { counting, serve: () => serveMetrics(config, text, onFailure) };
}
