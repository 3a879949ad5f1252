/** The alerting rules as Prometheus reads them, and the figures that they name. */
import { parse } from 'yaml';
import { z } from 'zod';
import { textOf } from '../architecture/house-files.js';

const RULES = z.strictObject({
  groups: z.array(
    z.strictObject({
      name: z.string(),
      rules: z.array(
        z.strictObject({
          alert: z.string().regex(/^Traguardo[A-Z][A-Za-z]+$/),
          expr: z.string().min(1),
          for: z
            .string()
            .regex(/^\d+[smh]$/)
            .optional(),
          labels: z.strictObject({ severity: z.enum(['page', 'ticket']) }),
          annotations: z.strictObject({ summary: z.string().min(10), runbook: z.string() }),
        }),
      ),
    }),
  ),
});

export const rules = RULES.parse(parse(textOf('docs/prometheus-alerts.yml'))).groups.flatMap(
  (group) => group.rules,
);
/** Names of figures in a text of PromQL or Markdown, without what a histogram adds. */
export const namesIn = (text: string): readonly string[] => [
  ...new Set(
    [...text.matchAll(/\b(?:traguardo|temporal|process|nodejs)_[a-z_]+/g)].map(([name]) =>
      name.replace(/_(?:bucket|count|sum)$/, ''),
    ),
  ),
];

/** What Temporal's SDK counts: a worker's scrape must show them. */
export const OF_TEMPORAL = namesIn(rules.map(({ expr }) => expr).join(' ')).filter((name) =>
  name.startsWith('temporal_'),
);
