/** *Compilatori*: whom heads let prepare the submissions of their sectors. */
import { createRoute, z } from '@hono/zod-openapi';
import { inTown } from '../../store/in-town.js';
import { endCompiler, nameCompiler } from '../commands/people/compilers.js';
import { viewerIn } from '../gate.js';
import { loadCompiledSectors } from '../queries/compilers.js';
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
import { day, id, person } from './schemas.js';

const tag = 'Monitoring';
const params = z.object({ id });
const kept = z.object({ compiler: id }).openapi('CompilerKept');

const compiler = z.object({
  ...{ id, person, from: day, to: day.nullable() },
  namedBy: z.string(),
  objectives: z.array(id).nullable().openapi({ description: 'null: the whole sector.' }),
});

const list = createRoute({
  method: 'get',
  path: '/monitoring/compilers',
  ...behind('compilers.name', tag),
  summary: 'Chi prepara: by sector, those of now and to come',
  responses: {
    200: answered(
      'Sectors.',
      z.object({
        sectors: z.array(z.object({ id, name: z.string(), compilers: z.array(compiler) })),
      }),
    ),
    ...problems(),
  },
});

const add = createRoute({
  method: 'post',
  path: '/monitoring/compilers',
  ...behind('compilers.name', tag),
  summary:
    'Names a person who may prepare the submissions of a sector, or lines of them; they never transmit',
  request: {
    headers: idempotency,
    ...jsonBody(
      z.strictObject({
        ...{ sector: id, person: id, from: day },
        to: day.nullable().default(null).openapi({ description: 'Last day; null: until called off.' }),
        objectives: z.array(id).max(200).default([]).openapi({ description: 'None: the whole sector.' }),
      }),
    ),
  },
  responses: { 200: answered('Named.', kept), ...COMMAND_PROBLEMS },
});

const end = createRoute({
  method: 'post',
  path: '/monitoring/compilers/{id}/end',
  ...behind('compilers.name', tag),
  summary: 'Calls it off, from now',
  request: { params, headers: idempotency },
  responses: { 200: answered('Called off.', kept), ...problems(400, 404) },
});

export function compilerRoutes() {
  const app = createPart();
  app.openapi(list, async (c) => {
    const viewer = viewerIn(c);
    const sectors = await inTown(c.get('deps').sql, viewer.town.id, (tx) => loadCompiledSectors(tx, viewer));
    return c.json({
      sectors: sectors.map(({ compilers, ...sector }) => ({
        ...{ id: sector.id, name: sector.name },
        compilers: compilers.map((one) => ({
          ...{ id: one.id, person: { id: one.person, name: one.name }, from: one.from, to: one.to },
          ...{ namedBy: one.namedBy, objectives: one.objectives?.map((each) => each.id) ?? null },
        })),
      })),
    });
  });
  app.openapi(add, (c) => {
    const { to, ...asked } = c.req.valid('json');
    return answerTo(c, nameCompiler(apiCommander(c), { ...asked, to: to ?? '' }));
  });
  app.openapi(end, (c) => answerTo(c, endCompiler(apiCommander(c), { compiler: c.req.valid('param').id })));
  return app;
}
