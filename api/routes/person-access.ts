/** By what a person gets in from outside: the fiscal code of SPID and CIE, the address of their calendar. */
import { createRoute, z } from '@hono/zod-openapi';
import { revokeCalendar } from '../commands/obligations/calendar-feed.js';
import { keepFiscalCode } from '../commands/people/fiscal-code.js';
import {
  answered,
  answerTo,
  apiCommander,
  behind,
  COMMAND_PROBLEMS,
  createPart,
  idempotency,
  jsonBody,
  namedAnew,
  problems,
} from './operation.js';
import { id, text } from './schemas.js';

const params = z.object({ id });

const code = createRoute({
  method: 'put',
  path: '/people/{id}/fiscal-code',
  ...behind('people.change', 'People'),
  summary:
    'By which fiscal code somebody enters with SPID or CIE: a keyed hash is kept, and nothing else of it',
  request: {
    params,
    headers: idempotency,
    ...jsonBody(
      z.strictObject({
        code: text(100).nullable().openapi({ description: 'Sixteen signs; null takes it away.' }),
      }),
    ),
  },
  responses: {
    200: answered('Kept.', z.object({ person: id }).openapi('FiscalCodeKept')),
    ...COMMAND_PROBLEMS,
  },
});

const calendar = createRoute({
  method: 'delete',
  path: '/people/{id}/calendar',
  ...behind('people.change', 'People'),
  summary: "Closes the address of somebody's calendar",
  request: { params, headers: idempotency },
  responses: {
    200: answered(
      'Closed.',
      z
        .object({ revoked: z.boolean().openapi({ description: 'false: there was none.' }) })
        .openapi('CalendarRevoked'),
    ),
    ...problems(404, 422),
  },
});

export function personAccessRoutes() {
  const app = createPart();
  app.openapi(code, (c) => {
    const asked = { person: c.req.valid('param').id, code: c.req.valid('json').code };
    return answerTo(c, namedAnew(keepFiscalCode(apiCommander(c), asked), { fiscalCode: 'code' }));
  });
  app.openapi(calendar, (c) =>
    answerTo(c, revokeCalendar(apiCommander(c), c.req.valid('param').id, 'people.change')),
  );
  return app;
}
