/** Whose an obligation is: to another role, or back to whoever said that it is not theirs. */
import { createRoute, z } from '@hono/zod-openapi';
import { leaveWithOwner } from '../commands/obligations/leave-with-owner.js';
import { reassign } from '../commands/obligations/reassign.js';
import { params, reason, TAG } from './obligation-parts.js';
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
import { id, roleSchema, rowVersion } from './schemas.js';

const reassigned = z.object({ obligation: id, owner: z.string(), rowVersion: z.int() }).openapi('Reassigned');
const reassignOne = createRoute({
  method: 'post',
  path: '/obligations/{id}/reassign',
  ...behind('obligation.reassign', TAG),
  summary: 'A chi spetta: another role owes it from now on; its ladder begins anew, a delay stays one',
  request: {
    params,
    headers: idempotency,
    ...jsonBody(z.strictObject({ owner: roleSchema, reason, rowVersion })),
  },
  responses: { 200: answered('Recorded.', reassigned), ...COMMAND_PROBLEMS },
});

const left = z.object({ obligation: id, answers: z.int(), rowVersion: z.int() }).openapi('LeftWithOwner');
const leaveOne = createRoute({
  method: 'post',
  path: '/obligations/{id}/leave-with-owner',
  ...behind('obligation.reassign', TAG),
  summary: 'Resta a chi ha risposto "Non è di mia competenza": the reason reaches them in their next mail',
  request: { params, headers: idempotency, ...jsonBody(z.strictObject({ reason, rowVersion })) },
  responses: { 200: answered('Recorded.', left), ...COMMAND_PROBLEMS },
});

export function competenceRoutes() {
  const app = createPart();
  app.openapi(reassignOne, (c) => {
    const { owner, ...rest } = c.req.valid('json');
    const to = { role: owner.role, sector: owner.sector ?? '' };
    const asked = { obligation: c.req.valid('param').id, ...to, ...rest };
    return answerTo(c, namedAnew(reassign(apiCommander(c), asked), { role: 'owner' }));
  });
  app.openapi(leaveOne, (c) => {
    const asked = { obligation: c.req.valid('param').id, ...c.req.valid('json') };
    return answerTo(c, leaveWithOwner(apiCommander(c), asked));
  });
  return app;
}
