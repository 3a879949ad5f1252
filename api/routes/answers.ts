/** Answers beside *Concluso*, taking one back, and *Ho preso visione*, for programs that act for a person who has entered. */
import { createRoute, z } from '@hono/zod-openapi';
import { RUNGS } from '../../domain/obligations/ladder.js';
import { acknowledgeNotice } from '../commands/obligations/acknowledge-notice.js';
import { disclaim } from '../commands/obligations/disclaim.js';
import { withdrawAnswer } from '../commands/obligations/withdraw-answer.js';
import { explainDelay } from '../commands/plan/explain.js';
import { isoOf } from './json.js';
import { params, reason, showObligation, TAG } from './obligation-parts.js';
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
import { day, id, moment, person, rowVersion } from './schemas.js';

const explained = z.object({ obligation: id, forecast: day, rowVersion: z.int() }).openapi('Explained');
const explainOne = createRoute({
  method: 'post',
  path: '/obligations/{id}/in-progress',
  ...behind('obligation.explain', TAG),
  summary: 'In corso: a reason and a forecast, which suspends what presses for what is late',
  request: {
    params,
    headers: idempotency,
    ...jsonBody(
      z.strictObject({
        reason,
        forecast: day.openapi({
          description:
            'Today or later, at most 60 days ahead; the owner renews it once, then the Segretario.',
        }),
        rowVersion,
      }),
    ),
  },
  responses: { 200: answered('Recorded.', explained), ...COMMAND_PROBLEMS },
});

const noted = z.object({ obligation: id, rowVersion: z.int() }).openapi('AnswerNoted');
const disclaimOne = createRoute({
  method: 'post',
  path: '/obligations/{id}/not-mine',
  ...behind('obligation.disclaim', TAG),
  summary: 'Non è di mia competenza: on the board of the Segretario at once',
  request: { params, headers: idempotency, ...jsonBody(z.strictObject({ reason, rowVersion })) },
  responses: { 200: answered('Recorded.', noted), ...COMMAND_PROBLEMS },
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
    ruling: z
      .object({ at: moment, reason: z.string().nullable() })
      .nullable()
      .openapi({ description: 'To "not mine": the Segretario decided that it stays; null: not decided.' }),
  })
  .openapi('Answer');
const listOwn = createRoute({
  method: 'get',
  path: '/obligations/{id}/answers',
  ...behind('obligations.read', TAG),
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
  ...behind('answer.withdraw', TAG),
  summary: "Ritira: takes one's own answer back, within 5 working days and as long as nothing came after it",
  request: { params: params.extend({ answer: id }), headers: idempotency },
  responses: { 200: answered('Recorded.', noted), ...problems(400, 404, 409, 422) },
});

const acknowledged = z.object({ obligation: id, notice: id, day }).openapi('NoticeAcknowledged');
const acknowledgeOne = createRoute({
  method: 'post',
  path: '/obligations/{id}/acknowledge',
  ...behind('notice.acknowledge', TAG),
  summary:
    'Ho preso visione: of the latest notice addressed to oneself. No answer: nothing is suspended by it',
  request: { params, headers: idempotency },
  responses: { 200: answered('Recorded.', acknowledged), ...problems(400, 404, 409, 422) },
});

const acknowledgment = z
  .object({
    notice: id,
    rung: z.enum(RUNGS),
    day: day.openapi({ description: 'Of the notice.' }),
    by: person,
    at: moment,
    channel: z.enum(['page', 'api', 'mail-answer']),
    declaredName: z
      .string()
      .nullable()
      .openapi({ description: 'Who said it was them, at a shared mailbox.' }),
  })
  .openapi('Acknowledgment');
const listAcknowledged = createRoute({
  method: 'get',
  path: '/obligations/{id}/acknowledgments',
  ...behind('register.read', TAG),
  summary: 'Who acknowledged which notice, oldest first',
  request: { params },
  responses: {
    200: answered('Acknowledgments.', z.object({ acknowledgments: z.array(acknowledgment) })),
    ...problems(404),
  },
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

  app.openapi(listOwn, (c) =>
    showObligation(c, c.req.valid('param').id, (page) => ({
      answers: page.answers.own.map(({ answer, withdrawUntil }) => ({
        id: answer.id,
        kind: answer.kind,
        at: isoOf(answer.at),
        by: { id: answer.person, name: answer.personName },
        doneOn: answer.doneOn,
        forecast: answer.forecast,
        reason: answer.note,
        withdrawUntil,
        ruling: answer.ruling && { at: isoOf(answer.ruling.at), reason: answer.ruling.reason },
      })),
    })),
  );

  app.openapi(withdrawOne, (c) => {
    const { id: obligation, answer } = c.req.valid('param');
    return answerTo(c, withdrawAnswer(apiCommander(c), { obligation, answer }));
  });

  app.openapi(acknowledgeOne, (c) =>
    answerTo(c, acknowledgeNotice(apiCommander(c), { obligation: c.req.valid('param').id })),
  );

  app.openapi(listAcknowledged, (c) =>
    showObligation(c, c.req.valid('param').id, ({ acknowledged: all }) =>
      all === null
        ? null
        : {
            acknowledgments: all.map(({ notice, rung, day: of, person: by, personName, at, ...how }) => ({
              ...{ notice, rung, day: of, by: { id: by, name: personName }, at: isoOf(at) },
              ...{ channel: how.channel, declaredName: how.declaredName },
            })),
          },
    ),
  );

  return app;
}
