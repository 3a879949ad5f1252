/** *Posta di prova*: the mails of a town on trial, which were kept instead of sent. */
import { createRoute, z } from '@hono/zod-openapi';
import { inTown } from '../../store/in-town.js';
import type { InboxEntry } from '../../store/notices/inbox.js';
import { listTrialMails } from '../../store/notices/trial-inbox.js';
import { viewerIn } from '../gate.js';
import { mailId, SHOWN } from '../pages/notices/inbox.js';
import { trialMail } from '../queries/trial-mail.js';
import { refuse } from '../refuse.js';
import { isoOf } from './json.js';
import { answered, behind, createPart, problems } from './operation.js';
import { moment, text } from './schemas.js';

const tag = 'Trial';
const number = z
  .string()
  .regex(/^\d{1,15}$/, 'non è il numero di una mail')
  .openapi({ example: '41' });

const entry = {
  id: z.int().openapi({ description: 'Rises from mail to mail.' }),
  ...{ from: z.string(), to: z.string(), subject: z.string() },
  receivedAt: z.string().openapi({ format: 'date-time', description: 'Real time, in UTC.' }),
  townAt: moment.nullable(),
};

const listSchema = z
  .object({
    mails: z.array(z.object(entry)),
    more: z.boolean().openapi({ description: 'There are earlier ones: ask `before` the last of these.' }),
  })
  .openapi('TrialMails');

const mailSchema = z
  .object({
    ...entry,
    messageId: z.string().nullable(),
    text: z.string().nullable(),
    html: z.string().nullable().openapi({ description: 'As it would have been sent, with its links.' }),
  })
  .openapi('TrialMail');

const list = createRoute({
  method: 'get',
  path: '/trial-mails',
  ...behind('trial.read', tag),
  summary: 'The mails of the trial, latest first; 409 once the town is live',
  request: {
    query: z.object({
      search: text(100).optional().openapi({ description: 'In recipient, subject and text.' }),
      before: number.optional(),
    }),
  },
  responses: { 200: answered('Mails.', listSchema), ...problems(409, 422) },
});

const one = createRoute({
  method: 'get',
  path: '/trial-mails/{id}',
  ...behind('trial.read', tag),
  summary: 'One mail of the trial, both parts',
  request: { params: z.object({ id: number }) },
  responses: { 200: answered('The mail.', mailSchema), ...problems(404) },
});

export function trialMailRoutes() {
  const app = createPart();
  app.openapi(list, async (c) => {
    const { town } = viewerIn(c);
    if (town.mode !== 'trial') return (await refuse(c, { code: 'not-on-trial' })) as never;
    const { search = '', before } = c.req.valid('query');
    const page = {
      ...{ atMost: SHOWN + 1, search: search.trim() },
      ...(before === undefined ? {} : { below: Number(before) }),
    };
    const found = await inTown(c.get('deps').sql, town.id, (tx) => listTrialMails(tx, page));
    return c.json({ mails: found.slice(0, SHOWN).map(entryJson), more: found.length > SHOWN });
  });
  app.openapi(one, async (c) => {
    const mail = await trialMail(c.get('deps').sql, viewerIn(c).town, mailId(c.req.valid('param').id));
    if (mail === null) return (await refuse(c, { code: 'not-found' })) as never;
    return c.json({ ...entryJson(mail), messageId: mail.messageId, text: mail.text, html: mail.html });
  });
  return app;
}

const entryJson = ({ id, headerFrom, headerTo, subject, receivedAt, townAt }: InboxEntry) => ({
  ...{ id, from: headerFrom, to: headerTo, subject },
  receivedAt: isoOf(receivedAt),
  townAt: townAt === null ? null : isoOf(townAt),
});
