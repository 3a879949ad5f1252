/** The evaluation of a year: what stands, the degrees decided, payment times, dated acts. */
import { createRoute, z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { inTown } from '../../store/in-town.js';
import type { AppEnv } from '../app-env.js';
import { recordAct, withdrawAct } from '../commands/cycle/record-act.js';
import { decide } from '../commands/plan/decide.js';
import { giveReason, reopenDecision } from '../commands/plan/reopen-decision.js';
import { recordPaymentTimes } from '../commands/relazione/keep-payment-times.js';
import { viewerIn } from '../gate.js';
import { loadMeasurementPage } from '../queries/measurement-page.js';
import { refuse } from '../refuse.js';
import { assessedJson, measurementJson, sectorJson } from './measurement-json.js';
import { actIn, assessedOut, decisionIn, measurementOut, sectorOut } from './measurement-schemas.js';
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
import { id, planYear, text, year } from './schemas.js';

const tag = 'Evaluation';
const query = z.object({ year: year.optional() });

const all = createRoute({
  method: 'get',
  path: '/measurement',
  ...behind('measurement.read', tag),
  summary:
    "A year's sectors with their totals, gates and acts, and what is missing; a head sees the own sector",
  request: { query },
  responses: { 200: answered('What stands.', measurementOut), ...problems(422) },
});

const one = createRoute({
  method: 'get',
  path: '/measurement/sectors/{id}',
  ...behind('measurement.read', tag),
  summary: 'The objectives of a sector: planned, proposed, self-evaluated, decided, with the history of each',
  request: { params: z.object({ id }), query },
  responses: {
    200: answered('The sector.', sectorOut.extend({ assessments: z.array(assessedOut) })),
    ...problems(404, 422),
  },
});

const decideSome = createRoute({
  method: 'post',
  path: '/measurement/decisions',
  ...behind('measurement.decide', tag),
  summary: 'The evaluator decides degrees: all of these, or none',
  request: {
    headers: idempotency,
    ...jsonBody(
      z.strictObject({ year: planYear, decisions: z.array(decisionIn).max(500, 'sono più di 500') }),
    ),
  },
  responses: {
    200: answered('Decided.', z.object({ decided: z.int(), complete: z.boolean() })),
    ...COMMAND_PROBLEMS,
  },
});

const reasonIn = z.strictObject({
  year: planYear,
  objective: id,
  sector: id,
  reason: text(10_000).default(''),
  seen: z.int().min(0).nullable().default(null),
});
const stepTaken = z.object({ objective: id, sector: id });

const reopen = createRoute({
  method: 'post',
  path: '/measurement/reopen',
  ...behind('measurement.decide', tag),
  summary: 'A decision is taken back, with a reason',
  request: { headers: idempotency, ...jsonBody(reasonIn) },
  responses: { 200: answered('Open again.', stepTaken), ...COMMAND_PROBLEMS },
});

const reason = createRoute({
  method: 'post',
  path: '/measurement/reasons',
  ...behind('measurement.reason', tag),
  summary: "The reason of a degree; of the Segretario, where the head is gone, it is d'ufficio",
  request: { headers: idempotency, ...jsonBody(reasonIn) },
  responses: { 200: answered('Written.', stepTaken), ...COMMAND_PROBLEMS },
});

const payment = createRoute({
  method: 'put',
  path: '/measurement/payment-times',
  ...behind('measurement.record', tag),
  summary: 'The share of pay tied to payment times: target and annual indicator in days, who verified it',
  request: {
    headers: idempotency,
    ...jsonBody(
      z.strictObject({
        ...{ year: planYear, sector: id, share: text(40), target: text(40).default('0') },
        ...{ indicator: text(40).default(''), verifiedBy: text(1_000).default('') },
        verifiedOn: text(40).default(''),
        rowVersion: z.int().min(0).nullable().default(null),
      }),
    ),
  },
  responses: { 200: answered('Recorded.', z.object({ sector: id })), ...COMMAND_PROBLEMS },
});

const act = createRoute({
  method: 'post',
  path: '/measurement/acts',
  ...behind('measurement.record', tag),
  summary: 'A dated act without scores: minutes, remarks, decree, payment',
  request: { headers: idempotency, ...jsonBody(actIn) },
  responses: {
    200: answered('Recorded.', z.object({ act: id, beforeValidation: z.boolean() })),
    ...COMMAND_PROBLEMS,
  },
});

const withdraw = createRoute({
  method: 'post',
  path: '/measurement/acts/{id}/withdraw',
  ...behind('measurement.record', tag),
  summary: 'Entered by mistake: it stays listed, with the reason',
  request: {
    params: z.object({ id }),
    headers: idempotency,
    ...jsonBody(z.strictObject({ year: planYear, reason: text(10_000).default('') })),
  },
  responses: { 200: answered('Withdrawn.', z.object({ act: id })), ...COMMAND_PROBLEMS },
});

export function measurementRoutes() {
  const app = createPart();
  app.openapi(all, async (c) =>
    c.json(measurementJson(await load(c, c.req.valid('query')), viewerIn(c).today)),
  );

  app.openapi(one, async (c) => {
    const page = await load(c, c.req.valid('query'));
    const sector = page?.sectors.find((shown) => shown.id === c.req.valid('param').id);
    if (page === null || sector === undefined) {
      const isThere = page?.year.sectors.some(({ id: one }) => one === c.req.valid('param').id) === true;
      return (await refuse(c, { code: isThere ? 'not-allowed' : 'not-found' })) as never;
    }
    return c.json({
      ...sectorJson(sector, page.year.rules.rules.shownPlaces),
      assessments: sector.objectives.map((measured) => assessedJson(measured, sector.total)),
    });
  });

  app.openapi(decideSome, (c) => answerTo(c, decide(apiCommander(c), c.req.valid('json'))));
  app.openapi(reopen, (c) => answerTo(c, reopenDecision(apiCommander(c), c.req.valid('json'))));
  app.openapi(reason, (c) => answerTo(c, giveReason(apiCommander(c), c.req.valid('json'))));
  app.openapi(payment, (c) => answerTo(c, recordPaymentTimes(apiCommander(c), c.req.valid('json'))));
  app.openapi(act, (c) => answerTo(c, recordAct(apiCommander(c), c.req.valid('json'))));
  app.openapi(withdraw, (c) => {
    const asked = { ...c.req.valid('json'), act: c.req.valid('param').id };
    return answerTo(c, withdrawAct(apiCommander(c), asked));
  });
  return app;
}

const load = (c: Context<AppEnv>, asked: { readonly year?: string | undefined }) => {
  const viewer = viewerIn(c);
  return inTown(c.get('deps').sql, viewer.town.id, (tx) =>
    loadMeasurementPage(tx, viewer, asked.year === undefined ? null : Number(asked.year)),
  );
};
