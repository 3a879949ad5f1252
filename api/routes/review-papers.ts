/** Papers of the evaluators to complete and sign: drafts of a review, its working papers, a sector's minutes. */
import { createRoute, z } from '@hono/zod-openapi';
import { DOCX } from '../pages/media-types.js';
import { REVIEW_PAPERS, sendReviewPaper } from '../pages/review/review-documents.js';
import { sendMinutes } from '../pages/variation/proposal-minutes.js';
import { behind, createPart, fileAnswer, problems } from './operation.js';
import { id, year } from './schemas.js';

const format = z.enum(['docx', 'pdf']);
const responses = { 200: fileAnswer(DOCX, 'application/pdf'), ...problems(404, 422) };

const paper = createRoute({
  method: 'get',
  path: '/review/{year}/papers/{paper}/{format}',
  ...behind('review.examine', 'Review'),
  summary:
    'The draft of the validation, its accompanying report, the minutes, or the working papers, as they stand now',
  request: { params: z.object({ year, paper: z.enum(REVIEW_PAPERS), format }) },
  responses,
});

const minutes = createRoute({
  method: 'get',
  path: '/measurement/sectors/{id}/minutes/{format}',
  ...behind('measurement.decide', 'Measurement'),
  summary: "The minutes with the evaluators' proposal for a sector, as a draft",
  request: {
    params: z.object({ id, format }),
    query: z.object({ year: year.optional().openapi({ description: 'Absent: the one being measured.' }) }),
  },
  responses,
});

export function reviewPaperRoutes() {
  const app = createPart();
  app.openapi(paper, async (c) => {
    const asked = c.req.valid('param');
    return (await sendReviewPaper(c, { ...asked, year: Number(asked.year) })) as never;
  });
  app.openapi(minutes, async (c) => {
    const { id: sector, format: as } = c.req.valid('param');
    const asked = c.req.valid('query').year;
    return (await sendMinutes(c, { sector, year: asked === undefined ? null : Number(asked) }, as)) as never;
  });
  return app;
}
