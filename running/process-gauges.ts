/** Figures that every process of ours has: itself, its clock against the database's, its connections. */
import { collectDefaultMetrics, Gauge, Registry } from 'prom-client';
import { patiently } from './patiently.js';

/** Asked at each scrape; a question that fails or takes too long leaves its figure without a value. */
export interface ProcessQuestions {
  /** How far this machine's clock is ahead of the database's, in milliseconds. */
  readonly drift: () => Promise<number>;
  /** Connections of this program, by what they do. */
  readonly pool: () => Promise<{ readonly active: number; readonly idle: number; readonly waiting: number }>;
  /** As many as one process may open. */
  readonly poolSize: number;
}

/** A registry with those figures in it, for the process to add its own. */
export function processRegistry({ drift, pool, poolSize }: ProcessQuestions): Registry {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const registers = [registry];
  new Gauge({
    name: 'traguardo_clock_drift_seconds',
    help: "This machine's clock less the database's; NaN when the database does not answer.",
    registers,
    async collect() {
      this.set(((await patiently(drift())) ?? Number.NaN) / 1000);
    },
  });
  new Gauge({
    name: 'traguardo_database_connections',
    help: 'Connections of this program, all its processes together, by what they do now.',
    labelNames: ['state'] as const,
    registers,
    async collect() {
      const use = await patiently(pool());
      for (const state of ['active', 'idle', 'waiting'] as const)
        this.set({ state }, use?.[state] ?? Number.NaN);
    },
  });
  new Gauge({
    name: 'traguardo_database_connections_limit',
    help: 'How many one process of this program may open.',
    registers,
  }).set(poolSize);
  return registry;
}
