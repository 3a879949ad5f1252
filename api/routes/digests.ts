/** Mails that were frozen and sent. */
import { createRoute, z } from '@hono/zod-openapi';
import { parseCivilDate } from '../../domain/time/civil-date.js';
import { inTown } from '../../store/in-town.js';
import { DIGEST_FATES } from '../../store/notices/digest-fate.js';
import { findDigest, listDigests } from '../../store/notices/digest-list.js';
import { viewerIn } from '../gate.js';
import { opensEveryMail, opensMailOf } from '../mail-access.js';
import { refuse } from '../refuse.js';
import { digestJson } from './json.js';
import { answered, behind, createPart, problems } from './operation.js';
import { digestSchema } from './people-schemas.js';
import { day, id, text } from './schemas.js';

const list = createRoute({
  method: 'get',
  path: '/digests',
  ...behind('digests.read', 'Notices'),
  summary: 'Mails, latest day first: all of the town, or those addressed to oneself',
  request: {
    query: z.object({
      from: day.optional(),
      until: day.optional(),
      state: z.enum(DIGEST_FATES).optional(),
      search: text(100).optional(),
    }),
  },
  responses: { 200: answered('Mails.', z.object({ digests: z.array(digestSchema) })), ...problems(422) },
});

const one = createRoute({
  method: 'get',
  path: '/digests/{id}',
  ...behind('digests.read', 'Notices'),
  summary: 'One mail as it was frozen, with placeholders for its links',
  request: { params: z.object({ id }) },
  responses: {
    200: answered(
      'The mail.',
      digestSchema
        .extend({ text: z.string(), html: z.string(), contentHash: z.string(), messageId: z.string() })
        .openapi('DigestText'),
    ),
    ...problems(404),
  },
});

export function digestRoutes() {
  const app = createPart();
  app.openapi(list, async (c) => {
    const viewer = viewerIn(c);
    const { from, until, state, search } = c.req.valid('query');
    const [first, last] = [parseCivilDate(from ?? ''), parseCivilDate(until ?? '')];
    const digests = await inTown(c.get('deps').sql, viewer.town.id, (tx) =>
      listDigests(tx, {
        ...(first === null ? {} : { from: first }),
        ...(last === null ? {} : { until: last }),
        ...(state === undefined ? {} : { state }),
        ...(search ? { search } : {}),
        ...(opensEveryMail(viewer) ? {} : { person: viewer.person.id }),
      }),
    );
    return c.json({ digests: digests.map(digestJson) });
  });
  app.openapi(one, async (c) => {
    const viewer = viewerIn(c);
    const digest = await inTown(c.get('deps').sql, viewer.town.id, (tx) =>
      findDigest(tx, c.req.valid('param').id),
    );
    if (digest === null) return (await refuse(c, { code: 'not-found' })) as never;
    if (!opensMailOf(viewer, digest.person)) return (await refuse(c, { code: 'not-allowed' })) as never;
    const { text: words, html, contentHash, messageId } = digest;
    return c.json({ ...digestJson(digest), text: words, html, contentHash, messageId });
  });
  return app;
}
