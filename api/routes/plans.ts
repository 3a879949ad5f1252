/** A plan in two steps: kept as a draft with its warnings, then confirmed with its act. */
import { createRoute, z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { checkPlan } from '../../documents/plan-json.js';
import { planSchema } from '../../documents/plan-schema.js';
import type { PlanDocument } from '../../domain/plan/plan-document.js';
import { inTown } from '../../store/in-town.js';
import type { AppEnv } from '../app-env.js';
import { discardDraft, draftPlan } from '../commands/plan/import-draft.js';
import { confirmPlan } from '../commands/plan/import-plan.js';
import { viewerIn } from '../gate.js';
import { loadConfirmPage } from '../queries/confirm-page.js';
import { refuse } from '../refuse.js';
import { previewJson } from './json.js';
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
  refuseUnread,
} from './operation.js';
import { confirmedSchema, confirmSchema, previewSchema } from './plan-schemas.js';
import { id, text } from './schemas.js';

const params = z.object({ id });
/** A draft, which is live for nobody. */
export const drafted = z.object({ draft: id }).openapi('PlanDraft');

const keep = createRoute({
  method: 'post',
  path: '/plan-drafts',
  ...behind('plan.import', 'Plans'),
  summary: "Reads a plan in the compiler's contract and keeps it as a draft; at most 5 MB",
  request: {
    headers: idempotency,
    query: z.object({ name: text(200).default('piano.json') }),
    ...jsonBody(planSchema),
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
    ...jsonBody(confirmSchema),
  },
  responses: {
    200: answered('Confirmed.', confirmedSchema),
    ...COMMAND_PROBLEMS,
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
      const file = {
        ...{ fileName: c.req.valid('query').name, mediaType: 'application/json', lines: [], partial: null },
        bytes: Buffer.from(JSON.stringify(plan)),
      };
      return answerTo(c, draftPlan(apiCommander(c), { ...file, plan }));
    },
    (result, c) => {
      if (result.success) return undefined;
      return (result.target === 'json' ? tellProblems(c) : refuseUnread(result, c)) as never;
    },
  );
  app.openapi(preview, async (c) => {
    const viewer = viewerIn(c);
    const found = await inTown(c.get('deps').sql, viewer.town.id, (tx) =>
      loadConfirmPage(tx, viewer, c.req.valid('param').id),
    );
    // A plan's own types are stricter than what the document can say of them.
    return found === null || found.draft.state !== 'draft'
      ? ((await refuse(c, { code: 'not-found' })) as never)
      : (c.json(previewJson(found)) as never);
  });
  app.openapi(confirm, (c) => {
    const { version, owners, leads, external, done, ...act } = c.req.valid('json');
    const decisions = { owners: withPeople(owners), leads, external, done };
    const asked = { draft: c.req.valid('param').id, act, decisions, seen: version ?? null };
    return answerTo(c, confirmPlan(apiCommander(c), asked));
  });
  app.openapi(discard, (c) => answerTo(c, discardDraft(apiCommander(c), c.req.valid('param').id)));
  return app;
}

/** Without the keys that were not sent. */
const withPeople = (
  owners: Readonly<Record<string, { role: string; person?: string | undefined }>>,
): Record<string, { role: string; person?: string }> =>
  Object.fromEntries(
    Object.entries(owners).map(([sector, { role, person }]) => [
      sector,
      person === undefined ? { role } : { role, person },
    ]),
  );

/** The plan's own reader tells each problem with its place and value. */
async function tellProblems(c: Context<AppEnv>): Promise<Response> {
  const read = checkPlan(await c.req.json());
  const found = read.ok ? [{ place: '', message: 'La richiesta non si legge.' }] : read.problems;
  const told = found.map(({ place, message }) => ({ field: place, message }));
  return refuse(c, { code: 'invalid', problems: told });
}
