/** A year of the cycle: where it stands, and the facts that close it. */
import { createRoute, z } from '@hono/zod-openapi';
import { OUTCOMES } from '../../domain/cycle/closing-duties.js';
import { CLOSING_STEPS, type ClosingStep, isAct } from '../../domain/cycle/closing-rules.js';
import { inTown } from '../../store/in-town.js';
import { closeByHand, readyAnyway, reopenByHand } from '../commands/cycle/close-cycle.js';
import { actionOf, recordClosing, withdrawClosing } from '../commands/cycle/record-closing.js';
import { viewerIn } from '../gate.js';
import { loadCyclePage } from '../queries/cycle-page.js';
import { refuse } from '../refuse.js';
import { cycleJson, cycleSchema } from './cycle-json.js';
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
import { id, text } from './schemas.js';

const tag = 'Cycle';
const params = z.object({
  year: z
    .string()
    .regex(/^2\d{3}$/)
    .openapi({ example: '2023' }),
});
const WRITING = problems(400, 404, 409, 413, 415, 422);

const show = createRoute({
  method: 'get',
  path: '/cycles/{year}',
  ...behind('cycle.read', tag),
  summary: 'The steps of a year with their days, what each waits for, and what was recorded',
  request: { params },
  responses: { 200: answered('The year.', cycleSchema), ...problems(404) },
});

/** Days are read, and refused, as those of the form are. */
const said = z
  .strictObject({
    date: text(20).openapi({ description: 'The day on which it happened.' }),
    organ: text(20).default('').openapi({ description: 'Of an act.' }),
    number: text(200).default('').openapi({ description: 'Of an act.' }),
    protocolNumber: text(200).default(''),
    protocolDate: text(20).default(''),
    outcome: z
      .enum(['', ...OUTCOMES])
      .default('')
      .openapi({ description: 'Of the validation.' }),
    addresses: z.array(text(1000)).max(100).default([]).openapi({ description: 'Of the publication.' }),
    note: text(10_000).default(''),
    snapshot: z.int().min(1).optional().openapi({
      description: 'Number of the snapshot of the Relazione that was read: a later one refuses it.',
    }),
  })
  .openapi('CycleFact');

const SUMMARIES: Readonly<Record<ClosingStep, string>> = {
  transmission: 'The Relazione went to the Nucleo; with things missing a note says why',
  adoption: 'The act that adopts the Relazione',
  validation: 'The outcome of the Nucleo; not validated, the year goes back to what is before it',
  approval: 'The act that approves the Relazione',
  publication: 'The addresses under which it stands; the year is closed on the morning after',
};

const recorded = z
  .object({ year: z.int(), step: z.string(), fact: id, round: z.int() })
  .openapi('CycleFactRecorded');

const recordRoute = (step: ClosingStep) =>
  createRoute({
    method: 'post',
    path: `/cycles/{year}/${step}`,
    ...behind(actionOf(step), tag),
    summary: `${SUMMARIES[step]}${isAct(step) ? '; organ and number are needed' : ''}`,
    request: { params, headers: idempotency, ...jsonBody(said) },
    responses: { 200: answered('Recorded.', recorded), ...WRITING },
  });

const withdraw = createRoute({
  method: 'post',
  path: '/cycles/{year}/withdraw',
  ...behind('cycle.withdraw', tag),
  summary: 'A fact recorded by mistake is withdrawn, with a reason: its step is open again',
  request: { params, headers: idempotency, ...jsonBody(z.strictObject({ fact: id, reason: text(10_000) })) },
  responses: {
    200: answered('Withdrawn.', z.object({ year: z.int(), step: z.string() })),
    ...WRITING,
  },
});

const reasoned = jsonBody(z.strictObject({ reason: text(10_000) }));
const ready = createRoute({
  method: 'post',
  path: '/cycles/{year}/ready',
  ...behind('cycle.close', tag),
  summary: 'Ready for the Nucleo although something is missing, with a reason',
  request: { params, headers: idempotency, ...reasoned },
  responses: { 200: answered('Recorded.', z.object({ year: z.int() })), ...WRITING },
});
const close = createRoute({
  method: 'post',
  path: '/cycles/{year}/close',
  ...behind('cycle.close', tag),
  summary: 'The year is closed by hand, with a reason: what is open is asked for no more',
  request: { params, headers: idempotency, ...reasoned },
  responses: { 200: answered('Closed.', z.object({ year: z.int(), leftOpen: z.int() })), ...WRITING },
});

const reopen = createRoute({
  method: 'post',
  path: '/cycles/{year}/reopen',
  ...behind('cycle.close', tag),
  summary: 'A closed year is opened again, with a reason: what its closing left open is owed again',
  request: { params, headers: idempotency, ...reasoned },
  responses: { 200: answered('Opened again.', z.object({ year: z.int(), owedAgain: z.int() })), ...WRITING },
});

export function cycleRoutes() {
  const app = createPart();
  app.openapi(show, async (c) => {
    const viewer = viewerIn(c);
    const year = Number(c.req.valid('param').year);
    const page = await inTown(c.get('deps').sql, viewer.town.id, (tx) =>
      loadCyclePage(tx, viewer, year, { exact: true }),
    );
    if (page === null) return (await refuse(c, { code: 'not-found' })) as never;
    return c.json(cycleJson(page), 200);
  });
  for (const step of CLOSING_STEPS) {
    app.openapi(recordRoute(step), (c) => {
      const { addresses, ...rest } = c.req.valid('json');
      const asked = {
        year: Number(c.req.valid('param').year),
        step,
        ...rest,
        addresses: addresses.join('\n'),
      };
      return answerTo(c, recordClosing(apiCommander(c), asked));
    });
  }
  app.openapi(withdraw, (c) => {
    const asked = { year: Number(c.req.valid('param').year), ...c.req.valid('json') };
    return answerTo(c, withdrawClosing(apiCommander(c), asked));
  });
  app.openapi(ready, (c) => {
    const asked = { year: Number(c.req.valid('param').year), ...c.req.valid('json') };
    return answerTo(c, readyAnyway(apiCommander(c), asked));
  });
  app.openapi(close, (c) => {
    const asked = { year: Number(c.req.valid('param').year), ...c.req.valid('json') };
    return answerTo(c, closeByHand(apiCommander(c), asked));
  });
  app.openapi(reopen, (c) => {
    const asked = { year: Number(c.req.valid('param').year), ...c.req.valid('json') };
    return answerTo(c, reopenByHand(apiCommander(c), asked));
  });
  return app;
}
