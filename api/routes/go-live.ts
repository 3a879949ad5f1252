/** *Vai in esercizio*: what going live would drop and start, and the step itself. */
import { createRoute, z } from '@hono/zod-openapi';
import { inTown } from '../../store/in-town.js';
import { putInService } from '../commands/towns/go-live.js';
import { viewerIn } from '../gate.js';
import { goLiveFacts } from '../queries/go-live.js';
import { refuse } from '../refuse.js';
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
  problems,
} from './operation.js';
import { day, text } from './schemas.js';

const days = {
  live: day.openapi({ description: 'The day of going live: today by the real clock.' }),
  first: day.openapi({ description: 'The first day of notices.' }),
};

const outlookSchema = z
  .object({
    ...days,
    dropped: z
      .object({
        ...{ mails: z.int(), notices: z.int(), answers: z.int(), files: z.int(), entries: z.int() },
        concluded: z.int().openapi({ description: 'Obligations that are open again afterwards.' }),
      })
      .openapi({ description: 'What the trial made, and goes.' }),
    obligations: z.int().openapi({ description: 'Milestones that go on.' }),
    before: z.int().openapi({ description: 'Of them, due before the first day: asked once.' }),
    people: z.int().openapi({ description: 'With a role on the day.' }),
    withoutMailbox: z.array(z.string()).openapi({ description: 'Names: their notices are handed over.' }),
    later: z.int().openapi({ description: 'Roles and absences that begin after the day.' }),
    approvedOn: day.nullable().openapi({ description: 'Latest approval of a plan; null: there is no plan.' }),
  })
  .openapi('GoLiveOutlook');

const outlook = createRoute({
  method: 'get',
  path: '/go-live',
  ...behind('town.go-live', 'Trial'),
  summary: 'What going live would drop and start; 409 where the town is not on trial',
  responses: { 200: answered('As it stands.', outlookSchema), ...problems(409) },
});

const go = createRoute({
  method: 'post',
  path: '/go-live',
  ...behind('town.go-live', 'Trial'),
  summary:
    'The town leaves its trial for good: what it sent and was answered goes, the clock is the real one',
  request: {
    headers: idempotency,
    ...jsonBody(
      z.strictObject({ name: text(300).openapi({ description: "The town's name, typed to confirm." }) }),
    ),
  },
  responses: {
    200: answered('Live.', z.object({ ...days, mails: z.int() }).openapi('GoneLive')),
    ...COMMAND_PROBLEMS,
  },
});

export function goLiveRoutes() {
  const app = createPart();
  app.openapi(outlook, async (c) => {
    const { sql, now } = c.get('deps');
    const { town } = viewerIn(c);
    if (town.mode !== 'trial') return (await refuse(c, { code: 'not-on-trial' })) as never;
    const facts = await inTown(sql, town.id, (tx) => goLiveFacts(tx, town, now()));
    const { dropped, outlook: ahead, live, first } = facts;
    return c.json({
      ...ahead,
      withoutMailbox: [...ahead.withoutMailbox],
      dropped: { ...dropped },
      live,
      first,
    });
  });
  app.openapi(go, (c) =>
    answerTo(c, namedAnew(putInService(apiCommander(c), c.req.valid('json').name), { ente: 'name' })),
  );
  return app;
}
