/** The days on which a town's offices are closed. */
import { createRoute, z } from '@hono/zod-openapi';
import { CLOSURE_NAME_LIMIT } from '../../domain/time/closure-rules.js';
import { inTown } from '../../store/in-town.js';
import { closuresSchema } from '../../store/towns/town-settings.js';
import { type ClosureFields, closureFieldProblems, keepClosures } from '../commands/towns/change-closures.js';
import { viewerIn } from '../gate.js';
import { closuresEffect } from '../queries/closures-effect.js';
import { loadRehearsal } from '../queries/rehearsal.js';
import { refuse } from '../refuse.js';
import { townWords } from '../views/page/frame.js';
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
import { effectJson, effectSchema } from './rehearsed-json.js';
import { realDay, text } from './schemas.js';

const weekday = z.int().min(1).max(7).openapi({ description: '1 is Monday.' });
const month = z.int().min(1).max(12);
const name = text(CLOSURE_NAME_LIMIT).min(1).optional().openapi({ example: 'Patrono' });
const closure = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('weekday'), weekday }),
  z.strictObject({ kind: z.literal('yearly'), month, day: z.int().min(1).max(31), name }),
  z.strictObject({
    kind: z.literal('nth-weekday'),
    nth: z.int().min(-5).max(5).openapi({ description: 'Which of the month; -1 is the last.' }),
    weekday,
    month,
    name,
  }),
  z.strictObject({ kind: z.literal('days'), from: realDay, to: realDay, name }),
]);
/** All closures of a town; weekdays and months from 1, days as civil dates. */
export const closuresShape = z.array(closure).max(1000);
const body = z.strictObject({ closures: closuresShape }).openapi('Closures');

const list = createRoute({
  method: 'get',
  path: '/closures',
  ...behind('closures.read', 'Town'),
  summary: 'The days on which the offices are closed, beside Sundays and public holidays',
  responses: { 200: answered('Closures.', body), ...problems() },
});

const change = createRoute({
  method: 'put',
  path: '/closures',
  ...behind('closures.change', 'Town'),
  summary: 'Sets all closures anew: notices move, terms stay',
  request: {
    headers: idempotency,
    ...jsonBody(body),
  },
  responses: {
    200: answered('Kept.', z.object({ closures: z.int() })),
    ...problems(400, 409, 413, 415, 422),
  },
});

const effect = createRoute({
  method: 'post',
  path: '/closures/effect',
  ...behind('closures.read', 'Notices'),
  summary: 'What other closures would change in the mails to come; nothing is recorded',
  request: {
    query: z.object({
      span: z
        .enum(['months', 'all'])
        .default('months')
        .openapi({ description: 'Four months, or until 31 March after the last year with a plan.' }),
    }),
    ...jsonBody(body),
  },
  responses: { 200: answered('The difference.', effectSchema), ...problems(400, 413, 415, 422) },
});

export function closureRoutes() {
  const app = createPart();
  app.openapi(list, (c) => c.json({ closures: viewerIn(c).town.closures.map((one) => ({ ...one })) }));
  app.openapi(change, (c) => {
    const closures = closuresSchema.parse(c.req.valid('json').closures);
    return answerTo(c, keepClosures(apiCommander(c), { closures, seen: null }, closureField));
  });
  app.openapi(effect, async (c) => {
    const { sql, now } = c.get('deps');
    const { town, today } = viewerIn(c);
    const closures = closuresSchema.parse(c.req.valid('json').closures);
    const wrong = closureFieldProblems(closures, today, closureField);
    if (wrong.length > 0) return (await refuse(c, { code: 'invalid', problems: wrong })) as never;
    const loaded = await inTown(sql, town.id, (tx) => loadRehearsal(tx, now(), null));
    if (!loaded.ok) return (await refuse(c, loaded.refusal)) as never;
    const { rehearsal } = loaded;
    const span = c.req.valid('query').span === 'all' ? 'anno' : 'mesi';
    return c.json(
      effectJson(closuresEffect(rehearsal, closures, span), rehearsal.people, townWords(town)),
      200,
    );
  });
  return app;
}

/** Where the parts of the closures stand in a body that has them as `closures`. */
export const closureField: ClosureFields = (part, at) => {
  if (at === null) return 'closures';
  return part === 'from' || part === 'to' ? `closures.${at}.${part}` : `closures.${at}`;
};
