/** The prova generale for programs: one JSON line a mail, as `traguardo rehearse --json` prints them. */
import { createRoute, z } from '@hono/zod-openapi';
import type { RehearsedMail } from '../../domain/rehearsal/rehearse.js';
import type { MailWords } from '../../mail/roles.js';
import { inTown } from '../../store/in-town.js';
import { viewerIn } from '../gate.js';
import { loadRehearsal, mailsOf, type Rehearsal } from '../queries/rehearsal.js';
import { readWindow } from '../queries/rehearsal-window.js';
import { refuse } from '../refuse.js';
import { townWords } from '../views/page/frame.js';
import { behind, createPart, problems } from './operation.js';
import { rehearsedJson, rehearsedLineSchema } from './rehearsed-json.js';
import { id } from './schemas.js';

const route = createRoute({
  method: 'get',
  path: '/rehearsal',
  ...behind('rehearsal.read', 'Notices'),
  summary: 'Every mail of the days to come, if nobody answers: one JSON object a line, by day',
  request: {
    query: z.object({
      from: z.string().max(20).optional().openapi({ format: 'date', description: 'Today at the earliest.' }),
      until: z.string().max(20).optional().openapi({
        format: 'date',
        description:
          'Included; by default 31 March after the last year with a plan. Two years ahead at most.',
      }),
      draft: id
        .optional()
        .openapi({ description: 'An import that is not confirmed yet, as if it were today.' }),
    }),
  },
  responses: {
    200: {
      description: 'One mail a line.',
      content: { 'application/x-ndjson': { schema: rehearsedLineSchema } },
    },
    ...problems(404, 409, 422),
  },
});

export function rehearsalRoutes() {
  const app = createPart();
  app.openapi(route, async (c) => {
    const { sql, now } = c.get('deps');
    const { town } = viewerIn(c);
    const { from = '', until = '', draft = null } = c.req.valid('query');
    const loaded = await inTown(sql, town.id, (tx) => loadRehearsal(tx, now(), draft));
    if (!loaded.ok) return (await refuse(c, loaded.refusal)) as never;
    const { start, end } = loaded.rehearsal;
    const read = readWindow({ from, until }, { from: start, until: end }, { from: 'from', until: 'until' });
    if (!read.ok) return (await refuse(c, { code: 'invalid', problems: read.problems })) as never;
    const mails = mailsOf(loaded.rehearsal, read.window);
    return c.body(streamed(mails, loaded.rehearsal, townWords(town)), 200, {
      'Content-Type': 'application/x-ndjson; charset=utf-8',
    }) as never;
  });
  return app;
}

/** A line at a time, as fast as it is read: the year of a large town is never in memory whole. */
function streamed(
  mails: Iterator<RehearsedMail>,
  { people }: Rehearsal,
  words: MailWords,
): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  return new ReadableStream({
    pull(controller) {
      const { done, value } = mails.next();
      if (done === true) return controller.close();
      controller.enqueue(encoder.encode(`${JSON.stringify(rehearsedJson(value, people, words))}\n`));
    },
  });
}
