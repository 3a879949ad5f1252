/** By when years are evaluated and closed: as set for the plan of a year, and what a change would move. */
import { createRoute, z } from '@hono/zod-openapi';
import { termsIn } from '../../domain/cycle/year-terms.js';
import type { OwedTerm } from '../../store/cycle/year-terms.js';
import { inTown } from '../../store/in-town.js';
import { closingRules, measurementTerms } from '../../store/towns/town-settings.js';
import { inFields, keepTerms, type TermFields, termFieldProblems } from '../commands/cycle/year-terms.js';
import { viewerIn } from '../gate.js';
import { termsEffect } from '../queries/terms-effect.js';
import { refuse } from '../refuse.js';
import { townWords } from '../views/page/frame.js';
import {
  answered,
  answerTo,
  apiCommander,
  behind,
  createPart,
  idempotency,
  jsonBody,
  problems,
} from './operation.js';
import { effectJson, effectSchema } from './rehearsed-json.js';
import { day } from './schemas.js';

const tag = 'Cycle';
const params = z.object({
  year: z
    .string()
    .regex(/^2\d{3}$/)
    .openapi({ example: '2024', description: 'The plan from which on they hold.' }),
});
const terms = z.strictObject({ measurement: measurementTerms, closing: closingRules }).openapi('CycleTerms');
const owed = z
  .object({ title: z.string(), sector: z.string().nullable(), opens: day.nullable(), due: day })
  .nullable();

const show = createRoute({
  method: 'get',
  path: '/cycles/{year}/terms',
  ...behind('terms.read', tag),
  summary: 'Due days of self-evaluation, measurement, transmission, acts, validation and publication',
  request: { params },
  responses: {
    200: answered(
      'Terms.',
      z.object({
        ...terms.shape,
        setFrom: z.int().nullable().openapi({ description: 'Null: the defaults.' }),
      }),
    ),
    ...problems(422),
  },
});

const change = createRoute({
  method: 'put',
  path: '/cycles/{year}/terms',
  ...behind('terms.change', tag),
  summary: 'Sets them from the plan of that year on; what is open in years under way moves',
  request: { params, headers: idempotency, ...jsonBody(terms) },
  responses: {
    200: answered('Kept.', z.object({ from: z.int(), moved: z.int() })),
    ...problems(400, 409, 413, 415, 422),
  },
});

const effect = createRoute({
  method: 'post',
  path: '/cycles/{year}/terms/effect',
  ...behind('terms.read', tag),
  summary: 'What other terms would move, and the mails with them; nothing is recorded',
  request: { params, ...jsonBody(terms) },
  responses: {
    200: answered(
      'The difference.',
      effectSchema.extend({
        moved: z.array(
          z.object({
            year: z.int(),
            before: owed.openapi({ description: 'Null: it opens.' }),
            after: owed.openapi({ description: 'Null: it is owed no more.' }),
          }),
        ),
      }),
    ),
    ...problems(400, 413, 415, 422),
  },
});

export function cycleTermRoutes() {
  const app = createPart();
  app.openapi(show, (c) => {
    const { settings } = viewerIn(c).town;
    const year = Number(c.req.valid('param').year);
    const setFrom = settings.terms.findLast(({ from }) => from <= year)?.from ?? null;
    return c.json({ ...asJson(termsIn(settings, year)), setFrom });
  });
  app.openapi(change, (c) => {
    const from = Number(c.req.valid('param').year);
    return answerTo(c, keepTerms(apiCommander(c), { from, terms: c.req.valid('json'), seen: null }, fieldOf));
  });
  app.openapi(effect, async (c) => {
    const deps = c.get('deps');
    const { town, today } = viewerIn(c);
    const asked = { from: Number(c.req.valid('param').year), terms: c.req.valid('json') };
    const wrong = await inTown(deps.sql, town.id, (tx) => termFieldProblems(tx, asked, town.settings, today));
    if (wrong.length > 0)
      return (await refuse(c, { code: 'invalid', problems: inFields(wrong, fieldOf) })) as never;
    const made = await termsEffect(deps, town.id, asked, today);
    if ('code' in made) return (await refuse(c, made)) as never;
    const moved = made.moved.map(({ year, before, after }) => ({
      ...{ year, before: owedJson(before), after: owedJson(after) },
    }));
    return c.json({ ...effectJson(made, made.rehearsal.people, townWords(town)), moved }, 200);
  });
  return app;
}

const asJson = ({ measurement, closing }: z.infer<typeof terms>) => ({
  measurement: { ...measurement },
  closing: { ...closing },
});

const owedJson = (one: OwedTerm | null) =>
  one && { title: one.title, sector: one.sector, opens: one.opens, due: one.due };

/** Where the body has it. */
const fieldOf: TermFields = (field) => {
  if (field === 'selfEvaluation.opens' || field === 'selfEvaluation.due') return `measurement.${field}`;
  if (field === 'measurement.opens' || field === 'measurement.due') return `measurement.${field}`;
  return `closing.${field}`;
};
