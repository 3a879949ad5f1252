/** The report on a monitoring window to the Giunta, as data and as files. */
import { createRoute, z } from '@hono/zod-openapi';
import { PROGRESS } from '../../domain/cycle/submission-line.js';
import type { SectorLine, SectorState } from '../../domain/cycle/window-report.js';
import { inTown } from '../../store/in-town.js';
import { viewerIn } from '../gate.js';
import { DOCX, XLSX } from '../pages/media-types.js';
import { sendReport } from '../pages/monitoring/window-report.js';
import { loadWindowReport } from '../queries/window-report.js';
import { refuse } from '../refuse.js';
import { content } from './monitoring-schemas.js';
import { answered, behind, createPart, fileAnswer, problems } from './operation.js';
import { day, id } from './schemas.js';

const tag = 'Monitoring';
const params = z.object({ id });
const line = z.object({
  sector: z.string(),
  objective: z.object({ id, number: z.string().nullable(), title: z.string() }),
  content: z.object(content),
});

const reportSchema = z
  .object({
    title: z.string(),
    asOf: day,
    ...{ coversFrom: day, referenceOn: day, due: day },
    sectors: z.array(
      z.object({
        name: z.string(),
        standing: z.enum(['on-time', 'late', 'awaited', 'missing', 'returned']),
        daysLate: z.int(),
        due: day,
        transmittedOn: day.nullable(),
        objectives: z.int().openapi({ description: 'That the sector must speak of.' }),
        progress: z.record(z.enum(PROGRESS), z.int()),
        deviating: z.int(),
      }),
    ),
    lines: z.array(line).openapi({ description: 'As they were transmitted last; drafts are not read.' }),
    variations: z.array(id).openapi({ description: 'Objectives that a variation is proposed for.' }),
    stopped: z.array(id).openapi({ description: 'Stopped, and no variation is proposed.' }),
  })
  .openapi('WindowReport');

const show = createRoute({
  method: 'get',
  path: '/monitoring/windows/{id}/report',
  ...behind('report.read', tag),
  summary: 'The report to the Giunta: how each sector stands, what deviates, what is to be decided',
  request: { params },
  responses: { 200: answered('The report.', reportSchema), ...problems(404) },
});

const file = (format: 'docx' | 'xlsx') =>
  createRoute({
    method: 'get',
    path: `/monitoring/windows/{id}/report/${format}`,
    ...behind('report.read', tag),
    summary: `The report to the Giunta as ${format.toUpperCase()}`,
    request: { params },
    responses: {
      200: fileAnswer(format === 'docx' ? DOCX : XLSX),
      ...problems(404),
    },
  });

export function windowReportRoutes() {
  const app = createPart();
  app.openapi(show, async (c) => {
    const viewer = viewerIn(c);
    const report = await inTown(c.get('deps').sql, viewer.town.id, (tx) =>
      loadWindowReport(tx, viewer, c.req.valid('param').id),
    );
    if (report === null) return (await refuse(c, { code: 'not-found' })) as never;
    const { window, asOf, sectors, variations, stopped } = report;
    const all = sectors.flatMap(({ name, lines }) => lines.map((one) => ({ ...one, sector: name })));
    return c.json({
      ...{ title: window.title, asOf, coversFrom: window.coversFrom },
      ...{ referenceOn: window.referenceOn, due: window.due },
      sectors: sectors.map(sectorJson),
      lines: all.map(lineJson),
      variations: variations.map(({ objective }) => objective),
      stopped: stopped.map(({ objective }) => objective),
    });
  });
  for (const format of ['docx', 'xlsx'] as const)
    app.openapi(file(format), (c) => sendReport(c, format) as never);
  return app;
}

const sectorJson = ({
  name,
  standing,
  daysLate,
  due,
  transmitted,
  asked,
  progress,
  deviating,
}: SectorState) => ({
  ...{ name, standing, daysLate, due, transmittedOn: transmitted?.on ?? null, objectives: asked },
  ...{ progress, deviating },
});

const lineJson = ({ sector, objective, number, title, content: said }: SectorLine) => ({
  sector,
  objective: { id: objective, number, title },
  content: { ...said, indicators: [...said.indicators], milestones: [...said.milestones] },
});
