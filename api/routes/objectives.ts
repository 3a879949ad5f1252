/** Objectives with their terms; for who may, evidence, notices and the register. */
import { createRoute, z } from '@hono/zod-openapi';
import { listCycles } from '../../store/cycle/cycles.js';
import { inTown } from '../../store/in-town.js';
import { listObjectives } from '../../store/plan/objectives.js';
import { changeLead } from '../commands/variation/change-lead.js';
import { viewerIn } from '../gate.js';
import { loadObjectivePage, type ObjectivePage } from '../queries/objective-page.js';
import { refuse } from '../refuse.js';
import { evidenceJson, objectiveJson, recordJson, roleJson } from './json.js';
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
import { id, objectivePageSchema, objectiveSchema, text, year } from './schemas.js';

const list = createRoute({
  method: 'get',
  path: '/objectives',
  ...behind('objectives.read', 'Objectives'),
  summary: "A year's objectives, as the plan lists them",
  request: {
    query: z.object({
      year: year.optional().openapi({ description: 'The latest when absent.' }),
      sector: id.optional(),
      search: text(100).optional(),
    }),
  },
  responses: {
    200: answered('Objectives.', z.object({ objectives: z.array(objectiveSchema) })),
    ...problems(422),
  },
});

const one = createRoute({
  method: 'get',
  path: '/objectives/{id}',
  ...behind('objectives.read', 'Objectives'),
  summary: 'One objective with its terms',
  request: { params: z.object({ id }) },
  responses: { 200: answered('The objective.', objectivePageSchema), ...problems(404) },
});

const kept = z
  .object({ objective: id, lead: id.nullable(), superseded: z.int(), reopened: z.int() })
  .openapi('LeadKept');
const lead = createRoute({
  method: 'post',
  path: '/objectives/{id}/lead',
  ...behind('lead.change', 'Objectives'),
  summary: 'Capofila: one sector answers for all that share the objective, or each for itself again',
  request: {
    params: z.object({ id }),
    headers: idempotency,
    ...jsonBody(
      z.strictObject({
        sector: id.nullable().openapi({ description: 'null: each answers for itself.' }),
        reason: text(10_000).min(1, 'manca'),
      }),
    ),
  },
  responses: { 200: answered('Recorded.', kept), ...COMMAND_PROBLEMS },
});

export function objectiveRoutes() {
  const app = createPart();
  app.openapi(list, async (c) => {
    const { year, sector, search } = c.req.valid('query');
    const objectives = await inTown(c.get('deps').sql, viewerIn(c).town.id, async (tx) => {
      const latest = (await listCycles(tx)).find((one) => one.approvedOn !== null)?.year;
      const asked = year === undefined ? latest : Number(year);
      if (asked === undefined) return [];
      return listObjectives(tx, {
        year: asked,
        ...(sector === undefined ? {} : { sector }),
        ...(search ? { search } : {}),
      });
    });
    return c.json({ objectives: objectives.map(objectiveJson) });
  });
  app.openapi(one, async (c) => {
    const viewer = viewerIn(c);
    const page = await inTown(c.get('deps').sql, viewer.town.id, (tx) =>
      loadObjectivePage(tx, viewer, c.req.valid('param').id),
    );
    return page === null ? ((await refuse(c, { code: 'not-found' })) as never) : c.json(pageJson(page));
  });
  app.openapi(lead, (c) => {
    const { sector, reason } = c.req.valid('json');
    const asked = { objective: c.req.valid('param').id, sector: sector ?? '', reason };
    return answerTo(c, changeLead(apiCommander(c), asked));
  });
  return app;
}

/** As `objectivePageSchema`. */
export const pageJson = ({ objective, terms, evidence, told }: ObjectivePage) => ({
  ...objectiveJson(objective),
  indicators: objective.indicators.map((indicator) => ({ text: indicator.text, target: indicator.target })),
  obligations: terms.map(recordJson),
  evidence: evidence?.map(evidenceJson) ?? null,
  notices:
    told?.notices.map(({ obligation, rung, day, recipient, personName }) => ({
      obligation,
      rung,
      day,
      recipient: roleJson(recipient),
      person: personName,
    })) ?? null,
  register:
    told?.register.map(({ seq, hash, prev, body }) => ({ seq, hash, prev, body: { ...body } })) ?? null,
});
