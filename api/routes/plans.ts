/** A plan in two steps: kept as a draft with its warnings, then confirmed with its act. */
import { createHash } from 'node:crypto';
import { createRoute, z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { checkPlan } from '../../documents/plan-json.js';
import { planSchema } from '../../documents/plan-schema.js';
import type { PlanDocument } from '../../domain/plan/plan-document.js';
import { inTown } from '../../store/in-town.js';
import type { AppEnv } from '../app-env.js';
import { confirmPlan, discardDraft, draftPlan } from '../commands/import-plan.js';
import { viewerIn } from '../gate.js';
import { loadPreview } from '../queries/plan-preview.js';
import { refuse } from '../refuse.js';
import { previewJson } from './json.js';
import { answered, answerTo, apiCommander, behind, createPart, idempotency, problems } from './operation.js';
import { actSchema, previewSchema } from './plan-schemas.js';
import { id, text } from './schemas.js';

const params = z.object({ id });
const drafted = z.object({ draft: id }).openapi('PlanDraft');

const keep = createRoute({
  method: 'post',
  path: '/plan-drafts',
  ...behind('plan.import', 'Plans'),
  summary: "Reads a plan in the compiler's contract and keeps it as a draft; at most 5 MB",
  request: {
    headers: idempotency,
    query: z.object({ name: text(200).default('piano.json') }),
    body: { required: true, content: { 'application/json': { schema: planSchema } } },
  },
  responses: { 200: answered('Kept.', drafted), ...problems(400, 413, 415, 422) },
});

const preview = createRoute({
  method: 'get',
  path: '/plan-drafts/{id}',
  ...behind('plan.import', 'Plans'),
  summary: 'What the draft would become, and its warnings',
  request: { params },
  responses: { 200: answered('The preview.', previewSchema), ...problems(404) },
});

const confirm = createRoute({
  method: 'post',
  path: '/plan-drafts/{id}/confirm',
  ...behind('plan.import', 'Plans'),
  summary: 'Confirms the draft with its act: its obligations open and notices begin',
  request: {
    params,
    headers: idempotency,
    body: { required: true, content: { 'application/json': { schema: actSchema } } },
  },
  responses: {
    200: answered(
      'Confirmed.',
      z.object({ year: z.int(), objectives: z.int(), obligations: z.int() }).openapi('PlanConfirmed'),
    ),
    ...problems(400, 404, 409, 413, 415, 422),
  },
});

const discard = createRoute({
  method: 'delete',
  path: '/plan-drafts/{id}',
  ...behind('plan.import', 'Plans'),
  summary: 'Puts the draft away',
  request: { params, headers: idempotency },
  responses: { 200: answered('Put away.', drafted), ...problems(404, 422) },
});

export function planRoutes() {
  const app = createPart();
  app.openapi(
    keep,
    (c) => {
      const plan = c.req.valid('json') as PlanDocument;
      const sha256 = createHash('sha256').update(JSON.stringify(plan)).digest('hex');
      return answerTo(c, draftPlan(apiCommander(c), { fileName: c.req.valid('query').name, plan, sha256 }));
    },
    (result, c) => (result.success ? undefined : (tellProblems(c) as never)),
  );
  app.openapi(preview, async (c) => {
    const viewer = viewerIn(c);
    const found = await inTown(c.get('deps').sql, viewer.town.id, (tx) =>
      loadPreview(tx, viewer, c.req.valid('param').id),
    );
    return found === null ? ((await refuse(c, { code: 'not-found' })) as never) : c.json(previewJson(found));
  });
  app.openapi(confirm, (c) =>
    answerTo(c, confirmPlan(apiCommander(c), { draft: c.req.valid('param').id, act: c.req.valid('json') })),
  );
  app.openapi(discard, (c) => answerTo(c, discardDraft(apiCommander(c), c.req.valid('param').id)));
  return app;
}

/** The plan's own reader tells each problem with its place and value. */
async function tellProblems(c: Context<AppEnv>): Promise<Response> {
  const read = checkPlan(await c.req.json());
  const found = read.ok ? [{ place: '', message: 'La richiesta non si legge.' }] : read.problems;
  const told = found.map(({ place, message }) => ({ field: place, message }));
  return refuse(c, { code: 'invalid', problems: told });
}
