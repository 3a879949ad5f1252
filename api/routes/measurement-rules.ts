/** The rules of the town's SMVP. */
import { createRoute, z } from '@hono/zod-openapi';
import { DEFAULT_SCORING_RULES } from '../../domain/scoring/scoring-rules.js';
import { inTown } from '../../store/in-town.js';
import {
  listScoringRules,
  scoringRulesInForce,
  scoringRulesSchema,
} from '../../store/measurement/scoring-rules.js';
import { keepScoringRules } from '../commands/measurement/keep-scoring-rules.js';
import { viewerIn } from '../gate.js';
import { isoOf } from './json.js';
import { asRead, rulesSchema } from './measure-schemas.js';
import {
  answered,
  answerTo,
  apiCommander,
  behind,
  COMMAND_PROBLEMS,
  createPart,
  idempotency,
  jsonBody,
  namedAnew,
  problems,
} from './operation.js';
import { moment, text } from './schemas.js';

const tag = 'Evaluation';
const inForce = z.object({
  number: z.int().openapi({ description: '0: nothing is set, the defaults hold.' }),
  rules: rulesSchema,
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
      z.strictObject({
        rules: rulesSchema.transform(asRead).pipe(scoringRulesSchema),
        source: text(1_000),
        seen: z.int().min(0).nullable().default(null),
      }),
    ),
  },
  responses: { 200: answered('Kept.', z.object({ number: z.int() })), ...COMMAND_PROBLEMS },
});

/** What the page calls the parts of the rules, as the body calls them. */
const FIELDS: Readonly<Record<string, string>> = Object.fromEntries(
  ['bands', ...Object.keys(DEFAULT_SCORING_RULES.rules).map((kind) => `rules.${kind}`)].map((field) => [
    field,
    `rules.${field}`,
  ]),
);

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
      // The domain's own types are narrower than JSON can say.
      rules: rules as unknown as z.infer<typeof rulesSchema>,
      source,
      recordedAt: recordedAt === null ? null : isoOf(recordedAt),
      before,
    });
  });

  app.openapi(keep, (c) =>
    answerTo(c, namedAnew(keepScoringRules(apiCommander(c), c.req.valid('json')), FIELDS)),
  );

  return app;
}
