/** The ladder of a kind of obligation: read and changed, as on the page *Scala degli avvisi*. */
import { createRoute, z } from '@hono/zod-openapi';
import { DEFAULT_LADDERS, RUNGS } from '../../domain/obligations/ladder.js';
import type { ObligationKind } from '../../domain/obligations/obligation.js';
import { inTown } from '../../store/in-town.js';
import { loadTown, type Town } from '../../store/towns/towns.js';
import { changeLadder } from '../commands/towns/change-ladder.js';
import { ladderInForce } from '../commands/towns/ladder-asked.js';
import { viewerIn } from '../gate.js';
import { refuse } from '../refuse.js';
import {
  answered,
  apiCommander,
  behind,
  COMMAND_PROBLEMS,
  createPart,
  idempotency,
  jsonBody,
  namedAnew,
  problems,
} from './operation.js';
import { text } from './schemas.js';

const KINDS = Object.keys(DEFAULT_LADDERS) as [ObligationKind, ...ObligationKind[]];

/** Names of the form's fields, and of those here. */
const LADDER_FIELDS = { tipo: 'kind', avvisi: 'rungs', giorni: 'firstNoticeDays', atto: 'mayor.act' };

const params = z.object({ kind: z.enum(KINDS) });
const ladderSchema = z
  .strictObject({
    rungs: z.array(z.enum(RUNGS)).max(RUNGS.length),
    firstNoticeDays: z.int().openapi({ description: 'Calendar days before the term.' }),
    mayor: z.strictObject({ on: z.boolean(), act: text(300).nullable() }).openapi({
      description: 'The notice to the Sindaco, of every kind, and the act that provides for it.',
      example: { on: true, act: 'G.C. n. 12 del 03/02/2023' },
    }),
  })
  .openapi('Ladder');

const read = createRoute({
  method: 'get',
  path: '/ladders/{kind}',
  ...behind('ladder.read', 'Notices'),
  summary: 'Which notices there are of a kind of obligation',
  request: { params },
  responses: { 200: answered('The ladder in force.', ladderSchema), ...problems(404) },
});

const change = createRoute({
  method: 'put',
  path: '/ladders/{kind}',
  ...behind('ladder.change', 'Notices'),
  summary: 'Changes which notices there are; see the effect first: GET /rehearsal/ladder-effect',
  request: { params, headers: idempotency, ...jsonBody(ladderSchema) },
  responses: { 200: answered('The ladder in force now.', ladderSchema), ...COMMAND_PROBLEMS },
});

export function ladderRoutes() {
  const app = createPart();
  app.openapi(read, (c) => c.json(ladderJson(viewerIn(c).town, c.req.valid('param').kind)));
  app.openapi(change, async (c) => {
    const { kind } = c.req.valid('param');
    const { rungs, firstNoticeDays, mayor } = c.req.valid('json');
    const asked = { kind, rungs, days: String(firstNoticeDays), mayor: mayor.on, act: mayor.act ?? '' };
    const outcome = await namedAnew(changeLadder(apiCommander(c), asked), LADDER_FIELDS);
    if (!outcome.ok) return (await refuse(c, outcome.refusal)) as never;
    const { sql } = c.get('deps');
    return c.json(ladderJson(await inTown(sql, viewerIn(c).town.id, loadTown), kind));
  });
  return app;
}

function ladderJson(town: Town, kind: ObligationKind) {
  const { rungs, days, mayor, act } = ladderInForce(town, kind);
  const there = RUNGS.filter((rung) => rungs.includes(rung));
  return { rungs: there, firstNoticeDays: Number(days), mayor: { on: mayor, act: act === '' ? null : act } };
}
