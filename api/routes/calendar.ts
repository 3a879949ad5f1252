/** The secret address of one's own calendar: whether there is one, making or renewing it, revoking it. */
import { createRoute, z } from '@hono/zod-openapi';
import { inTown } from '../../store/in-town.js';
import { openCalendarFeeds } from '../../store/notices/calendar-feeds.js';
import { newAddress } from '../calendar-address.js';
import { revokeCalendar } from '../commands/obligations/calendar-feed.js';
import { viewerIn } from '../gate.js';
import { isoOf } from './json.js';
import { answered, answerTo, apiCommander, behind, createPart, idempotency, problems } from './operation.js';
import { moment } from './schemas.js';

const PATH = '/my-calendar';

const read = createRoute({
  method: 'get',
  path: PATH,
  ...behind('calendar.keep', 'People'),
  summary:
    "Is there an address for one's own calendar? The address itself is told when it is made, and never again",
  responses: {
    200: answered(
      'Since when it opens; null: there is none.',
      z.object({ since: moment.nullable() }).openapi('MyCalendar'),
    ),
    ...problems(),
  },
});

const make = createRoute({
  method: 'post',
  path: PATH,
  ...behind('calendar.keep', 'People'),
  summary: "Makes the secret address of one's own calendar, or renews it: an address made before is closed",
  request: { headers: idempotency },
  responses: {
    200: answered(
      'The address, this once.',
      z
        .object({
          address: z.string().optional().openapi({ description: 'iCalendar, to subscribe to. A secret.' }),
          again: z.literal(true).optional().openapi({
            description: 'The same key came before, and its answer told the address.',
          }),
        })
        .openapi('MyCalendarMade'),
    ),
    ...problems(422),
  },
});

const revoke = createRoute({
  method: 'delete',
  path: PATH,
  ...behind('calendar.keep', 'People'),
  summary: "Closes the address of one's own calendar",
  request: { headers: idempotency },
  responses: {
    200: answered(
      'Closed.',
      z
        .object({ revoked: z.boolean().openapi({ description: 'false: there was none.' }) })
        .openapi('MyCalendarRevoked'),
    ),
    ...problems(422),
  },
});

export function calendarRoutes() {
  const app = createPart();
  app.openapi(read, async (c) => {
    const { town, person } = viewerIn(c);
    const [feed] = await inTown(c.get('deps').sql, town.id, (tx) => openCalendarFeeds(tx, person.id));
    return c.json({ since: feed === undefined ? null : isoOf(feed.madeAt) });
  });
  app.openapi(make, (c) => {
    c.header('Cache-Control', 'no-store');
    return answerTo(c, newAddress(c, apiCommander(c)));
  });
  app.openapi(revoke, (c) =>
    answerTo(c, revokeCalendar(apiCommander(c), viewerIn(c).person.id, 'calendar.keep')),
  );
  return app;
}
