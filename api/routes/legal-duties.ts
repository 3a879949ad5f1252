/** Terms of the *Calendario normativo* as somebody's obligations. */
import { createRoute, z } from '@hono/zod-openapi';
import { askLegalDuty, undoDuty } from '../commands/cycle/legal-duties.js';
import { reason } from './obligation-parts.js';
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
} from './operation.js';
import { day, id, roleSchema, text } from './schemas.js';

const kept = z
  .object({ obligation: id, due: day.nullable().openapi({ description: 'Null: not known yet.' }) })
  .openapi('LegalDuty');

const ask = createRoute({
  method: 'post',
  path: '/legal-duties',
  ...behind('legal-calendar.oblige', 'Town'),
  summary:
    'Makes a term of the year an obligation: its day is counted, and moves with what it is counted from',
  request: {
    headers: idempotency,
    ...jsonBody(
      z.strictObject({
        year: z.int().min(2020).max(2099),
        rule: text(50).openapi({ example: 'rendiconto' }),
        reading: text(50).default('').openapi({ description: 'By default the one in common use.' }),
        owner: roleSchema
          .nullable()
          .default(null)
          .openapi({ description: 'By default who usually owes it; a head is always to be named.' }),
      }),
    ),
  },
  responses: { 200: answered('It is owed.', kept), ...COMMAND_PROBLEMS },
});

const undo = createRoute({
  method: 'post',
  path: '/legal-duties/{id}/undo',
  ...behind('legal-calendar.oblige', 'Town'),
  summary: 'It is not owed any more; what was done and told stays',
  request: { params: z.object({ id }), headers: idempotency, ...jsonBody(z.strictObject({ reason })) },
  responses: { 200: answered('Not owed any more.', kept), ...COMMAND_PROBLEMS },
});

export function legalDutyRoutes() {
  const app = createPart();
  app.openapi(ask, (c) => {
    const { owner, ...asked } = c.req.valid('json');
    const to = { role: owner?.role ?? '', sector: owner?.sector ?? '' };
    return answerTo(c, namedAnew(askLegalDuty(apiCommander(c), { ...asked, ...to }), { role: 'owner' }));
  });
  app.openapi(undo, (c) => {
    const { reason: why } = c.req.valid('json');
    return answerTo(c, undoDuty(apiCommander(c), { obligation: c.req.valid('param').id, reason: why }));
  });
  return app;
}
