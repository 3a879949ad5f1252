/** Everything held about a person, for them: one's own, and by the Segretario that of whoever asks for it. */
import { createRoute, z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import type { AppEnv } from '../app-env.js';
import { exportPerson } from '../commands/privacy/export-person.js';
import { refuse } from '../refuse.js';
import { PERSON_RECORD_FORMAT, recordFile } from '../views/people/person-record.js';
import { answered, apiCommander, behind, createPart, problems } from './operation.js';
import { id } from './schemas.js';

const recordSchema = z
  .object({
    format: z.literal(PERSON_RECORD_FORMAT),
    town: z.string(),
    person: z.record(z.string(), z.unknown()),
    access: z.unknown().openapi({
      description: 'What lets them in: address, sessions, keys; without the secrets.',
    }),
    sections: z.array(
      z.object({
        of: z.string().openapi({ description: 'The table, and the column that names the person.' }),
        title: z.string(),
        shown: z
          .record(z.string(), z.string())
          .openapi({ description: 'Columns that the page shows, with their Italian headings.' }),
        rows: z.array(z.record(z.string(), z.unknown())),
      }),
    ),
    register: z
      .array(z.object({ body: z.record(z.string(), z.unknown()), texts: z.record(z.string(), z.string()) }))
      .openapi({ description: 'Entries that name them, with the words that they wrote by their hash.' }),
  })
  .openapi('PersonRecord');

const mine = createRoute({
  method: 'get',
  path: '/me/record',
  ...behind('person.mine', 'People'),
  summary: 'Everything held about oneself (art. 15 and 20 GDPR); that it was read is recorded nowhere',
  responses: { 200: answered('The record.', recordSchema), ...problems(404) },
});

const another = createRoute({
  method: 'post',
  path: '/people/{id}/record',
  ...behind('person.export', 'People'),
  summary: 'Everything held about a person, to hand over to them; who took it out enters the history',
  request: { params: z.object({ id }) },
  responses: { 200: answered('The record.', recordSchema), ...problems(404) },
});

export function personRecordRoutes() {
  const app = createPart();
  app.openapi(mine, (c) => send(c, apiCommander(c).viewer.person.id));
  app.openapi(another, (c) => send(c, c.req.valid('param').id));
  return app;
}

async function send(c: Context<AppEnv>, person: string): Promise<never> {
  const commander = apiCommander(c);
  const record = await exportPerson(commander, person);
  const answer =
    record === null
      ? await refuse(c, { code: 'not-found' })
      : c.json(recordFile(record, commander.viewer.town.name));
  return answer as never;
}
