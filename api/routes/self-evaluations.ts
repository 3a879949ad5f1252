/** Self-evaluations: one of each sector, and the commands on them. */
import { createRoute, z } from '@hono/zod-openapi';
import { inTown } from '../../store/in-town.js';
import { reopenSelfEvaluation } from '../commands/measurement/reopen-self-evaluation.js';
import { saveSelfEvaluation } from '../commands/measurement/save-self-evaluation.js';
import { transmitSelfEvaluation } from '../commands/measurement/transmit-self-evaluation.js';
import { viewerIn } from '../gate.js';
import { loadSheetPage, type SheetPage } from '../queries/sheet-page.js';
import { refuse } from '../refuse.js';
import { isoOf } from './json.js';
import { assessedJson, proposalJson } from './measurement-json.js';
import { assessedOut, sheetLineIn, typedVerdict } from './measurement-schemas.js';
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
import { day, id, moment, rowVersion, text } from './schemas.js';

const tag = 'Evaluation';
const params = z.object({ id });

const sheetOut = z
  .object({
    id: id.openapi({ description: 'Also that of the obligation.' }),
    year: z.int(),
    sector: z.object({ id, name: z.string() }),
    state: z.enum(['draft', 'transmitted', 'reopened']),
    opens: day,
    due: day,
    rowVersion: z.int(),
    transmitted: z.object({ at: moment, by: z.string(), late: z.boolean() }).nullable(),
    lines: z.array(
      assessedOut.extend({
        rowVersion: z.int(),
        content: z.object({
          indicators: z.array(z.object({ indicator: z.string(), value: z.string(), waiting: z.boolean() })),
          ...typedVerdict,
          evidence: z.string(),
        }),
        indicators: z.array(z.object({ id, text: z.string(), measured: z.boolean(), proposed: z.boolean() })),
        missing: z.array(z.string()).openapi({ description: 'Italian sentences.' }),
      }),
    ),
  })
  .openapi('SelfEvaluation');

const one = createRoute({
  method: 'get',
  path: '/self-evaluations/{id}',
  ...behind('measurement.read', tag),
  summary: "A sector's self-evaluation with a line per objective, what the facts propose and what is missing",
  request: { params },
  responses: { 200: answered('The self-evaluation.', sheetOut), ...problems(404) },
});

const save = createRoute({
  method: 'put',
  path: '/self-evaluations/{id}/lines',
  ...behind('self-evaluation.write', tag),
  summary: 'Salva bozza: merged by objective; a line that somebody else changed meanwhile is a conflict',
  request: {
    params,
    headers: idempotency,
    ...jsonBody(z.strictObject({ lines: z.array(sheetLineIn).max(200, 'sono più di 200') })),
  },
  responses: {
    200: answered(
      'Saved, but for the conflicts.',
      z.object({ selfEvaluation: id, saved: z.array(id), conflicts: z.array(id) }),
    ),
    ...COMMAND_PROBLEMS,
  },
});

const send = createRoute({
  method: 'post',
  path: '/self-evaluations/{id}/transmit',
  ...behind('self-evaluation.transmit', tag),
  summary: 'Trasmetti: complete, or told what is missing with a pointer each',
  request: { params, headers: idempotency, ...jsonBody(z.strictObject({ rowVersion })) },
  responses: {
    200: answered('Transmitted.', z.object({ selfEvaluation: id, late: z.boolean() })),
    ...COMMAND_PROBLEMS,
  },
});

const reopen = createRoute({
  method: 'post',
  path: '/self-evaluations/{id}/reopen',
  ...behind('self-evaluation.reopen', tag),
  summary: 'Riapri: due again 5 working days later',
  request: {
    params,
    headers: idempotency,
    ...jsonBody(z.strictObject({ reason: text(10_000).default(''), rowVersion })),
  },
  responses: {
    200: answered('Open again.', z.object({ selfEvaluation: id, due: day })),
    ...COMMAND_PROBLEMS,
  },
});

export function selfEvaluationRoutes() {
  const app = createPart();

  app.openapi(one, async (c) => {
    const viewer = viewerIn(c);
    const page = await inTown(c.get('deps').sql, viewer.town.id, (tx) =>
      loadSheetPage(tx, viewer, c.req.valid('param').id),
    );
    if (page === 'unknown') return (await refuse(c, { code: 'not-found' })) as never;
    if (page === 'not-allowed') return (await refuse(c, { code: 'not-allowed' })) as never;
    return c.json(sheetJson(page));
  });

  app.openapi(save, (c) => {
    const lines = c.req.valid('json').lines.map(({ objective, rowVersion: seen, ...content }) => ({
      ...{ objective, seen, content },
    }));
    return answerTo(c, saveSelfEvaluation(apiCommander(c), { sheet: c.req.valid('param').id, lines }));
  });

  app.openapi(send, (c) => {
    const asked = { sheet: c.req.valid('param').id, rowVersion: c.req.valid('json').rowVersion };
    return answerTo(c, transmitSelfEvaluation(apiCommander(c), asked));
  });

  app.openapi(reopen, (c) => {
    const { reason, rowVersion: seen } = c.req.valid('json');
    const asked = { sheet: c.req.valid('param').id, reason, rowVersion: seen };
    return answerTo(c, reopenSelfEvaluation(apiCommander(c), asked));
  });
  return app;
}

function sheetJson({ sheet, year, lines }: SheetPage) {
  const total = year.sectors.find(({ id: sector }) => sector === sheet.sector)?.total;
  return {
    ...{ id: sheet.id, year: sheet.year, sector: { id: sheet.sector, name: sheet.sectorName } },
    ...{ state: sheet.state, opens: sheet.opens, due: sheet.due, rowVersion: sheet.rowVersion },
    transmitted: sheet.transmitted && { ...sheet.transmitted, at: isoOf(sheet.transmitted.at) },
    lines: lines.map(({ measured, content, rowVersion: version, proposal, missing }) => ({
      ...assessedJson(measured, total ?? null),
      ...{ proposal: proposalJson(proposal), rowVersion: version },
      content: { ...content, indicators: [...content.indicators] },
      indicators: measured.objective.indicators.map((indicator) => ({
        ...{ id: indicator.id, text: indicator.text },
        ...{ measured: indicator.definition !== null, proposed: indicator.isProposed },
      })),
      missing: missing.map(({ message }) => message),
    })),
  };
}
