/** What came back signed: its versions, a new one, the files. */
import { createRoute, z } from '@hono/zod-openapi';
import { PAPER_KINDS } from '../../domain/cycle/signed-paper.js';
import { MAX_FILE_BYTES } from '../../store/file-pieces.js';
import { inTown } from '../../store/in-town.js';
import type { SignedCopy } from '../../store/relazione/signed-copies.js';
import { keepSignedCopy } from '../commands/relazione/keep-signed-copy.js';
import { viewerIn } from '../gate.js';
import { paperNamed, sendCopy } from '../pages/relazione/signed-copies.js';
import { loadCopyPage } from '../queries/signed-copies.js';
import { refuse } from '../refuse.js';
import { spooled } from '../uploads/spool.js';
import { isoOf } from './json.js';
import { answered, answerTo, apiCommander, behind, createPart, idempotency, problems } from './operation.js';
import { day, id, moment, text } from './schemas.js';

const tag = 'Signed copies';
const bytes = z.any().openapi({ type: 'string', format: 'binary' });
const params = z.object({
  paper: z.enum(PAPER_KINDS),
  of: text(40).openapi({
    description:
      'Id of the act, of the act of the evaluation, of the transmission’s obligation, of the snapshot, of the window; of seals their month, 2023-05.',
  }),
});

const copySchema = z
  .object({
    ...{ id, version: z.int(), protocolNumber: z.string().nullable(), protocolOn: day.nullable() },
    file: z
      .object({
        ...{ name: z.string(), type: z.string(), size: z.int(), sha256: z.string() },
        signature: z.enum(['cades', 'pades', 'none-seen']).openapi({
          description: 'How the file shows that it is signed; no signature is checked.',
        }),
        holds: z.enum(['internal', 'publication', 'seals']).nullable().openapi({
          description: 'The print of ours that it holds byte for byte; null: none that is known.',
        }),
      })
      .nullable(),
    ...{ addedAt: moment, addedBy: z.string().nullable() },
  })
  .openapi('SignedCopy');

const list = createRoute({
  method: 'get',
  path: '/signed-copies/{paper}/{of}',
  ...behind('copies.read', tag),
  summary: 'Protocols and signed files of one paper, oldest first; the last of each counts',
  request: { params },
  responses: { 200: answered('Versions.', z.object({ copies: z.array(copySchema) })), ...problems(404) },
});

const add = createRoute({
  method: 'post',
  path: '/signed-copies/{paper}/{of}',
  ...behind('copies.add', tag),
  summary: 'Adds a version: the file, sent as it is in the body (at most 25 MB), the protocol, or both',
  request: {
    params,
    headers: idempotency,
    query: z.object({
      name: text(200).default('').openapi({ description: 'Of the file.', example: 'relazione.pdf.p7m' }),
      ...{ protocolNumber: text(200).default(''), protocolDate: text(20).default('') },
      seen: z.coerce.number().int().min(0).optional().openapi({
        description: 'Versions that were seen: refused where there are others.',
      }),
    }),
    body: { required: false, content: { 'application/octet-stream': { schema: bytes } } },
  },
  responses: {
    200: answered(
      'Kept.',
      z.object({
        ...{ id, version: z.int(), sha256: z.string().nullable() },
        ...{ signature: z.string().nullable(), holds: z.string().nullable() },
      }),
    ),
    ...problems(404, 409, 413, 415, 422),
  },
});

const file = createRoute({
  method: 'get',
  path: '/signed-copy-files/{id}',
  ...behind('copies.read', tag),
  summary: 'A signed file, always as an attachment',
  request: { params: z.object({ id }) },
  responses: {
    200: { description: 'The bytes.', content: { '*/*': { schema: bytes } } },
    ...problems(404),
  },
});

const copyJson = ({ paper: _, file: kept, addedAt, ...copy }: SignedCopy) => ({
  ...copy,
  file: kept === null ? null : { ...kept },
  addedAt: isoOf(addedAt),
});

export function signedCopyRoutes() {
  const app = createPart();

  app.openapi(list, async (c) => {
    const { paper: kind, of } = c.req.valid('param');
    const paper = paperNamed(kind, of);
    if (paper === null) return (await refuse(c, { code: 'not-found' })) as never;
    const viewer = viewerIn(c);
    const loaded = await inTown(c.get('deps').sql, viewer.town.id, (tx) => loadCopyPage(tx, viewer, paper));
    if (!loaded.ok) return (await refuse(c, loaded.refusal)) as never;
    return c.json({ copies: loaded.page.copies.map(copyJson) }, 200);
  });

  app.openapi(add, async (c) => {
    const { paper: kind, of } = c.req.valid('param');
    const paper = paperNamed(kind, of);
    if (paper === null) return (await refuse(c, { code: 'not-found' })) as never;
    const { name, protocolNumber, protocolDate, seen = null } = c.req.valid('query');
    const sent = await spooled(name, c.req.raw.body, MAX_FILE_BYTES);
    try {
      const said = { paper, protocolNumber, protocolDate, seen };
      const given = name === '' && sent.size === 0 ? null : sent;
      return await answerTo(c, keepSignedCopy(apiCommander(c), { ...said, file: given }));
    } finally {
      await sent.dispose();
    }
  });

  app.openapi(file, (c) => sendCopy(c) as Promise<never>);
  return app;
}
