/** The installation, for who runs it: towns by name and size, and a new town as the guided pages make it. */
import { createRoute, z } from '@hono/zod-openapi';
import { DEFAULT_CLOSURES } from '../../domain/time/closures.js';
import { civilDateAt } from '../../domain/time/zone.js';
import { lastTestMail } from '../../store/notices/test-mails.js';
import { townSizes } from '../../store/people/administrators.js';
import { closuresSchema } from '../../store/towns/town-settings.js';
import { beginTownSetup, endTownSetup, listTownSetups } from '../../store/towns/town-setups.js';
import { closureFieldProblems } from '../commands/towns/change-closures.js';
import type { ReadClosures } from '../commands/towns/closures-asked.js';
import { enteredIn } from '../gate.js';
import { foundTown } from '../onboarding/found-town.js';
import { TOWN_ZONE } from '../onboarding/make-town.js';
import { readSetup, TOO_MANY_SETUPS } from '../onboarding/town-setup.js';
import { refuse } from '../refuse.js';
import { closureField } from './closures.js';
import { answersIn, newTownSchema, setupProblems } from './installation-json.js';
import { isoOf } from './json.js';
import { answered, behind, createPart, jsonBody, problems } from './operation.js';
import { id } from './schemas.js';
import { testMailJson, testMailSchema } from './test-mails.js';

const tag = 'Installation';
const real = z.string().openapi({ format: 'date-time', description: 'Real time, in UTC.' });

const installationSchema = z
  .object({
    towns: z.array(
      z.object({
        ...{ id, slug: z.string(), name: z.string(), mode: z.enum(['demo', 'trial', 'live']) },
        people: z.int(),
        createdAt: real,
      }),
    ),
    setups: z
      .array(z.object({ id, name: z.string().openapi({ description: 'As typed so far.' }), changedAt: real }))
      .openapi({ description: 'Towns that are being set up on the guided pages.' }),
    lastTestMail: testMailSchema,
  })
  .openapi('Installation');

const read = createRoute({
  method: 'get',
  path: '/installation',
  ...behind('installation.read', tag),
  summary:
    'Towns by name and size, those being set up, the last test mail; of administrators alone, by session',
  responses: { 200: answered('The installation.', installationSchema), ...problems(404) },
});

const found = createRoute({
  method: 'post',
  path: '/installation/towns',
  ...behind('installation.change', tag),
  summary:
    'Makes a town on trial, all steps of the guided pages at once; the link to enter leaves for its Segretario',
  request: jsonBody(newTownSchema),
  responses: {
    200: answered(
      'Made.',
      z
        .object({
          town: id,
          mailedTo: z.string(),
          code: z.string().openapi({
            description: 'Six digits that open the link: tell them to the Segretario. Seen this once.',
          }),
        })
        .openapi('TownMade'),
    ),
    ...problems(400, 404, 413, 415, 422),
  },
});

export function installationRoutes() {
  const app = createPart();
  app.openapi(read, async (c) => {
    const { sql } = c.get('deps');
    const { account } = enteredIn(c);
    const [towns, setups, mail] = await Promise.all([
      townSizes(sql, account),
      listTownSetups(sql, account),
      lastTestMail(sql, account),
    ]);
    return c.json({
      towns: towns.map(({ createdAt, ...town }) => ({ ...town, createdAt: isoOf(createdAt) })),
      setups: setups.map((setup) => ({
        ...{ id: setup.id, name: setup.answers['ente']?.['nome'] ?? '' },
        changedAt: isoOf(setup.changedAt),
      })),
      lastTestMail: testMailJson(mail),
    });
  });
  app.openapi(found, async (c) => {
    const deps = c.get('deps');
    const { account } = enteredIn(c);
    const body = c.req.valid('json');
    const closures = body.closures === undefined ? DEFAULT_CLOSURES : closuresSchema.parse(body.closures);
    const answers = answersIn(body, closures);
    const today = civilDateAt(deps.now(), TOWN_ZONE);
    const unfit = closureFieldProblems(closures, today, closureField);
    const open: ReadClosures =
      unfit.length > 0 ? { ok: false, problems: unfit } : { ok: true, closures, fields: closureField };
    const read = readSetup(answers, today, open);
    if (!read.ok)
      return (await refuse(c, { code: 'invalid', problems: setupProblems(read.problems) })) as never;
    const town = await beginTownSetup(deps.sql, { account, answers, at: deps.now() });
    if (town === null) return (await refuse(c, TOO_MANY_SETUPS)) as never;
    const made = await foundTown(deps, { channel: 'api', id: town, account }, read.town);
    if (made.ok) return c.json({ town, mailedTo: made.email, code: made.code });
    await endTownSetup(deps.sql, account, town);
    const refusal =
      made.why === 'gone'
        ? ({ code: 'not-found' } as const)
        : ({ code: 'invalid', problems: setupProblems({ ente: [made.problem] }) } as const);
    return (await refuse(c, refusal)) as never;
  });
  return app;
}
