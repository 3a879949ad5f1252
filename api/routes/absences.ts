/** Absences: from when to when a person receives nothing, and who receives instead. */
import { createRoute, z } from '@hono/zod-openapi';
import { changeAbsenceEnd, recordAbsence } from '../commands/people/absences.js';
import {
  answered,
  answerTo,
  apiCommander,
  behind,
  createPart,
  idempotency,
  jsonBody,
  problems,
} from './operation.js';
import { lastDayBody } from './people-schemas.js';
import { day, id } from './schemas.js';

const params = z.object({ id });
const kept = z.object({ absence: id }).openapi('AbsenceKept');

const add = createRoute({
  method: 'post',
  path: '/people/{id}/absences',
  ...behind('people.change', 'People'),
  summary: 'Records an absence',
  description: 'From today on. Who is absent receives nothing; no reason is asked.',
  request: {
    params,
    headers: idempotency,
    ...jsonBody(
      z.strictObject({
        from: day,
        to: day.nullable().default(null).openapi({ description: 'Last day; null: no end known.' }),
        substitute: id.nullable().default(null).openapi({
          description:
            'A person; null: another holder of the role, else the Segretario, their Vice, the Sindaco.',
        }),
      }),
    ),
  },
  responses: { 200: answered('Recorded.', kept), ...problems(400, 404, 413, 415, 422) },
});

const end = createRoute({
  method: 'post',
  path: '/absences/{id}/end',
  ...behind('people.change', 'People'),
  summary: 'Changes the last day of an absence; before its first day: calls it off',
  request: {
    params,
    headers: idempotency,
    ...lastDayBody,
  },
  responses: { 200: answered('Changed.', kept), ...problems(400, 404, 413, 415, 422) },
});

export function absenceRoutes() {
  const app = createPart();
  app.openapi(add, (c) => {
    const { from, to, substitute } = c.req.valid('json');
    const { id: person } = c.req.valid('param');
    const asked = { person, from, to: to ?? '', substitute: substitute ?? '' };
    return answerTo(c, recordAbsence(apiCommander(c), asked));
  });
  app.openapi(end, (c) => {
    const { id: absence } = c.req.valid('param');
    const { lastDay } = c.req.valid('json');
    return answerTo(c, changeAbsenceEnd(apiCommander(c), { absence, lastDay, person: null }));
  });
  return app;
}
