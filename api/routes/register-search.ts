/** *Registro degli avvisi*: where it has entries, and the page of a month's seals. */
import { createRoute, z } from '@hono/zod-openapi';
import { inTown } from '../../store/in-town.js';
import { viewerIn } from '../gate.js';
import { sendSeals } from '../pages/register/register.js';
import { loadRegisterPage } from '../queries/register-page.js';
import { answered, behind, createPart, fileAnswer, problems } from './operation.js';
import { id, text } from './schemas.js';

const foundSchema = z
  .object({
    objectives: z.array(
      z.object({
        ...{ id, year: z.int(), number: z.string().nullable(), title: z.string() },
        entries: z.int(),
      }),
    ),
    people: z.array(
      z.object({
        id,
        name: z.string().openapi({ description: 'The role they held, when their name was erased.' }),
        isErased: z.boolean(),
        notices: z.int(),
      }),
    ),
    isCut: z.boolean().openapi({ description: 'There are more: search.' }),
    months: z.array(z.string()).openapi({
      description: 'Over and sealed, latest first: /register/seals/{month}/pdf.',
      example: ['2023-05'],
    }),
  })
  .openapi('RegisterFound');

const search = createRoute({
  method: 'get',
  path: '/register',
  ...behind('register.search', 'Register'),
  summary: 'Objectives and people of whom the register has entries; the months whose seals can be printed',
  request: { query: z.object({ search: text(100).default('') }) },
  responses: { 200: answered('What was found.', foundSchema), ...problems(422) },
});

const month = createRoute({
  method: 'get',
  path: '/register/seals/{month}/pdf',
  ...behind('register.search', 'Register'),
  summary: "The page of a month's seals, for the protocol",
  request: {
    params: z.object({
      month: z
        .string()
        .regex(/^2\d{3}-\d{2}$/)
        .openapi({ example: '2023-05' }),
    }),
  },
  responses: { 200: fileAnswer('application/pdf'), ...problems(404) },
});

export function registerSearchRoutes() {
  const app = createPart();
  app.openapi(search, async (c) => {
    const { town, today } = viewerIn(c);
    const wanted = c.req.valid('query').search.trim();
    const page = await inTown(c.get('deps').sql, town.id, (tx) => loadRegisterPage(tx, today, wanted));
    const { objectives, people, isCut, months } = page;
    return c.json({
      objectives: objectives.map((one) => ({ ...one })),
      people: people.map((one) => ({ ...one })),
      ...{ isCut, months: [...months] },
    });
  });
  app.openapi(month, async (c) => (await sendSeals(c, c.req.valid('param').month)) as never);
  return app;
}
