/** Files that prove something, in and out. */
import { createRoute, z } from '@hono/zod-openapi';
import { MAX_EVIDENCE_BYTES } from '../../store/obligations/evidence.js';
import { addEvidence } from '../commands/obligations/add-evidence.js';
import { sendEvidence } from '../pages/obligations/evidence.js';
import { spooled } from '../uploads/spool.js';
import { answered, answerTo, apiCommander, behind, createPart, idempotency, problems } from './operation.js';
import { evidenceSchema, id, text } from './schemas.js';

const tag = 'Evidence';
const params = z.object({ id });

const upload = createRoute({
  method: 'post',
  path: '/obligations/{id}/evidence',
  ...behind('evidence.add', tag),
  summary: 'Adds a file, sent as it is in the body; at most 25 MB',
  request: {
    params,
    headers: idempotency,
    query: z.object({ name: text(200).min(1, 'manca').openapi({ example: 'delibera.pdf' }) }),
    body: {
      required: true,
      content: {
        'application/octet-stream': { schema: z.any().openapi({ type: 'string', format: 'binary' }) },
      },
    },
  },
  responses: { 200: answered('Stored.', evidenceSchema), ...problems(404, 409, 413, 415, 422) },
});

const download = createRoute({
  method: 'get',
  path: '/evidence/{id}',
  ...behind('evidence.read', tag),
  summary: 'A file, always as an attachment',
  request: { params },
  responses: {
    200: {
      description: 'The bytes, with the media type found at its upload.',
      content: {
        '*/*': { schema: z.any().openapi({ type: 'string', format: 'binary' }) },
      },
    },
    ...problems(404),
  },
});

export function evidenceRoutes() {
  const app = createPart();

  app.openapi(upload, async (c) => {
    const { name } = c.req.valid('query');
    const file = await spooled(name, c.req.raw.body, MAX_EVIDENCE_BYTES);
    try {
      return await answerTo(c, addEvidence(apiCommander(c), { obligation: c.req.valid('param').id, file }));
    } finally {
      await file.dispose();
    }
  });

  app.openapi(download, (c) => sendEvidence(c) as Promise<never>);
  return app;
}
