/** The codes of shared mailboxes, and an end to the links of all mails. */
import { createRoute, z } from '@hono/zod-openapi';
import { type Role, roleKey } from '../../domain/obligations/obligation.js';
import { inTown } from '../../store/in-town.js';
import { revokeLinks } from '../commands/obligations/revoke-links.js';
import { keepRoleCode } from '../commands/people/role-code.js';
import { viewerIn } from '../gate.js';
import { findRoleCode, loadRoleCodes } from '../queries/role-codes.js';
import { refuse } from '../refuse.js';
import { roleJson } from './json.js';
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
import { roleSchema, text } from './schemas.js';

const codeSchema = z
  .object({
    role: roleSchema,
    people: z
      .array(z.string())
      .openapi({ description: 'Names of those who hold it today and read a shared mailbox.' }),
    isSet: z.boolean().openapi({ description: 'The code itself is never told.' }),
  })
  .openapi('RoleCode');

const list = createRoute({
  method: 'get',
  path: '/role-codes',
  ...behind('people.read', 'People'),
  summary: 'Roles whose holders read a shared mailbox, and whether a code is asked of whoever answers',
  responses: { 200: answered('Roles.', z.object({ codes: z.array(codeSchema) })), ...problems() },
});

const keep = createRoute({
  method: 'put',
  path: '/role-codes',
  ...behind('people.change', 'People'),
  summary: 'Sets, changes or takes away the code of a role; asked twice it does no harm',
  request: jsonBody(
    z.strictObject({
      role: roleSchema,
      code: text(100)
        .min(1, 'manca')
        .nullable()
        .openapi({ description: '6 to 12 digits, not repeated or in a row; null: none any more.' }),
    }),
  ),
  responses: {
    200: answered('Kept.', z.object({ role: z.string(), isSet: z.boolean() }).openapi('RoleCodeKept')),
    ...COMMAND_PROBLEMS,
  },
});

const revoke = createRoute({
  method: 'post',
  path: '/answer-links/revoke',
  ...behind('people.change', 'People'),
  summary: 'The links of all mails sent so far open nothing any more',
  request: { headers: idempotency },
  responses: {
    200: answered('Revoked.', z.object({ keys: z.int() }).openapi('LinksRevoked')),
    ...problems(422),
  },
});

export function roleCodeRoutes() {
  const app = createPart();
  app.openapi(list, async (c) => {
    const { town, today } = viewerIn(c);
    const codes = await inTown(c.get('deps').sql, town.id, (tx) => loadRoleCodes(tx, today));
    return c.json({
      codes: codes.map(({ role, people, isSet }) => ({ role: roleJson(role), people: [...people], isSet })),
    });
  });
  app.openapi(keep, async (c) => {
    const { role, code } = c.req.valid('json');
    const { town, today } = viewerIn(c);
    const wanted = roleKey({ ...role, sector: role.sector ?? '' } as Role);
    const found = await inTown(c.get('deps').sql, town.id, (tx) => findRoleCode(tx, today, wanted));
    if (found === null) return (await refuse(c, { code: 'not-found' })) as never;
    return answerTo(c, keepRoleCode(apiCommander(c), { role: found.role, code: code ?? '' }));
  });
  app.openapi(revoke, (c) => answerTo(c, revokeLinks(apiCommander(c))));
  return app;
}
