/** The rules of the town's SMVP, and how indicators and phases are measured where the plan does not say. */
import { createRoute, z } from '@hono/zod-openapi';
import { pointsFromUnits } from '../../domain/plan/points.js';
import type { Json } from '../../store/connection.js';
import { inTown } from '../../store/in-town.js';
import { indicatorSchema } from '../../store/measured-objectives.js';
import { listScoringRules, scoringRulesInForce, scoringRulesSchema } from '../../store/scoring-rules.js';
import { defineMeasure, weighPhase } from '../commands/define-measure.js';
import { keepScoringRules } from '../commands/keep-scoring-rules.js';
import { viewerIn } from '../gate.js';
import { isoOf } from './json.js';
import {
  answered,
  answerTo,
  apiCommander,
  behind,
  COMMAND_PROBLEMS,
  createPart,
  idempotency,
  jsonBody,
  problems,
} from './operation.js';
import { id, moment, text } from './schemas.js';

const tag = 'Evaluation';
const UNITS = 'Degrees, figures and edges are whole ten-thousandths: 1000000 is 100.';
const rulesOut = z.record(z.string(), z.unknown()).openapi('ScoringRules', { description: UNITS });
const rulesIn = z.unknown().openapi({ type: 'object', description: UNITS }).pipe(scoringRulesSchema);
const definitionIn = z
  .unknown()
  .openapi({ type: 'object', description: UNITS })
  .pipe(indicatorSchema.nullable());
const weight = z
  .int()
  .min(0)
  .max(1_000_000)
  .nullable()
  .default(null)
  .openapi({ description: 'Within the objective, in ten-thousandths; null: alike the others.' });

const inForce = z.object({
  number: z.int().openapi({ description: '0: nothing is set, the defaults hold.' }),
  rules: rulesOut,
  source: z.string(),
  recordedAt: moment.nullable(),
});

const read = createRoute({
  method: 'get',
  path: '/measurement/rules',
  ...behind('measurement.read', tag),
  summary: 'The rules in force, and those before',
  responses: {
    200: answered(
      'Rules.',
      inForce.extend({ before: z.array(z.object({ number: z.int(), source: z.string() })) }),
    ),
    ...problems(),
  },
});

const keep = createRoute({
  method: 'put',
  path: '/measurement/rules',
  ...behind('measurement.rules', tag),
  summary: 'New rules, under a new number; degrees decided stay',
  request: {
    headers: idempotency,
    ...jsonBody(
      z.object({
        rules: rulesIn,
        source: text(1_000),
        seen: z.int().min(0).nullable().default(null),
      }),
    ),
  },
  responses: { 200: answered('Kept.', z.object({ number: z.int() })), ...COMMAND_PROBLEMS },
});

const define = createRoute({
  method: 'put',
  path: '/measurement/indicators/{id}',
  ...behind('measurement.rules', tag),
  summary: 'How an indicator is measured: kind, direction, baseline, target, unit; null: in words alone',
  request: {
    params: z.object({ id }),
    headers: idempotency,
    ...jsonBody(
      z.object({
        year: z.int(),
        definition: definitionIn,
        weight,
        rowVersion: z.int().min(0).nullable().default(null),
      }),
    ),
  },
  responses: { 200: answered('Set.', z.object({ defined: id })), ...COMMAND_PROBLEMS },
});

const weigh = createRoute({
  method: 'put',
  path: '/measurement/milestones/{id}',
  ...behind('measurement.rules', tag),
  summary: 'What a phase counts within its objective, where the plan does not say',
  request: {
    params: z.object({ id }),
    headers: idempotency,
    ...jsonBody(z.object({ year: z.int(), weight })),
  },
  responses: { 200: answered('Set.', z.object({ defined: id })), ...COMMAND_PROBLEMS },
});

const pointsOr = (units: number | null) => (units === null ? null : pointsFromUnits(units));

export function measurementRuleRoutes() {
  const app = createPart();

  app.openapi(read, async (c) => {
    const { now, all } = await inTown(c.get('deps').sql, viewerIn(c).town.id, async (tx) => ({
      now: await scoringRulesInForce(tx),
      all: await listScoringRules(tx),
    }));
    const { number, rules, source, recordedAt } = now;
    const before = all.slice(1).map((one) => ({ number: one.number, source: one.source }));
    return c.json({
      number,
      rules: rules as unknown as { [key: string]: Json },
      source,
      recordedAt: recordedAt === null ? null : isoOf(recordedAt),
      before,
    });
  });

  app.openapi(keep, (c) => answerTo(c, keepScoringRules(apiCommander(c), c.req.valid('json'))));

  app.openapi(define, (c) => {
    const { weight: units, ...asked } = c.req.valid('json');
    const indicator = c.req.valid('param').id;
    return answerTo(c, defineMeasure(apiCommander(c), { ...asked, indicator, weight: pointsOr(units) }));
  });

  app.openapi(weigh, (c) => {
    const { year, weight: units } = c.req.valid('json');
    const milestone = c.req.valid('param').id;
    return answerTo(c, weighPhase(apiCommander(c), { year, milestone, weight: pointsOr(units) }));
  });
  return app;
}
