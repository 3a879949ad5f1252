/** Individual objectives and the collaborators they are assigned to: only those of sectors that whoever asks holds. */
import { createRoute, z } from '@hono/zod-openapi';
import { inTown } from '../../store/in-town.js';
import { addCollaborators, endCollaboration } from '../commands/people/collaborators.js';
import {
  assess,
  assignIndividual,
  changeIndividual,
  withdraw,
} from '../commands/plan/individual-objectives.js';
import { viewerIn } from '../gate.js';
import { loadIndividualPage, loadMine } from '../queries/individual-page.js';
import { refuse } from '../refuse.js';
import { askedIn, named } from './individual-asked.js';
import { individualJson, individualSchema, sectorJson, sectorSchema } from './individual-json.js';
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
import { lastDayBody } from './people-schemas.js';
import { id, rowVersion, text, year } from './schemas.js';

const TAG = 'Individual objectives';
const params = z.object({ id });

const said = {
  objective: id.openapi({ description: 'The objective of the sector that it helps to reach.' }),
  title: text(300),
  due: text(20),
  weight: z.number().nullable().default(null),
};
const kept = z.object({ objective: id, collaborator: id }).openapi('IndividualKept');

const list = createRoute({
  method: 'get',
  path: '/individual-objectives',
  ...behind('individual.read', TAG),
  summary: 'By sector, with who has none and what does not fit',
  request: { query: z.object({ year: year.optional() }) },
  responses: {
    200: answered(
      'Sectors.',
      z.object({
        year: z.int(),
        sectors: z.array(sectorSchema),
      }),
    ),
    ...problems(422),
  },
});

const mine = createRoute({
  method: 'get',
  path: '/my-individual-objectives',
  ...behind('individual.mine', TAG),
  summary: "One's own, of all years",
  responses: { 200: answered('Mine.', z.object({ objectives: z.array(individualSchema) })), ...problems() },
});

const assign = createRoute({
  method: 'post',
  path: '/individual-objectives',
  ...behind('individual.write', TAG),
  summary: 'Assigns one to a collaborator',
  request: {
    headers: idempotency,
    ...jsonBody(z.strictObject({ ...said, collaborator: id, year: z.int().min(2020).max(2099) })),
  },
  responses: { 200: answered('Assigned.', kept), ...COMMAND_PROBLEMS },
});

const change = createRoute({
  method: 'put',
  path: '/individual-objectives/{id}',
  ...behind('individual.write', TAG),
  summary: 'Changes what it says',
  request: { params, headers: idempotency, ...jsonBody(z.strictObject({ ...said, rowVersion })) },
  responses: { 200: answered('Kept.', kept), ...COMMAND_PROBLEMS },
});

const degree = createRoute({
  method: 'put',
  path: '/individual-objectives/{id}/degree',
  ...behind('individual.write', TAG),
  summary:
    'Records the degree at the end of the year, or that it cannot be assessed; both left out: not recorded',
  request: {
    params,
    headers: idempotency,
    ...jsonBody(
      z.strictObject({
        degree: z.number().nullable().default(null),
        notAssessable: z.boolean().default(false),
        note: text(10_000).nullable().default(null),
        rowVersion,
      }),
    ),
  },
  responses: { 200: answered('Kept.', kept), ...COMMAND_PROBLEMS },
});

const withdrawOne = createRoute({
  method: 'delete',
  path: '/individual-objectives/{id}',
  ...behind('individual.write', TAG),
  summary: 'Takes it back',
  request: {
    params,
    headers: idempotency,
    query: z.object({
      rowVersion: z
        .string()
        .regex(/^\d{1,9}$/, 'non è una versione')
        .optional()
        .openapi({ description: 'The version that was seen.' }),
    }),
  },
  responses: { 200: answered('Withdrawn.', kept), ...COMMAND_PROBLEMS },
});

const add = createRoute({
  method: 'post',
  path: '/collaborators',
  ...behind('individual.write', TAG),
  summary: 'Adds collaborators to a sector from a list of names, one a line',
  request: {
    headers: idempotency,
    ...jsonBody(z.strictObject({ sector: id, list: text(50_000), from: text(20).default('') })),
  },
  responses: { 200: answered('Added.', z.object({ added: z.int(), known: z.int() })), ...COMMAND_PROBLEMS },
});

const end = createRoute({
  method: 'post',
  path: '/collaborators/{id}/end',
  ...behind('individual.write', TAG),
  summary: 'Not of the sector any more after a last day; objectives stay',
  request: { params, headers: idempotency, ...lastDayBody },
  responses: { 200: answered('Ended.', z.object({ collaborator: id })), ...COMMAND_PROBLEMS },
});

export function individualRoutes() {
  const app = createPart();
  app.openapi(list, async (c): Promise<never> => {
    const viewer = viewerIn(c);
    const of = c.req.valid('query').year;
    const page = await inTown(c.get('deps').sql, viewer.town.id, (tx) =>
      loadIndividualPage(tx, viewer, of === undefined ? null : Number(of)),
    );
    if (page === null) return (await refuse(c, { code: 'not-allowed' })) as never;
    return c.json({ year: page.year, sectors: page.sectors.map(sectorJson) }) as never;
  });
  app.openapi(mine, async (c) => {
    const viewer = viewerIn(c);
    const own = await inTown(c.get('deps').sql, viewer.town.id, (tx) => loadMine(tx, viewer));
    return c.json({ objectives: own.map(individualJson) }, 200);
  });
  app.openapi(assign, (c) => {
    const { collaborator, year: of, ...body } = c.req.valid('json');
    const assigned = assignIndividual(apiCommander(c), { ...askedIn(body), collaborator, year: of });
    return answerTo(c, named(assigned));
  });
  app.openapi(change, (c) => {
    const { rowVersion: seen, ...body } = c.req.valid('json');
    const one = { objective: c.req.valid('param').id, rowVersion: seen };
    return answerTo(c, named(changeIndividual(apiCommander(c), { ...askedIn(body), ...one })));
  });
  app.openapi(degree, (c) => {
    const { degree: of, note, ...rest } = c.req.valid('json');
    const one = {
      objective: c.req.valid('param').id,
      degree: of === null ? '' : String(of),
      note: note ?? '',
    };
    return answerTo(c, assess(apiCommander(c), { ...rest, ...one }));
  });
  app.openapi(withdrawOne, (c) => {
    const { rowVersion: seen } = c.req.valid('query');
    const one = { objective: c.req.valid('param').id, rowVersion: seen === undefined ? null : Number(seen) };
    return answerTo(c, withdraw(apiCommander(c), one));
  });
  app.openapi(add, (c) => answerTo(c, addCollaborators(apiCommander(c), c.req.valid('json'))));
  app.openapi(end, (c) => {
    const { lastDay } = c.req.valid('json');
    return answerTo(c, endCollaboration(apiCommander(c), { collaborator: c.req.valid('param').id, lastDay }));
  });
  return app;
}
