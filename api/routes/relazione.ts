/** The Relazione of a year: what is missing, its texts, its snapshots, its files. */
import { createRoute, z } from '@hono/zod-openapi';
import { RELAZIONE_FORMATS } from '../../documents/relazione-formats.js';
import { CLOSING_STEPS } from '../../domain/cycle/closing-rules.js';
import { RELAZIONE_VERSIONS } from '../../domain/relazione/relazione.js';
import { RELAZIONE_TEXTS } from '../../domain/relazione/relazione-facts.js';
import { inTown } from '../../store/in-town.js';
import { freezeAnew } from '../commands/relazione/refreeze-relazione.js';
import { writeRelazioneText } from '../commands/relazione/write-relazione.js';
import { viewerIn } from '../gate.js';
import { sendRelazione } from '../pages/relazione/relazione-file.js';
import { loadRelazionePage, type RelazionePage } from '../queries/relazione-page.js';
import { refuse } from '../refuse.js';
import { missingLine } from '../views/relazione/relazione-words.js';
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
import { moment, text } from './schemas.js';

const tag = 'Relazione';
const year = z
  .string()
  .regex(/^2\d{3}$/)
  .openapi({ example: '2023' });
const sha256 = z.string().openapi({ description: 'SHA-256, hex.' });

const relazioneSchema = z
  .object({
    year: z.int(),
    isReady: z.boolean().openapi({ description: 'For the Nucleo: complete, or declared with a reason.' }),
    missing: z.array(z.object({ is: z.string(), text: z.string(), page: z.string() })),
    texts: z.array(
      z.object({
        part: z.enum(RELAZIONE_TEXTS),
        version: z.int(),
        text: z.string(),
        at: moment,
        by: z.string().nullable(),
      }),
    ),
    snapshots: z
      .array(
        z.object({
          number: z.int(),
          cause: z.string(),
          reason: z.string().nullable(),
          madeAt: moment,
          madeBy: z.string().nullable(),
          sha256: z.object({ facts: sha256, internal: sha256, publication: sha256 }).openapi({
            description: 'Of the facts as canonical JSON (RFC 8785), and of the JSON file of each version.',
          }),
          steps: z.array(z.enum(CLOSING_STEPS)),
        }),
      )
      .openapi({ description: 'Latest first; the first one counts.' }),
    hasChanged: z.boolean().openapi({ description: 'The facts are no longer those of the last snapshot.' }),
  })
  .openapi('RelazioneOfYear');

const show = createRoute({
  method: 'get',
  path: '/cycles/{year}/relazione',
  ...behind('relazione.read', tag),
  summary: 'What is missing in the Relazione, its texts and its snapshots',
  request: { params: z.object({ year }) },
  responses: { 200: answered('The Relazione.', relazioneSchema), ...problems(404) },
});

const file = createRoute({
  method: 'get',
  path: '/cycles/{year}/relazione/{version}/{format}',
  ...behind('relazione.read', tag),
  summary:
    'The Relazione as a file: of the last snapshot, of the one named, or as a draft from the facts of now',
  request: {
    params: z.object({ year, version: z.enum(RELAZIONE_VERSIONS), format: z.enum(RELAZIONE_FORMATS) }),
    query: z.object({
      snapshot: z
        .string()
        .regex(/^(draft|\d{1,6})$/, 'è un numero o draft')
        .optional()
        .openapi({ description: 'A number, or `draft`.' }),
    }),
  },
  responses: {
    200: {
      description: 'The file.',
      content: { '*/*': { schema: z.any().openapi({ description: 'In the format that is asked for.' }) } },
    },
    ...problems(400, 404, 422),
  },
});

const write = createRoute({
  method: 'put',
  path: '/cycles/{year}/relazione/texts/{part}',
  ...behind('relazione.write', tag),
  summary: 'A text of the town, as a new version; empty, it is left out',
  request: {
    params: z.object({ year, part: z.enum(RELAZIONE_TEXTS) }),
    headers: idempotency,
    ...jsonBody(
      z.strictObject({
        text: text(10_000),
        after: z.int().min(0).openapi({ description: 'The version that was seen; 0: none.' }),
      }),
    ),
  },
  responses: {
    200: answered('Written.', z.object({ year: z.int(), part: z.string(), version: z.int() })),
    ...problems(400, 404, 409, 413, 415, 422),
  },
});

const freeze = createRoute({
  method: 'post',
  path: '/cycles/{year}/relazione/snapshots',
  ...behind('relazione.write', tag),
  summary:
    'A new version of a frozen Relazione, with the reason; the one before cannot be validated any more',
  request: {
    params: z.object({ year }),
    headers: idempotency,
    ...jsonBody(z.strictObject({ reason: text(10_000) })),
  },
  responses: {
    200: answered('Frozen.', z.object({ year: z.int(), snapshot: z.int() })),
    ...problems(400, 404, 409, 413, 415, 422),
  },
});

export function relazioneRoutes() {
  const app = createPart();
  app.openapi(show, async (c) => {
    const viewer = viewerIn(c);
    const asked = Number(c.req.valid('param').year);
    const page = await inTown(c.get('deps').sql, viewer.town.id, (tx) =>
      loadRelazionePage(tx, viewer, asked, { exact: true }),
    );
    return page === null ? ((await refuse(c, { code: 'not-found' })) as never) : c.json(pageJson(page));
  });
  app.openapi(file, (c) => {
    const { year: of, version, format } = c.req.valid('param');
    const { snapshot } = c.req.valid('query');
    const which = snapshot === undefined ? 'last' : snapshot === 'draft' ? 'draft' : Number(snapshot);
    return sendRelazione(c, { year: Number(of), version, of: which }, format) as never;
  });
  app.openapi(write, async (c) => {
    const { year: of, part } = c.req.valid('param');
    const asked = { year: Number(of), part, ...c.req.valid('json') };
    return answerTo(c, writeRelazioneText(apiCommander(c), asked));
  });
  app.openapi(freeze, async (c) => {
    const asked = { year: Number(c.req.valid('param').year), reason: c.req.valid('json').reason };
    return answerTo(c, freezeAnew(apiCommander(c), asked));
  });
  return app;
}

const pageJson = ({ cycle, isReady, missing, texts, snapshots, hasChanged }: RelazionePage) => ({
  ...{ year: cycle.year, isReady, hasChanged },
  missing: missing.map((one) => {
    const { text: said, href } = missingLine(one, cycle.year);
    return { is: one.is, text: said, page: href };
  }),
  texts: texts.map((one) => ({ ...one, at: new Date(one.at).toISOString() })),
  snapshots: snapshots.map(({ number, cause, reason, madeAt, madeBy, sha256: hashes, steps }) => ({
    ...{ number, cause, reason, madeBy, sha256: hashes, steps: [...steps] },
    madeAt: new Date(madeAt).toISOString(),
  })),
});
