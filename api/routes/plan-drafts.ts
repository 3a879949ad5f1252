/** Drafts of plans: the list, taking one back, and bringing one on from a plan that was varied meanwhile. */
import { createRoute, z } from '@hono/zod-openapi';
import { inTown } from '../../store/in-town.js';
import { type ImportSummary, listDrafts } from '../../store/plan/import-drafts.js';
import { takeBackDraft } from '../commands/plan/import-draft.js';
import { rebaseDraft } from '../commands/variation/rebase-draft.js';
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
  problems,
} from './operation.js';
import { drafted } from './plans.js';
import { id, moment } from './schemas.js';

const params = z.object({ id });

const summarySchema = z
  .object({
    ...{ draft: id, fileName: z.string(), mediaType: z.string(), sha256: z.string() },
    size: z.int().openapi({ description: 'Bytes of the file.' }),
    year: z.int(),
    state: z.enum(['draft', 'discarded']),
    version: z.int().openapi({ description: 'Rises with every correction.' }),
    uploadedBy: z.string().nullable(),
    uploadedAt: moment,
    changedBy: z.string().nullable(),
    changedAt: moment.nullable(),
    changes: z
      .object({ version: id, kind: z.enum(['variation', 'correction']) })
      .nullable()
      .openapi({ description: 'Begun from that version of the plan in force; null: read from a file.' }),
  })
  .openapi('PlanDraftSummary');

const list = createRoute({
  method: 'get',
  path: '/plan-drafts',
  ...behind('plan.import', 'Plans'),
  summary: 'Drafts that can be worked on, latest first, then those put away; at most 100 of each',
  responses: { 200: answered('Drafts.', z.object({ drafts: z.array(summarySchema) })), ...problems() },
});

const restore = createRoute({
  method: 'post',
  path: '/plan-drafts/{id}/restore',
  ...behind('plan.import', 'Plans'),
  summary: 'Takes back a draft that was put away',
  request: { params, headers: idempotency },
  responses: { 200: answered('Taken back.', drafted), ...problems(404, 422) },
});

const rebase = createRoute({
  method: 'post',
  path: '/plan-drafts/{id}/rebase',
  ...behind('plan.import', 'Plans'),
  summary:
    'Brings a draft of a change over to the plan in force, which was varied meanwhile: a new draft, this one is put away',
  request: { params, headers: idempotency },
  responses: { 200: answered('The new draft.', drafted), ...COMMAND_PROBLEMS },
});

export function planDraftRoutes() {
  const app = createPart();
  app.openapi(list, async (c) => {
    const found = await inTown(c.get('deps').sql, viewerIn(c).town.id, (tx) =>
      Promise.all([listDrafts(tx, 'draft'), listDrafts(tx, 'discarded')]),
    );
    return c.json({ drafts: found.flat().map(summaryJson) });
  });
  app.openapi(restore, (c) => answerTo(c, takeBackDraft(apiCommander(c), c.req.valid('param').id)));
  app.openapi(rebase, (c) => answerTo(c, rebaseDraft(apiCommander(c), c.req.valid('param').id)));
  return app;
}

const summaryJson = ({ id: draft, uploadedAt, changedAt, changes, ...said }: ImportSummary) => ({
  ...{ draft, fileName: said.fileName, mediaType: said.mediaType, sha256: said.sha256, size: said.size },
  ...{ year: said.year, version: said.version, uploadedBy: said.uploadedBy, changedBy: said.changedBy },
  state: said.state as 'draft' | 'discarded',
  uploadedAt: isoOf(uploadedAt),
  changedAt: changedAt === null ? null : isoOf(changedAt),
  changes: changes && { version: changes.version, kind: changes.kind },
});
