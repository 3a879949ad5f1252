/** Mails to people without a mailbox: what is to be handed over, and the record that it was. */
import { createRoute, z } from '@hono/zod-openapi';
import { inTown } from '../../store/in-town.js';
import { type PaperMail, paperMails } from '../../store/notices/paper-mails.js';
import { recordPaper } from '../commands/obligations/record-paper.js';
import { viewerIn } from '../gate.js';
import { sendSheets } from '../pages/obligations/paper.js';
import { refuse } from '../refuse.js';
import { isoOf, roleJson } from './json.js';
import {
  answered,
  answerTo,
  apiCommander,
  behind,
  COMMAND_PROBLEMS,
  createPart,
  fileAnswer,
  idempotency,
  jsonBody,
  problems,
} from './operation.js';
import { day, id, moment, person, roleSchema, text } from './schemas.js';

const mailSchema = z
  .object({
    id,
    day,
    person,
    roles: z.array(roleSchema),
    lines: z.array(
      z.object({
        obligation: id,
        objective: z.string(),
        milestone: z.string().nullable(),
        due: day.nullable(),
      }),
    ),
    handedOver: z
      .object({ on: day, by: z.string(), recordedAt: moment })
      .nullable()
      .openapi({ description: 'null: not yet.' }),
  })
  .openapi('PaperMail');

const list = createRoute({
  method: 'get',
  path: '/paper-mails',
  ...behind('paper.read', 'Notices'),
  summary: 'Mails to people without a mailbox, oldest first: what the Segretario hands over',
  request: { query: z.object({ open: z.enum(['true', 'false']).optional() }) },
  responses: { 200: answered('Mails.', z.object({ mails: z.array(mailSchema) })), ...problems(422) },
});

const sheets = createRoute({
  method: 'get',
  path: '/paper-mails/sheets',
  ...behind('paper.read', 'Notices'),
  summary: 'The sheets to hand over as one PDF; 404 when there are none',
  responses: { 200: fileAnswer('application/pdf'), ...problems(404) },
});

const kept = z.object({ mail: id, on: day }).openapi('PaperKept');
const record = createRoute({
  method: 'post',
  path: '/paper-mails/{id}/handed-over',
  ...behind('paper.record', 'Notices'),
  summary: 'Consegnato a mano: on which day and by whom',
  request: {
    params: z.object({ id }),
    headers: idempotency,
    ...jsonBody(z.strictObject({ on: day, by: text(120).min(1, 'manca') })),
  },
  responses: { 200: answered('Recorded.', kept), ...COMMAND_PROBLEMS },
});

export function paperRoutes() {
  const app = createPart();
  app.openapi(list, async (c) => {
    const open = c.req.valid('query').open === 'true';
    const mails = await inTown(c.get('deps').sql, viewerIn(c).town.id, (tx) => paperMails(tx, { open }));
    return c.json({ mails: mails.map(paperJson) });
  });
  app.openapi(
    sheets,
    async (c) => ((await sendSheets(c)) ?? (await refuse(c, { code: 'not-found' }))) as never,
  );
  app.openapi(record, (c) =>
    answerTo(c, recordPaper(apiCommander(c), { mail: c.req.valid('param').id, ...c.req.valid('json') })),
  );
  return app;
}

const paperJson = ({
  digest,
  day: on,
  person: to,
  personName,
  roles,
  obligations,
  handedOver,
}: PaperMail) => ({
  id: digest,
  day: on,
  person: { id: to, name: personName },
  roles: roles.map(roleJson),
  lines: obligations.map(({ obligation: { id: obligation, subject, term } }) => ({
    obligation,
    objective: subject.objective,
    milestone: subject.milestone,
    due: term.kind === 'external' ? null : term.due,
  })),
  handedOver: handedOver && { ...handedOver, recordedAt: isoOf(handedOver.recordedAt) },
});
