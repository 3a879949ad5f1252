/** The checklist of the evaluators' review, and one objective as they see it. */
import { createRoute, z } from '@hono/zod-openapi';
import { inTown } from '../../store/in-town.js';
import { criteriaInForce } from '../../store/review/review-conclusions.js';
import { viewerIn } from '../gate.js';
import { loadReviewObjective } from '../queries/review-objective.js';
import { refuse } from '../refuse.js';
import { evidenceJson } from './json.js';
import { pageJson } from './objectives.js';
import { answered, behind, createPart, problems } from './operation.js';
import { noteJson, noteOut, questionJson, questionOut, reviewedJson, reviewedOut } from './review-json.js';
import { evidenceSchema, id, objectivePageSchema } from './schemas.js';

const tag = 'Review';

const criteriaSchema = z
  .object({
    number: z.int().openapi({ description: 'Of the checklist in force; 0: the one every town begins with.' }),
    criteria: z.array(
      z.object({
        ...{ key: z.string(), text: z.string(), norm: z.string() },
        verified: z.boolean().openapi({ description: 'Somebody has read the norm it cites.' }),
      }),
    ),
  })
  .openapi('ReviewCriteria');

const criteria = createRoute({
  method: 'get',
  path: '/review/criteria',
  ...behind('review.criteria', tag),
  summary: 'The checklist of the town, whole',
  responses: { 200: answered('The checklist in force.', criteriaSchema), ...problems() },
});

const objectiveSchema = z
  .object({
    objective: objectivePageSchema,
    places: z
      .array(
        z.object({
          sector: z.object({ id, name: z.string(), excluded: z.boolean() }),
          reviewed: reviewedOut,
        }),
      )
      .openapi({ description: 'Once for each sector that answers for it.' }),
    questions: z.array(questionOut),
    sent: z.array(evidenceSchema).openapi({ description: 'Files that came with the answers.' }),
    notes: z.array(noteOut),
    excluded: z.boolean().openapi({ description: 'Whoever asks answered for it, or abstained.' }),
  })
  .openapi('ReviewObjective');

const objective = createRoute({
  method: 'get',
  path: '/review/objectives/{id}',
  ...behind('review.examine', tag),
  summary: 'One objective under review: what was planned and claimed, its terms, files, questions and notes',
  request: { params: z.object({ id }) },
  responses: { 200: answered('The objective.', objectiveSchema), ...problems(404) },
});

export function reviewPartRoutes() {
  const app = createPart();
  app.openapi(criteria, async (c) => {
    const inForce = await inTown(c.get('deps').sql, viewerIn(c).town.id, criteriaInForce);
    return c.json({ number: inForce.number, criteria: inForce.criteria.map((one) => ({ ...one })) });
  });
  app.openapi(objective, async (c) => {
    const viewer = viewerIn(c);
    const wanted = c.req.valid('param').id;
    const shown = await inTown(c.get('deps').sql, viewer.town.id, (tx) =>
      loadReviewObjective(tx, viewer, wanted),
    );
    if (shown === null) return (await refuse(c, { code: 'not-found' })) as never;
    const { page, detail, places, sent, notes, isExcluded } = shown;
    return c.json(
      {
        objective: pageJson(detail),
        places: places.map(({ sector, reviewed }) => ({
          sector: { id: sector.id, name: sector.name, excluded: sector.excluded },
          reviewed: reviewedJson(reviewed),
        })),
        questions: page.questions
          .filter((one) => one.objective === wanted)
          .map((one) => questionJson(page, one)),
        sent: sent.map(evidenceJson),
        notes: notes.map(noteJson),
        excluded: isExcluded,
      },
      200,
    );
  });
  return app;
}
