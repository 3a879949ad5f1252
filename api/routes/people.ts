/** People and the roles they hold. */
import { createRoute, z } from '@hono/zod-openapi';
import { inTown } from '../../store/in-town.js';
import { closeRole, giveRole, keepPerson } from '../commands/people/people.js';
import { retryMailbox } from '../commands/people/retry-mailbox.js';
import { viewerIn } from '../gate.js';
import { loadPeople } from '../queries/people.js';
import { personJson } from './json.js';
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
import { lastDayBody, personSchema } from './people-schemas.js';
import { day, id, roleSchema, text } from './schemas.js';

const params = z.object({ id });
const personBody = jsonBody(
  z.strictObject({
    name: text(120),
    email: text(254).nullable().default(null).openapi({ description: 'null: no mailbox.' }),
    sharedMailbox: z.boolean().default(false),
  }),
);
const kept = z.object({ person: id }).openapi('PersonKept');
const tenureKept = z.object({ tenure: id }).openapi('TenureKept');

const list = createRoute({
  method: 'get',
  path: '/people',
  ...behind('people.read', 'People'),
  summary: 'Everybody, with past, present and future roles',
  responses: { 200: answered('People.', z.object({ people: z.array(personSchema) })), ...problems() },
});

const add = createRoute({
  method: 'post',
  path: '/people',
  ...behind('people.change', 'People'),
  summary: 'Adds a person',
  request: { headers: idempotency, ...personBody },
  responses: { 200: answered('Kept.', kept), ...problems(400, 413, 415, 422) },
});

const change = createRoute({
  method: 'put',
  path: '/people/{id}',
  ...behind('people.change', 'People'),
  summary: "Changes a person's name and mailbox",
  request: { params, headers: idempotency, ...personBody },
  responses: { 200: answered('Kept.', kept), ...problems(400, 404, 413, 415, 422) },
});

const give = createRoute({
  method: 'post',
  path: '/people/{id}/roles',
  ...behind('people.change', 'People'),
  summary: 'Gives a role, for a time',
  request: {
    params,
    headers: idempotency,
    ...jsonBody(
      z.strictObject({
        role: roleSchema,
        from: day,
        to: day.nullable().default(null),
        succeeds: z
          .boolean()
          .default(false)
          .openapi({ description: 'Those who hold it now stop the day before.' }),
      }),
    ),
  },
  responses: { 200: answered('Given.', tenureKept), ...problems(400, 404, 413, 415, 422) },
});

const retry = createRoute({
  method: 'post',
  path: '/people/{id}/retry-mailbox',
  ...behind('people.change', 'People'),
  summary: 'Writes again to a mailbox that mail came back from',
  request: { params, headers: idempotency },
  responses: { 200: answered('Kept.', kept), ...problems(400, 404) },
});

const close = createRoute({
  method: 'post',
  path: '/roles/{id}/close',
  ...behind('people.change', 'People'),
  summary: 'Closes a role on its last day',
  request: {
    params,
    headers: idempotency,
    ...lastDayBody,
  },
  responses: { 200: answered('Closed.', tenureKept), ...problems(400, 404, 413, 415, 422) },
});

export function peopleRoutes() {
  const app = createPart();
  app.openapi(list, async (c) => {
    const viewer = viewerIn(c);
    const people = await inTown(c.get('deps').sql, viewer.town.id, (tx) => loadPeople(tx, viewer.today));
    return c.json({ people: people.everybody.map(personJson) });
  });
  const asked = ({
    name,
    email,
    sharedMailbox,
  }: {
    name: string;
    email: string | null;
    sharedMailbox: boolean;
  }) => ({
    name,
    email: email ?? '',
    sharedMailbox,
  });
  app.openapi(add, (c) => answerTo(c, keepPerson(apiCommander(c), null, asked(c.req.valid('json')))));
  app.openapi(change, (c) =>
    answerTo(c, keepPerson(apiCommander(c), c.req.valid('param').id, asked(c.req.valid('json')))),
  );
  app.openapi(retry, (c) => answerTo(c, retryMailbox(apiCommander(c), c.req.valid('param').id)));
  app.openapi(give, (c) => {
    const { role, from, to, succeeds } = c.req.valid('json');
    const { id: person } = c.req.valid('param');
    const tenure = { person, role: role.role, sector: role.sector ?? '', from, to: to ?? '', succeeds };
    return answerTo(c, giveRole(apiCommander(c), tenure));
  });
  app.openapi(close, (c) =>
    answerTo(
      c,
      closeRole(apiCommander(c), {
        tenure: c.req.valid('param').id,
        person: null,
        lastDay: c.req.valid('json').lastDay,
      }),
    ),
  );
  return app;
}
