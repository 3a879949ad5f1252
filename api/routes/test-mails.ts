/** The test mail of the settings and of the installation: asked for, and what the mail server said of the last one. */
import { createRoute, z } from '@hono/zod-openapi';
import { lastTestMail, type TestMail } from '../../store/notices/test-mails.js';
import { accountIn } from '../entered-account.js';
import { enteredIn } from '../gate.js';
import { refuse } from '../refuse.js';
import type { Action } from '../rights.js';
import { askTestMailTo } from '../test-mail.js';
import { isoOf } from './json.js';
import { answered, behind, createPart, problems } from './operation.js';

const real = z.string().openapi({ format: 'date-time', description: 'Real time, in UTC.' });

/** What became of a test mail. */
export const testMailSchema = z
  .object({
    askedAt: real,
    outcome: z
      .enum(['accepted', 'refused'])
      .nullable()
      .openapi({ description: 'null: not handed over to the mail server yet.' }),
    response: z.string().nullable().openapi({ description: "The mail server's own words." }),
    answeredAt: real.nullable(),
  })
  .nullable()
  .openapi('TestMail');

const askRoute = (path: string, action: Action, tag: string) =>
  createRoute({
    method: 'post',
    path,
    ...behind(action, tag),
    summary:
      'Sends a test mail to the address one has entered with; five in a quarter of an hour, by session',
    responses: {
      200: answered('Asked; the worker hands it over.', z.object({ asked: z.literal(true) })),
      ...problems(422, 429),
    },
  });

const last = createRoute({
  method: 'get',
  path: '/settings/test-mail',
  ...behind('settings.read', 'Town'),
  summary: "One's own last test mail of the day, by session; null: none",
  responses: { 200: answered('The last one.', z.object({ last: testMailSchema })), ...problems() },
});

export function testMailRoutes() {
  const app = createPart();
  app.openapi(last, async (c) => {
    const account = await accountIn(c);
    const mail = account === null ? null : await lastTestMail(c.get('deps').sql, account.account);
    return c.json({ last: testMailJson(mail) });
  });
  for (const [path, action, tag] of [
    ['/settings/test-mail', 'settings.change', 'Town'],
    ['/installation/test-mail', 'installation.change', 'Installation'],
  ] as const)
    app.openapi(askRoute(path, action, tag), async (c) => {
      const account = action === 'settings.change' ? await accountIn(c) : enteredIn(c);
      const no = await askTestMailTo(c, account);
      return (no === null ? c.json({ asked: true }) : await refuse(c, no)) as never;
    });
  return app;
}

/** As {@link testMailSchema}. */
export const testMailJson = (mail: TestMail | null) =>
  mail && {
    ...{ outcome: mail.outcome, response: mail.response, askedAt: isoOf(mail.askedAt) },
    answeredAt: mail.answeredAt === null ? null : isoOf(mail.answeredAt),
  };
