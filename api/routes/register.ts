/** The register of the town: its weekly seals, dossiers of objectives and people, erasure of people's words. */
import { createRoute, z } from '@hono/zod-openapi';
import { DOSSIER_FORMAT } from '../../domain/register/dossier.js';
import { dossierHash } from '../../domain/register/verify-dossier.js';
import { inTown } from '../../store/in-town.js';
import { listSeals } from '../../store/register/seals.js';
import { erasePerson } from '../commands/privacy/erase-person.js';
import { type DossierAsked, makeDossier } from '../commands/relazione/make-dossier.js';
import type { Commander } from '../commands/run-command.js';
import { viewerIn } from '../gate.js';
import { refuse } from '../refuse.js';
import { isoOf } from './json.js';
import { answered, answerTo, apiCommander, behind, createPart, idempotency, problems } from './operation.js';
import { day, id, moment, text } from './schemas.js';

const params = z.object({ id });
const hash = z.string().openapi({ description: 'SHA-256, 64 hexadecimal digits.' });

const sealSchema = z
  .object({ week: day, day, hash, chains: z.number().int(), entries: z.number().int() })
  .openapi('Seal');

const dossierSchema = z
  .object({
    madeAt: moment,
    hash: hash.openapi({ description: 'Of its closing entry in the register.' }),
    dossier: z
      .object({ format: z.literal(DOSSIER_FORMAT) })
      .loose()
      .openapi({
        description: 'To be kept as it is, in a file of its own: `traguardo verify FILE` checks it.',
      }),
  })
  .openapi('Dossier');

const seals = createRoute({
  method: 'get',
  path: '/register/seals',
  ...behind('register.search', 'Register'),
  summary: 'The weekly seals, latest first',
  responses: { 200: answered('Seals.', z.object({ seals: z.array(sealSchema) })), ...problems() },
});

const dossierOf = (kind: DossierAsked['kind'], path: string) =>
  createRoute({
    method: 'post',
    path,
    ...behind('dossier.make', 'Register'),
    summary: `Makes the dossier of one ${kind}; that it was made enters the register`,
    request: { params },
    responses: { 200: answered('The dossier.', dossierSchema), ...problems(404) },
  });
const ofObjective = dossierOf('objective', '/objectives/{id}/dossier');
const ofPerson = dossierOf('person', '/people/{id}/dossier');

const erase = createRoute({
  method: 'post',
  path: '/people/{id}/erase',
  ...behind('person.erase', 'Register'),
  summary: 'Erases the words by and about a person; name and mailbox too, once they hold no role',
  request: {
    params,
    headers: idempotency,
    body: {
      required: true,
      content: { 'application/json': { schema: z.strictObject({ reason: text(500) }) } },
    },
  },
  responses: {
    200: answered(
      'Erased.',
      z
        .object({ person: id, texts: z.number().int(), name: z.boolean(), named: z.number().int() })
        .openapi('Erased'),
    ),
    ...problems(400, 404, 413, 415, 422),
  },
});

export function registerRoutes() {
  const app = createPart();
  app.openapi(seals, async (c) => {
    const found = await inTown(c.get('deps').sql, viewerIn(c).town.id, (tx) => listSeals(tx));
    return c.json({ seals: found.map((seal) => ({ ...seal })) });
  });
  app.openapi(ofObjective, async (c) => {
    const made = await madeFor(apiCommander(c), { kind: 'objective', id: c.req.valid('param').id });
    return (made.ok ? c.json(made.answer) : await refuse(c, made.refusal)) as never;
  });
  app.openapi(ofPerson, async (c) => {
    const made = await madeFor(apiCommander(c), { kind: 'person', id: c.req.valid('param').id });
    return (made.ok ? c.json(made.answer) : await refuse(c, made.refusal)) as never;
  });
  app.openapi(erase, (c) =>
    answerTo(
      c,
      erasePerson(apiCommander(c), {
        person: c.req.valid('param').id,
        reason: c.req.valid('json').reason,
      }),
    ),
  );
  return app;
}

async function madeFor(commander: Commander, asked: DossierAsked) {
  const made = await makeDossier(commander, asked);
  if (!made.ok) return made;
  const { dossier } = made;
  const answer = { madeAt: isoOf(dossier.madeAt), hash: dossierHash(dossier), dossier };
  return { ok: true as const, answer };
}
