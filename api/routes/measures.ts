/** How the objectives of a year are measured, part by part: what the plan says, what was completed, what changed. */
import { createRoute, z } from '@hono/zod-openapi';
import { pointsFromUnits } from '../../domain/plan/points.js';
import { inTown } from '../../store/in-town.js';
import { indicatorSchema } from '../../store/measurement/measured-objectives.js';
import { attainmentRuleSchema } from '../../store/measurement/scoring-rules.js';
import type { MeasureFields } from '../commands/measurement/measure-asked.js';
import { measureObjective } from '../commands/measurement/measure-objective.js';
import { viewerIn } from '../gate.js';
import { loadMeasuresPage } from '../queries/measures-page.js';
import { asRead, definitionOrNull, ruleOrNull } from './measure-schemas.js';
import { measuresJson, measuresSchema } from './measures-json.js';
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
import { id, planYear, text, year } from './schemas.js';

const tag = 'Evaluation';
const definitionIn = definitionOrNull.transform(asRead).pipe(indicatorSchema.nullable());
const weight = z
  .int()
  .min(0)
  .max(1_000_000)
  .nullable()
  .default(null)
  .openapi({ description: 'Within the objective, in ten-thousandths; null: alike the others.' });

const ruleIn = ruleOrNull.prefault(null).transform(asRead).pipe(attainmentRuleSchema.nullable());
const measureIn = z.strictObject({
  ...{ definition: definitionIn, weight, rule: ruleIn },
  rowVersion: z.int().min(0).nullable().default(null),
});
const changeIn = z
  .strictObject({
    kind: z.enum(['act', 'correction']),
    organ: text(20).default(''),
    number: text(200).default(''),
    date: text(20).default(''),
    reason: text(10_000),
  })
  .nullable()
  .default(null)
  .openapi({ description: 'By what parts change that were set before; null where none was.' });
const set = z.object({ objective: id, parts: z.int().openapi({ description: 'Parts set or changed.' }) });

const define = createRoute({
  method: 'put',
  path: '/measurement/indicators/{id}',
  ...behind('measurement.rules', tag),
  summary:
    'How an indicator is measured: kind, direction, baseline, target, unit, rule; null: in words alone',
  request: {
    params: z.object({ id }),
    headers: idempotency,
    ...jsonBody(measureIn.extend({ year: planYear, change: changeIn })),
  },
  responses: { 200: answered('Set.', set), ...COMMAND_PROBLEMS },
});

const weigh = createRoute({
  method: 'put',
  path: '/measurement/milestones/{id}',
  ...behind('measurement.rules', tag),
  summary: 'What a phase counts within its objective, where the plan does not say',
  request: {
    params: z.object({ id }),
    headers: idempotency,
    ...jsonBody(z.strictObject({ year: planYear, weight, change: changeIn })),
  },
  responses: { 200: answered('Set.', set), ...COMMAND_PROBLEMS },
});

const measure = createRoute({
  method: 'put',
  path: '/measurement/objectives/{id}',
  ...behind('measurement.rules', tag),
  summary: 'How the parts of an objective are measured and what each counts: all of these, or none',
  request: {
    params: z.object({ id }),
    headers: idempotency,
    ...jsonBody(
      z.strictObject({
        year: planYear,
        indicators: z
          .array(measureIn.extend({ indicator: id }))
          .max(200)
          .default([]),
        phases: z
          .array(z.strictObject({ milestone: id, weight }))
          .max(200)
          .default([]),
        change: changeIn,
      }),
    ),
  },
  responses: { 200: answered('Set.', set), ...COMMAND_PROBLEMS },
});

const list = createRoute({
  method: 'get',
  path: '/measurement/measures',
  ...behind('measurement.read', tag),
  summary: 'The parts of each objective: definition, rule and weight, and what changed of them by which act',
  request: { query: z.object({ year: year.optional() }) },
  responses: {
    200: answered('Measures.', measuresSchema),
    ...problems(422),
  },
});

const pointsOr = (units: number | null) => (units === null ? null : pointsFromUnits(units));

export function measureRoutes() {
  const app = createPart();

  app.openapi(list, async (c) => {
    const viewer = viewerIn(c);
    const asked = c.req.valid('query').year;
    const shown = await inTown(c.get('deps').sql, viewer.town.id, (tx) =>
      loadMeasuresPage(tx, viewer, asked === undefined ? null : Number(asked)),
    );
    return c.json(measuresJson(shown));
  });

  app.openapi(define, (c) => {
    const { year, change, ...said } = c.req.valid('json');
    const indicators = [{ ...said, weight: pointsOr(said.weight), indicator: c.req.valid('param').id }];
    const asked = { year, objective: null, indicators, phases: [], change };
    return answerTo(c, measureObjective(apiCommander(c), asked, ALONE));
  });

  app.openapi(weigh, (c) => {
    const { year, weight: units, change } = c.req.valid('json');
    const phases = [{ milestone: c.req.valid('param').id, weight: pointsOr(units) }];
    const asked = { year, objective: null, indicators: [], phases, change };
    return answerTo(c, measureObjective(apiCommander(c), asked, ALONE));
  });

  app.openapi(measure, (c) => {
    const { indicators, phases, ...asked } = c.req.valid('json');
    const said = {
      ...asked,
      objective: c.req.valid('param').id,
      indicators: indicators.map((one) => ({ ...one, weight: pointsOr(one.weight) })),
      phases: phases.map((one) => ({ ...one, weight: pointsOr(one.weight) })),
    };
    return answerTo(c, measureObjective(apiCommander(c), said));
  });
  return app;
}

/** Fields of a body that is about one part. */
const ALONE: MeasureFields = { indicator: (_, field) => field, phase: () => 'weight' };
