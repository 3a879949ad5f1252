/** Monitoring: the sectors' half-year submissions, and the commands on them. */
import { createRoute, z } from '@hono/zod-openapi';
import { inTown } from '../../store/in-town.js';
import { saveSubmission } from '../commands/monitoring/save-submission.js';
import { observe, type StepAsked, stepSubmission } from '../commands/monitoring/step-submission.js';
import { transmit } from '../commands/monitoring/transmit-submission.js';
import { viewerIn } from '../gate.js';
import { loadSubmissionList } from '../queries/submission-list.js';
import { loadSubmissionPage } from '../queries/submission-page.js';
import { refuse } from '../refuse.js';
import {
  offeredLine,
  savedSchema,
  submissionJson,
  submissionPageJson,
  submissionPageSchema,
  submissionSchema,
} from './monitoring-schemas.js';
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
import { day, id, rowVersion, text, year } from './schemas.js';

const tag = 'Monitoring';
const params = z.object({ id });

const list = createRoute({
  method: 'get',
  path: '/monitoring',
  ...behind('monitoring.read', tag),
  summary: "A year's submissions that the role may read",
  request: {
    query: z.object({
      year: year.optional(),
    }),
  },
  responses: {
    200: answered('Submissions.', z.object({ submissions: z.array(submissionSchema) })),
    ...problems(422),
  },
});

const one = createRoute({
  method: 'get',
  path: '/monitoring/{id}',
  ...behind('monitoring.read', tag),
  summary: 'One submission with a line per objective and what is missing',
  request: { params },
  responses: { 200: answered('The submission.', submissionPageSchema), ...problems(404) },
});

const save = createRoute({
  method: 'put',
  path: '/monitoring/{id}/lines',
  ...behind('monitoring.write', tag),
  summary: 'Salva bozza: merged by objective; a line that somebody else changed meanwhile is a conflict',
  request: {
    params,
    headers: idempotency,
    ...jsonBody(
      z.strictObject({
        lines: z.array(offeredLine).max(200, 'sono più di 200'),
        confirmed: z.boolean().nullable().default(null),
      }),
    ),
  },
  responses: { 200: answered('Saved, but for the conflicts.', savedSchema), ...COMMAND_PROBLEMS },
});

const send = createRoute({
  method: 'post',
  path: '/monitoring/{id}/transmit',
  ...behind('monitoring.transmit', tag),
  summary: 'Trasmetti: complete, or told what is missing with a pointer each',
  request: { params, headers: idempotency, ...jsonBody(z.strictObject({ rowVersion })) },
  responses: {
    200: answered('Transmitted.', z.object({ submission: id, version: z.int(), late: z.boolean() })),
    ...COMMAND_PROBLEMS,
  },
});

const stepped = z.object({ submission: id, state: z.string(), due: day.nullable() }).openapi('Stepped');
const stepRoute = (step: StepAsked['step'], summary: string) =>
  createRoute({
    method: 'post',
    path: `/monitoring/{id}/${step}`,
    ...behind('monitoring.accept', tag),
    summary,
    request: {
      params,
      headers: idempotency,
      ...jsonBody(z.strictObject({ reason: text(10_000).default(''), rowVersion })),
    },
    responses: { 200: answered('Recorded.', stepped), ...COMMAND_PROBLEMS },
  });

const observeOne = createRoute({
  method: 'post',
  path: '/monitoring/{id}/observe',
  ...behind('monitoring.observe', tag),
  summary: "The Nucleo's observation on what was transmitted",
  request: { params, headers: idempotency, ...jsonBody(z.strictObject({ text: text(10_000) })) },
  responses: { 200: answered('Recorded.', z.object({ submission: id })), ...COMMAND_PROBLEMS },
});

export function monitoringRoutes() {
  const app = createPart();

  app.openapi(list, async (c) => {
    const viewer = viewerIn(c);
    const { year } = c.req.valid('query');
    const { windows } = await inTown(c.get('deps').sql, viewer.town.id, (tx) =>
      loadSubmissionList(tx, viewer, year === undefined ? null : Number(year)),
    );
    return c.json({ submissions: windows.flatMap(({ submissions }) => submissions.map(submissionJson)) });
  });

  app.openapi(one, async (c) => {
    const viewer = viewerIn(c);
    const page = await inTown(c.get('deps').sql, viewer.town.id, (tx) =>
      loadSubmissionPage(tx, viewer, c.req.valid('param').id),
    );
    if (page === 'unknown') return (await refuse(c, { code: 'not-found' })) as never;
    if (page === 'not-allowed') return (await refuse(c, { code: 'not-allowed' })) as never;
    return c.json(submissionPageJson(page));
  });

  app.openapi(save, (c) => {
    const { lines, confirmed } = c.req.valid('json');
    const offered = lines.map(({ objective, rowVersion: seen, ...content }) => ({
      objective,
      content,
      seen,
    }));
    const asked = { submission: c.req.valid('param').id, lines: offered, confirmed };
    return answerTo(c, saveSubmission(apiCommander(c), asked));
  });

  app.openapi(send, (c) => {
    const { rowVersion: seen } = c.req.valid('json');
    return answerTo(c, transmit(apiCommander(c), { submission: c.req.valid('param').id, rowVersion: seen }));
  });

  for (const [step, summary] of [
    ['acknowledge', 'Acquisisci'],
    ['return', 'Restituisci per integrazioni: open again, due 5 working days later'],
    ['reopen', 'Riapri: what was acknowledged is open again'],
  ] as const) {
    app.openapi(stepRoute(step, summary), (c) => {
      const { reason, rowVersion: seen } = c.req.valid('json');
      const asked = { submission: c.req.valid('param').id, step, reason, rowVersion: seen };
      return answerTo(c, stepSubmission(apiCommander(c), asked));
    });
  }

  app.openapi(observeOne, (c) => {
    const asked = { submission: c.req.valid('param').id, text: c.req.valid('json').text };
    return answerTo(c, observe(apiCommander(c), asked));
  });
  return app;
}
