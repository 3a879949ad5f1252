/** Answers beside *Concluso*, and taking one back, for programs that act for a person who has entered. */
import { createRoute, z } from '@hono/zod-openapi';
import { inTown } from '../../store/in-town.js';
import { disclaim } from '../commands/disclaim.js';
import { explainDelay } from '../commands/explain.js';
import { withdrawAnswer } from '../commands/withdraw-answer.js';
import { viewerIn } from '../gate.js';
import { loadObligationPage } from '../queries/obligation-page.js';
import { refuse } from '../refuse.js';
import { isoOf } from './json.js';
import { answered, answerTo, apiCommander, behind, createPart, idempotency, problems } from './operation.js';
import { day, id, moment, person, text } from './schemas.js';

const params = z.object({ id });
const tag = 'Obligations';
const rowVersion = z
  .int()
  .positive()
  .nullable()
  .default(null)
  .openapi({ description: 'The version that was seen; null: not said.' });
const json = <Schema extends z.ZodType>(schema: Schema) => ({
  body: { required: true, content: { 'application/json': { schema } } },
});
const reason = text(10_000).min(1, 'manca');

const explained = z.object({ obligation: id, forecast: day, rowVersion: z.int() }).openapi('Explained');
const explainOne = createRoute({
  method: 'post',
  path: '/obligations/{id}/in-progress',
  ...behind('obligation.explain', tag),
  summary: 'In corso: a reason and a forecast, which suspends what presses for what is late',
  request: {
    params,
    headers: idempotency,
    ...json(
      z.object({
        reason,
        forecast: day.openapi({
          description:
            'Today or later, at most 60 days ahead; the owner renews it once, then the Segretario.',
        }),
        rowVersion,
      }),
    ),
  },
  responses: { 200: answered('Recorded.', explained), ...problems(400, 404, 409, 413, 415, 422) },
});

const noted = z.object({ obligation: id, rowVersion: z.int() }).openapi('AnswerNoted');
const disclaimOne = createRoute({
  method: 'post',
  path: '/obligations/{id}/not-mine',
  ...behind('obligation.disclaim', tag),
  summary: 'Non è di mia competenza: on the board of the Segretario at once',
  request: { params, headers: idempotency, ...json(z.object({ reason, rowVersion })) },
  responses: { 200: answered('Recorded.', noted), ...problems(400, 404, 409, 413, 415, 422) },
});

const answerSchema = z
  .object({
    id,
    kind: z.enum(['done', 'in-progress', 'not-mine']),
    at: moment,
    by: person,
    doneOn: day.nullable(),
    forecast: day.nullable(),
    reason: z.string().nullable(),
    withdrawUntil: day.nullable().openapi({ description: 'null: it can no longer be withdrawn.' }),
  })
  .openapi('Answer');
const listOwn = createRoute({
  method: 'get',
  path: '/obligations/{id}/answers',
  ...behind('obligations.read', tag),
  summary: "One's own answers that still stand, the latest first",
  request: { params },
  responses: {
    200: answered('Answers.', z.object({ answers: z.array(answerSchema) })),
    ...problems(404),
  },
});

const withdrawOne = createRoute({
  method: 'post',
  path: '/obligations/{id}/answers/{answer}/withdraw',
  ...behind('answer.withdraw', tag),
  summary: "Ritira: takes one's own answer back, within 5 working days and as long as nothing came after it",
  request: { params: params.extend({ answer: id }), headers: idempotency },
  responses: { 200: answered('Recorded.', noted), ...problems(400, 404, 409, 422) },
});

export function answerRoutes() {
  const app = createPart();

  app.openapi(explainOne, (c) =>
    answerTo(
      c,
      explainDelay(apiCommander(c), { obligation: c.req.valid('param').id, ...c.req.valid('json') }),
    ),
  );

  app.openapi(disclaimOne, (c) =>
    answerTo(c, disclaim(apiCommander(c), { obligation: c.req.valid('param').id, ...c.req.valid('json') })),
  );

  app.openapi(listOwn, async (c) => {
    const viewer = viewerIn(c);
    const page = await inTown(c.get('deps').sql, viewer.town.id, (tx) =>
      loadObligationPage(tx, viewer, c.req.valid('param').id),
    );
    if (page === 'unknown') return (await refuse(c, { code: 'not-found' })) as never;
    if (page === 'not-allowed') return (await refuse(c, { code: 'not-allowed' })) as never;
    const answers = page.answers.own.map(({ answer, withdrawUntil }) => ({
      id: answer.id,
      kind: answer.kind,
      at: isoOf(answer.at),
      by: { id: answer.person, name: answer.personName },
      doneOn: answer.doneOn,
      forecast: answer.forecast,
      reason: answer.note,
      withdrawUntil,
    }));
    return c.json({ answers });
  });

  app.openapi(withdrawOne, (c) => {
    const { id: obligation, answer } = c.req.valid('param');
    return answerTo(c, withdrawAnswer(apiCommander(c), { obligation, answer }));
  });

  return app;
}
