/** What is published of a year's Relazione: the RPCT's decision on each reason, totals, packages. */
import { createRoute, z } from '@hono/zod-openapi';
import { inTown } from '../../store/in-town.js';
import { keepPublicPage, keepTotals } from '../commands/relazione/keep-publication.js';
import { makePackage } from '../commands/relazione/make-package.js';
import { placedByHand, recordPlace } from '../commands/relazione/record-place.js';
import { releaseReason } from '../commands/relazione/release-reason.js';
import { viewerIn } from '../gate.js';
import { sendPackage } from '../pages/relazione/publication-file.js';
import { loadPublicationPage } from '../queries/publication.js';
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
  problems,
} from './operation.js';
import { decision, pageJson, publicationSchema, sha256 } from './publication-json.js';
import { text } from './schemas.js';

const tag = 'Relazione';
const params = z.object({
  year: z
    .string()
    .regex(/^2\d{3}$/)
    .openapi({ example: '2023' }),
});

const show = createRoute({
  method: 'get',
  path: '/cycles/{year}/publication',
  ...behind('relazione.release', tag),
  summary: 'The reasons with what was decided of them, the packages, where the documents were put',
  request: { params },
  responses: { 200: answered('The publication.', publicationSchema), ...problems(404) },
});

const release = createRoute({
  method: 'post',
  path: '/cycles/{year}/publication/releases',
  ...behind('relazione.release', tag),
  summary: 'The RPCT publishes a reason as it was written, in other words, or not at all',
  request: {
    params,
    headers: idempotency,
    ...jsonBody(
      z.strictObject({
        objective: z.uuid(),
        sector: text(500),
        sha256: sha256.openapi({ description: 'Of the reason that was read.' }),
        decision,
        text: text(10_000).optional().openapi({ description: 'The other words.' }),
        after: z.int().min(0).openapi({ description: 'The version that was seen; 0: none.' }),
      }),
    ),
  },
  responses: {
    200: answered('Decided.', z.object({ year: z.int(), decision, version: z.int() }).loose()),
    ...COMMAND_PROBLEMS,
  },
});

const totals = createRoute({
  method: 'put',
  path: '/publication/totals',
  ...behind('relazione.release', tag),
  summary: 'Whether totals of sectors are published, of all years from now on',
  request: { headers: idempotency, ...jsonBody(z.strictObject({ publishesTotals: z.boolean() })) },
  responses: {
    200: answered('Kept.', z.object({ publishesTotals: z.boolean() })),
    ...COMMAND_PROBLEMS,
  },
});

const publicPage = createRoute({
  method: 'put',
  path: '/publication/public-page',
  ...behind('cycle.publish', tag),
  summary: 'Whether the town has its page for everybody, of all years from now on',
  request: { headers: idempotency, ...jsonBody(z.strictObject({ publicPage: z.boolean() })) },
  responses: {
    200: answered('Kept.', z.object({ publicPage: z.boolean() })),
    ...COMMAND_PROBLEMS,
  },
});

const place = createRoute({
  method: 'put',
  path: '/cycles/{year}/publication/places/{document}',
  ...behind('cycle.publish', tag),
  summary:
    'Where a document of the checklist was put, and since when; that of the Relazione is in the closing',
  request: {
    params: params.extend({ document: z.string().openapi({ example: 'system' }) }),
    headers: idempotency,
    ...jsonBody(
      z.strictObject({
        address: text(2_000).nullable().openapi({ description: 'Null: it is no longer there.' }),
        date: text(40).optional().openapi({ description: 'ISO; wanted with an address.' }),
      }),
    ),
  },
  responses: {
    200: answered('Recorded.', z.object({ year: z.int(), document: z.string() }).loose()),
    ...COMMAND_PROBLEMS,
  },
});

const pack = createRoute({
  method: 'post',
  path: '/cycles/{year}/publication/packages',
  ...behind('cycle.publish', tag),
  summary: 'A package for Amministrazione trasparente from the validated snapshot',
  request: { params, headers: idempotency, ...jsonBody(z.strictObject({})) },
  responses: {
    200: answered('Made.', z.object({ year: z.int(), number: z.int(), sha256 }).loose()),
    ...COMMAND_PROBLEMS,
  },
});

const take = createRoute({
  method: 'get',
  path: '/cycles/{year}/publication/packages/{number}',
  ...behind('relazione.release', tag),
  summary: 'The ZIP as it was made',
  request: { params: params.extend({ number: z.string().regex(/^\d{1,6}$/) }) },
  responses: {
    200: {
      description: 'The ZIP.',
      content: { 'application/zip': { schema: z.string().openapi({ format: 'binary' }) } },
    },
    ...problems(400, 404),
  },
});

export function publicationRoutes() {
  const app = createPart();
  app.openapi(show, async (c) => {
    const viewer = viewerIn(c);
    const asked = Number(c.req.valid('param').year);
    const page = await inTown(c.get('deps').sql, viewer.town.id, (tx) =>
      loadPublicationPage(tx, viewer, asked, { exact: true }),
    );
    return page === null
      ? ((await refuse(c, { code: 'not-found' })) as never)
      : c.json(pageJson(page, viewer.town));
  });
  app.openapi(release, async (c) => {
    const { text: words = '', ...body } = c.req.valid('json');
    const asked = { ...body, text: words, year: Number(c.req.valid('param').year) };
    return answerTo(c, releaseReason(apiCommander(c), asked));
  });
  app.openapi(totals, async (c) => answerTo(c, keepTotals(apiCommander(c), c.req.valid('json'))));
  app.openapi(publicPage, async (c) => answerTo(c, keepPublicPage(apiCommander(c), c.req.valid('json'))));
  app.openapi(place, async (c) => {
    const { year, document } = c.req.valid('param');
    if (!placedByHand(document)) return (await refuse(c, { code: 'not-found' })) as never;
    const { address, date = '' } = c.req.valid('json');
    return answerTo(
      c,
      recordPlace(apiCommander(c), { year: Number(year), document, address: address ?? '', date }),
    );
  });
  app.openapi(pack, async (c) =>
    answerTo(c, makePackage(apiCommander(c), { year: Number(c.req.valid('param').year) })),
  );
  app.openapi(take, (c) => {
    const { year, number } = c.req.valid('param');
    return sendPackage(c, Number(year), Number(number)) as never;
  });
  return app;
}
