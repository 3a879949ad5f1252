/** The plan of a year as it is in force, with its versions, and the file that a version came from. */
import { createRoute, z } from '@hono/zod-openapi';
import { planSchema } from '../../documents/plan-schema.js';
import { inTown } from '../../store/in-town.js';
import { viewerIn } from '../gate.js';
import { XLSX } from '../pages/media-types.js';
import { sendImportFile } from '../pages/plan/import-file.js';
import { sendPlan } from '../pages/plan/plan.js';
import { planInForce, type VersionOnRecord } from '../queries/plan-page.js';
import { refuse } from '../refuse.js';
import { isoOf } from './json.js';
import { answered, behind, createPart, fileAnswer, problems } from './operation.js';
import { day, id, moment, year } from './schemas.js';

const tag = 'Plans';
const ofYear = { params: z.object({ year }) };

const versionSchema = z.object({
  number: z.int().openapi({ description: 'From 1, the approval.' }),
  kind: z.enum(['approval', 'variation', 'correction']),
  effectiveFrom: day,
  act: z
    .object({
      ...{ id, organ: z.string(), number: z.string(), date: day, subject: z.string().nullable() },
      ...{ protocolNumber: z.string().nullable(), protocolDate: day.nullable() },
    })
    .nullable(),
  note: z.string(),
  confirmedBy: z.string().nullable(),
  confirmedAt: moment,
  file: z
    .object({ id, name: z.string(), sha256: z.string() })
    .nullable()
    .openapi({ description: 'What it was read from: /plan-files/{id}; null: no file.' }),
});

const planOut = z
  .object({
    year: z.int(),
    open: z.boolean().openapi({ description: 'The year goes on: its plan can be varied.' }),
    versions: z.array(versionSchema).openapi({ description: 'Latest first.' }),
    plan: planSchema,
  })
  .openapi('PlanInForce');

const show = createRoute({
  method: 'get',
  path: '/plans/{year}',
  ...behind('plan.read', tag),
  summary: "The plan in force of a year in the compiler's contract, and its versions with their acts",
  request: ofYear,
  responses: { 200: answered('The plan.', planOut), ...problems(404) },
});

const sheet = createRoute({
  method: 'get',
  path: '/plans/{year}/xlsx',
  ...behind('plan.read', tag),
  summary: 'The plan in force of a year as a spreadsheet',
  request: ofYear,
  responses: { 200: fileAnswer(XLSX), ...problems(404) },
});

const file = (path: string, from: 'confirmed' | 'draft', summary: string) =>
  createRoute({
    method: 'get',
    path,
    ...behind(from === 'confirmed' ? 'plan.read' : 'plan.import', tag),
    summary,
    request: { params: z.object({ id }) },
    responses: { 200: fileAnswer('*/*'), ...problems(404) },
  });
const confirmed = file('/plan-files/{id}', 'confirmed', 'The file that a version in force came from');
const drafted = file('/plan-drafts/{id}/file', 'draft', 'The file that a draft was read from');

export function keptPlanRoutes() {
  const app = createPart();
  app.openapi(show, async (c) => {
    const viewer = viewerIn(c);
    const asked = Number(c.req.valid('param').year);
    const found = await inTown(c.get('deps').sql, viewer.town.id, (tx) => planInForce(tx, viewer, asked));
    if (found === null) return (await refuse(c, { code: 'not-found' })) as never;
    const { page, plan } = found;
    const versions = page.versions.map(versionJson);
    // A plan's own types are stricter than what the document can say of them.
    return c.json({ year: page.year, open: page.isOpen, versions, plan }) as never;
  });
  app.openapi(sheet, async (c) => (await sendPlan(c, Number(c.req.valid('param').year), 'xlsx')) as never);
  app.openapi(
    confirmed,
    async (c) =>
      (await sendImportFile(c, c.req.valid('param').id, ({ state }) => state === 'confirmed')) as never,
  );
  app.openapi(drafted, async (c) => (await sendImportFile(c, c.req.valid('param').id, () => true)) as never);
  return app;
}

const versionJson = ({ version, from }: VersionOnRecord) => ({
  ...{ number: version.number, kind: version.kind, effectiveFrom: version.effectiveFrom },
  act:
    version.act === null
      ? null
      : {
          ...{ id: version.act, organ: version.organ, number: version.actNumber, date: version.actDate },
          ...{ subject: version.actSubject, protocolNumber: version.protocolNumber },
          protocolDate: version.protocolOn,
        },
  ...{ note: version.note, confirmedBy: version.confirmedBy, confirmedAt: isoOf(version.confirmedAt) },
  file: from === null ? null : { id: from.id, name: from.fileName, sha256: from.sha256 },
});
