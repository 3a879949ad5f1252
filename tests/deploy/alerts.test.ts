/** Every alert speaks of figures that exist, and the runbook says what to do about it. */
import { collectDefaultMetrics, Registry } from 'prom-client';
import { describe, expect, it } from 'vitest';
import { houseFiles, textOf } from '../architecture/house-files.js';
import { namesIn, OF_TEMPORAL, rules } from './alert-rules.js';

const runbook = textOf('docs/runbook.md');
const sections = [...runbook.matchAll(/^### (Traguardo\w+)$/gm)].map(([, name]) => name ?? '');

const registry = new Registry();
collectDefaultMetrics({ register: registry });
const own = houseFiles()
  .filter((file) => /^(running|worker\/metrics|api\/metrics)/.test(file))
  .flatMap((file) => [...textOf(file).matchAll(/'(traguardo_[a-z_]+)'/g)].map(([, name]) => name ?? ''));
const known = new Set([...own, ...registry.getMetricsAsArray().map(({ name }) => name)]);
describe('docs/prometheus-alerts.yml', () => {
  it('has a rule for each part that can be down, for mails, relay, watchdog, clock, pages and Temporal', () => {
    const about = rules.map(({ expr }) => expr).join(' ');
    for (const word of [
      'worker',
      'pages',
      'postgresql',
      'temporal',
      'clock',
      'unsent',
      'announcement',
      'overdue',
    ])
      expect(about).toContain(word);
    expect(new Set(rules.map(({ alert }) => alert)).size).toBe(rules.length);
  });

  it.each(rules)('$alert names figures that the programs show', ({ expr }) => {
    expect(namesIn(expr).filter((name) => !known.has(name) && !OF_TEMPORAL.includes(name))).toEqual([]);
  });

  it.each(rules)('$alert closes what it opens', ({ expr }) => {
    for (const [opening, closing] of ['()', '{}', '[]'])
      expect(expr.split(opening ?? '').length).toBe(expr.split(closing ?? '').length);
  });

  it.each(rules)('$alert leads to its section of the runbook', ({ alert, annotations }) => {
    expect(sections).toContain(alert);
    expect(annotations.runbook).toBe(`docs/runbook.md#${alert.toLowerCase()}`);
  });
});

describe('docs/runbook.md', () => {
  it('has no section for an alert that no rule raises', () => {
    expect(sections.filter((name) => !rules.some(({ alert }) => alert === name))).toEqual([]);
  });

  it('names in its table figures that the programs show', () => {
    const table = runbook.slice(runbook.indexOf('## Metrics'), runbook.indexOf('## When an alert comes'));
    expect(namesIn(table).filter((name) => name !== 'temporal_' && !known.has(name))).toEqual([]);
  });
});
