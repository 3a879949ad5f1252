/** The monitoring windows: as a town sets them, as they fall in a year, and what a change would move. */
import { createRoute, z } from '@hono/zod-openapi';
import { WINDOW_NAME_LIMIT } from '../../domain/cycle/window-rules.js';
import { inTown } from '../../store/in-town.js';
import { yearDay } from '../../store/towns/town-settings.js';
import { keepWindows, type WindowFields, windowFieldProblems } from '../commands/monitoring/windows.js';
import { putOffDue } from '../commands/obligations/put-off-due.js';
import { viewerIn } from '../gate.js';
import { loadSubmissionList } from '../queries/submission-list.js';
import { windowsEffect } from '../queries/windows-effect.js';
import { refuse } from '../refuse.js';
import { townWords } from '../views/page/frame.js';
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
import { effectJson, effectSchema } from './rehearsed-json.js';
import { day, id, text, year } from './schemas.js';

const tag = 'Monitoring';
const rule = z.strictObject({
  name: text(WINDOW_NAME_LIMIT),
  ...{ reference: yearDay, opens: yearDay, due: yearDay },
});
const rules = z.strictObject({ windows: z.array(rule).length(2, 'sono due') }).openapi('MonitoringWindows');

const kept = z.object({
  id,
  title: z.string(),
  ...{ coversFrom: day, referenceOn: day, opens: day, due: day },
  skipped: z.enum(['closed-before-start']).nullable().openapi({ description: 'Why it asks nothing.' }),
  firstDue: day.nullable().openapi({ description: 'The due day before it was put off.' }),
  putOffBecause: z.string().nullable(),
});

const show = createRoute({
  method: 'get',
  path: '/monitoring/windows',
  ...behind('windows.read', tag),
  summary: 'The windows as the town sets them, and as they fall in a year',
  request: { query: z.object({ year: year.optional() }) },
  responses: {
    200: answered('Windows.', z.object({ ...rules.shape, year: z.int().nullable(), inYear: z.array(kept) })),
    ...problems(422),
  },
});

const change = createRoute({
  method: 'put',
  path: '/monitoring/windows',
  ...behind('windows.change', tag),
  summary: 'Sets the windows anew: those of years under way that are not open yet move',
  request: { headers: idempotency, ...jsonBody(rules) },
  responses: { 200: answered('Kept.', z.object({ moved: z.int() })), ...problems(400, 409, 413, 415, 422) },
});

const effect = createRoute({
  method: 'post',
  path: '/monitoring/windows/effect',
  ...behind('windows.read', tag),
  summary: 'What other windows would move, and the mails with them; nothing is recorded',
  request: jsonBody(rules),
  responses: {
    200: answered(
      'The difference.',
      effectSchema.extend({
        moved: z.array(z.object({ window: id, year: z.int(), opens: day, due: day, referenceOn: day })),
      }),
    ),
    ...problems(400, 413, 415, 422),
  },
});

const putOff = createRoute({
  method: 'post',
  path: '/monitoring/windows/{id}/due',
  ...behind('windows.change', tag),
  summary: 'Puts off the due day of an open window for those that were not transmitted yet, with the reason',
  request: {
    params: z.object({ id }),
    headers: idempotency,
    ...jsonBody(z.strictObject({ due: day, reason: text(10_000) })),
  },
  responses: {
    200: answered('Put off.', z.object({ window: id, due: day, submissions: z.int() })),
    ...COMMAND_PROBLEMS,
  },
});

export function windowRoutes() {
  const app = createPart();
  app.openapi(show, async (c) => {
    const viewer = viewerIn(c);
    const asked = c.req.valid('query').year;
    const list = await inTown(c.get('deps').sql, viewer.town.id, (tx) =>
      loadSubmissionList(tx, viewer, asked === undefined ? null : Number(asked)),
    );
    return c.json({
      windows: viewer.town.settings.monitoring.map((one) => ({ ...one })),
      year: list.year,
      inYear: list.windows.map(({ window: { ordinal: _, openedAt: __, ...window } }) => window),
    });
  });
  app.openapi(change, (c) => {
    const { windows } = c.req.valid('json');
    return answerTo(c, keepWindows(apiCommander(c), { rules: windows, seen: null }, fieldOf));
  });
  app.openapi(effect, async (c) => {
    const { sql, now } = c.get('deps');
    const { town, today } = viewerIn(c);
    const { windows } = c.req.valid('json');
    const wrong = await inTown(sql, town.id, (tx) => windowFieldProblems(tx, windows, today, fieldOf));
    if (wrong.length > 0) return (await refuse(c, { code: 'invalid', problems: wrong })) as never;
    const made = await windowsEffect(sql, { town: town.id, rules: windows, today }, now());
    if ('code' in made) return (await refuse(c, made)) as never;
    const moved = made.moved.map(({ year: of, before, after }) => ({
      ...{ window: before.id, year: of, opens: after.opens, due: after.due, referenceOn: after.referenceOn },
    }));
    return c.json({ ...effectJson(made, made.rehearsal.people, townWords(town)), moved }, 200);
  });
  app.openapi(putOff, (c) =>
    answerTo(c, putOffDue(apiCommander(c), { window: c.req.valid('param').id, ...c.req.valid('json') })),
  );
  return app;
}

const fieldOf: WindowFields = (field, at) => `windows.${at}.${field}`;
