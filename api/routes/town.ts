/** Who I am, my town, its board, its clock, and *Invia ora*. */
import { createRoute, z } from '@hono/zod-openapi';
import { readInTown } from '../../store/in-town.js';
import { askRoundNow } from '../commands/review/ask-round.js';
import { viewerIn } from '../gate.js';
import { arrival, workInWords } from '../pages/clock.js';
import { loadDashboard } from '../queries/dashboard.js';
import { refuse } from '../refuse.js';
import type { Viewer } from '../viewer.js';
import { dashboardJson, dashboardSchema } from './dashboard-json.js';
import { isoOf, roleJson } from './json.js';
import { answered, answerTo, apiCommander, behind, createPart, idempotency, problems } from './operation.js';
import { day, meSchema, year } from './schemas.js';

const me = createRoute({
  method: 'get',
  path: '/me',
  ...behind('session.read', 'Town'),
  summary: 'Who has entered, as whom, in which town',
  responses: { 200: answered('The person behind the session.', meSchema), ...problems() },
});

const towns = createRoute({
  method: 'get',
  path: '/towns',
  ...behind('session.read', 'Town'),
  summary: 'The towns that the session opens',
  responses: { 200: answered('Towns.', z.object({ towns: z.array(meSchema.shape.town) })), ...problems() },
});

const dashboard = createRoute({
  method: 'get',
  path: '/dashboard',
  ...behind('dashboard.read', 'Town'),
  summary: "The Segretario's board",
  request: {
    query: z.object({
      year: year.optional(),
    }),
  },
  responses: { 200: answered('The board.', dashboardSchema), ...problems(422) },
});

const round = createRoute({
  method: 'post',
  path: '/round',
  ...behind('round.ask', 'Town'),
  summary: "Invia ora: today's round does not wait for its slot",
  request: { headers: idempotency },
  responses: { 200: answered('Asked.', z.object({ day })), ...problems(409, 422) },
});

const clockSchema = z
  .object({ today: day, now: z.string().openapi({ format: 'date-time' }) })
  .openapi('Clock');
const clock = createRoute({
  method: 'get',
  path: '/clock',
  ...behind('clock.read', 'Demo'),
  summary: "The town's clock",
  responses: { 200: answered('The clock.', clockSchema), ...problems(404) },
});

const STEP_NAMES = { day: 'giorno', monday: 'lunedi', month: 'mese' } as const;
const moveClock = createRoute({
  method: 'post',
  path: '/clock',
  ...behind('clock.move', 'Demo'),
  summary: 'Moves the clock forward, to 09:30 of the day it arrives at, through every round on the way',
  request: {
    body: {
      required: true,
      content: {
        'application/json': { schema: z.strictObject({ step: z.enum(['day', 'monday', 'month']) }) },
      },
    },
  },
  responses: { 200: answered('Arrived.', z.object({ today: day })), ...problems(400, 404, 413, 415, 422) },
});

export function townRoutes() {
  const app = createPart();
  app.openapi(me, (c) => {
    const viewer = viewerIn(c);
    const { id, name } = viewer.person;
    const { today, now, roles } = viewer;
    return c.json({
      person: { id, name },
      roles: roles.map(roleJson),
      town: townJson(viewer),
      today,
      now: isoOf(now),
    });
  });
  app.openapi(towns, (c) => c.json({ towns: [townJson(viewerIn(c))] }));
  app.openapi(dashboard, async (c) => {
    const { sql, now } = c.get('deps');
    const { year } = c.req.valid('query');
    const board = await readInTown(sql, viewerIn(c).town.id, (tx) =>
      loadDashboard(tx, now(), year === undefined ? null : Number(year)),
    );
    return c.json(dashboardJson(board));
  });
  app.openapi(round, (c) => answerTo(c, askRoundNow(apiCommander(c))));
  app.openapi(clock, (c) => {
    const { today, now } = viewerIn(c);
    return c.json({ today, now: isoOf(now) });
  });
  app.openapi(moveClock, async (c) => {
    const { demo } = c.get('deps');
    if (demo === null) return (await refuse(c, { code: 'not-found' })) as never;
    const viewer = viewerIn(c);
    const { day: today, at } = arrival(viewer, STEP_NAMES[c.req.valid('json').step]);
    const moved = await demo.moveClock(viewer.town.id, at);
    if (!moved.ok)
      return (await refuse(c, {
        code: 'clock-waits',
        waitingFor: workInWords(moved.waitingFor, moved.mails),
      })) as never;
    return c.json({ today });
  });
  return app;
}

const townJson = ({ town: { id, slug, name, mode } }: Viewer) => ({ id, slug, name, mode });
