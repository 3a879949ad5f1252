/** The annex of an act as a file: read in a process of its own, kept as a draft. */
import { createRoute, z } from '@hono/zod-openapi';
import { MAX_IMPORT_BYTES } from '../../store/plan/import-files.js';
import { draftPlan } from '../commands/plan/import-draft.js';
import { refuse } from '../refuse.js';
import { readPlanFile } from '../uploads/read-plan-file.js';
import { spooled } from '../uploads/spool.js';
import { answered, answerTo, apiCommander, behind, createPart, idempotency, problems } from './operation.js';
import { drafted } from './plans.js';
import { text, year } from './schemas.js';

const keep = createRoute({
  method: 'post',
  path: '/plan-files',
  ...behind('plan.import', 'Plans'),
  summary:
    'Reads the annex of an act (PDF, DOCX, XLSX, text or JSON), sent as it is in the body, and keeps it as a draft; at most 20 MB',
  request: {
    headers: idempotency,
    query: z.object({
      name: text(200).min(1, 'manca').openapi({ example: 'allegato-obiettivi.pdf' }),
      year: year
        .optional()
        .openapi({ description: 'Of the objectives, where the document does not say it.', example: '2026' }),
    }),
    body: {
      required: true,
      content: {
        'application/octet-stream': { schema: z.any().openapi({ type: 'string', format: 'binary' }) },
      },
    },
  },
  responses: { 200: answered('Kept.', drafted), ...problems(413, 415, 422) },
});

export function planFileRoutes() {
  const app = createPart();
  app.openapi(keep, async (c) => {
    const { name, year } = c.req.valid('query');
    const file = await spooled(name, c.req.raw.body, MAX_IMPORT_BYTES);
    try {
      if (file.size > MAX_IMPORT_BYTES)
        return (await refuse(c, { code: 'too-large', limit: '20 MB' })) as never;
      const bytes = await file.bytes();
      const read = await readPlanFile(
        bytes,
        name,
        year === undefined ? null : Number(year),
        c.get('deps').log,
      );
      if (!read.ok) {
        const told = read.problems.map(({ place, message }) => ({ field: place, message }));
        return (await refuse(c, { code: 'invalid', problems: told })) as never;
      }
      return await answerTo(c, draftPlan(apiCommander(c), { ...read, fileName: name, bytes }));
    } finally {
      await file.dispose();
    }
  });
  return app;
}
