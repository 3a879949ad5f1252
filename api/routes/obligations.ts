/** Obligations: lists, one, and the commands on it. */
import { createRoute, z } from '@hono/zod-openapi';
import { inTown } from '../../store/in-town.js';
import { complete } from '../commands/obligations/complete.js';
import { holdNotice } from '../commands/obligations/hold-back.js';
import { reopen } from '../commands/obligations/reopen.js';
import { setDate } from '../commands/variation/set-date.js';
import { viewerIn } from '../gate.js';
import { loadObligationList } from '../queries/obligation-list.js';
import { STANDING_CODES } from '../queries/standing-code.js';
import { evidenceJson, recordJson } from './json.js';
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
import { day, evidenceSchema, id, obligationSchema, rowVersion, text, year } from './schemas.js';

const list = createRoute({
  method: 'get',
  path: '/obligations',
  ...behind('obligations.read', TAG),
  summary: 'Obligations that the role may see, what presses first',
  request: {
    query: z.object({
      year: year.optional(),
      sector: id.optional(),
      standing: z.enum(STANDING_CODES).optional(),
      search: text(100).optional(),
      mine: z.enum(['true', 'false']).optional().openapi({ description: "Only what one's own roles owe." }),
    }),
  },
  responses: {
    200: answered('Obligations.', z.object({ obligations: z.array(obligationSchema) })),
    ...problems(422),
  },
});

const one = createRoute({
  method: 'get',
  path: '/obligations/{id}',
  ...behind('obligations.read', TAG),
  summary: 'One obligation with its evidence',
  request: { params },
  responses: {
    200: answered(
      'The obligation.',
      obligationSchema.extend({ evidence: z.array(evidenceSchema).nullable() }).openapi('ObligationPage'),
    ),
    ...problems(404),
  },
});

const completed = z.object({ obligation: id, doneOn: day, rowVersion: z.int() }).openapi('Completed');
const completeOne = createRoute({
  method: 'post',
  path: '/obligations/{id}/complete',
  ...behind('obligation.complete', TAG),
  summary: 'Concluso: declares it done',
  request: {
    params,
    headers: idempotency,
    ...jsonBody(
      z.strictObject({
        doneOn: day.optional().openapi({ description: 'Not in the future; today when absent.' }),
        note: text(10_000).default(''),
        rowVersion,
      }),
    ),
  },
  responses: { 200: answered('Recorded.', completed), ...COMMAND_PROBLEMS },
});

const reopened = z.object({ obligation: id, rowVersion: z.int() }).openapi('Reopened');
const reopenOne = createRoute({
  method: 'post',
  path: '/obligations/{id}/reopen',
  ...behind('obligation.reopen', TAG),
  summary: 'Riapri: back to open, with a reason',
  request: {
    params,
    headers: idempotency,
    ...jsonBody(z.strictObject({ reason, rowVersion })),
  },
  responses: { 200: answered('Recorded.', reopened), ...COMMAND_PROBLEMS },
});

const dated = z.object({ obligation: id, due: day, rowVersion: z.int() }).openapi('Dated');
const setDueDate = createRoute({
  method: 'post',
  path: '/obligations/{id}/due-date',
  ...behind('obligation.set-date', TAG),
  summary: 'Indica la data: the day of an external term became known',
  request: { params, headers: idempotency, ...jsonBody(z.strictObject({ due: day, rowVersion })) },
  responses: { 200: answered('Recorded.', dated), ...COMMAND_PROBLEMS },
});

const held = z.object({ obligation: id, held: z.boolean(), rowVersion: z.int() }).openapi('Held');
const holdOne = createRoute({
  method: 'post',
  path: '/obligations/{id}/hold-back',
  ...behind('obligation.hold-back', TAG),
  summary: 'Trattieni: holds the notice to the Sindaco back, or with an empty reason lets it go',
  request: {
    params,
    headers: idempotency,
    ...jsonBody(z.strictObject({ reason: text(10_000), rowVersion })),
  },
  responses: { 200: answered('Recorded.', held), ...COMMAND_PROBLEMS },
});

export function obligationRoutes() {
  const app = createPart();

  app.openapi(list, async (c) => {
    const viewer = viewerIn(c);
    const { year, sector, standing, search, mine } = c.req.valid('query');
    const views = await inTown(c.get('deps').sql, viewer.town.id, (tx) =>
      loadObligationList(tx, viewer, {
        ...(year === undefined ? {} : { year: Number(year) }),
        ...(sector === undefined ? {} : { sector }),
        ...(standing === undefined ? {} : { standings: [standing] }),
        ...(search ? { search } : {}),
        mine: mine === 'true',
      }),
    );
    return c.json({ obligations: views.map(recordJson) });
  });

  app.openapi(one, (c) =>
    showObligation(c, c.req.valid('param').id, (page) => ({
      ...recordJson(page.term),
      evidence: page.evidence?.map(evidenceJson) ?? null,
    })),
  );

  app.openapi(completeOne, (c) => {
    const { doneOn = '', note, rowVersion: seen } = c.req.valid('json');
    const asked = { obligation: c.req.valid('param').id, doneOn, note, rowVersion: seen, files: [] };
    return answerTo(c, complete(apiCommander(c), asked));
  });

  app.openapi(reopenOne, (c) => {
    const asked = { obligation: c.req.valid('param').id, ...c.req.valid('json') };
    return answerTo(c, reopen(apiCommander(c), asked));
  });

  app.openapi(setDueDate, (c) => {
    const asked = { obligation: c.req.valid('param').id, ...c.req.valid('json') };
    return answerTo(c, setDate(apiCommander(c), asked));
  });

  app.openapi(holdOne, (c) => {
    const asked = { obligation: c.req.valid('param').id, ...c.req.valid('json') };
    return answerTo(c, holdNotice(apiCommander(c), asked, asked.reason.trim() !== ''));
  });

  return app;
}
