/** How long things are kept: read and set, as on the page *Conservazione dei dati*. */
import { createRoute, z } from '@hono/zod-openapi';
import { INSTALLATION_RETENTION } from '../../domain/retention/installation-retention.js';
import {
  type RetentionRule,
  TOWN_RETENTION,
  TOWN_RETENTIONS,
  type TownRetention,
} from '../../domain/retention/retention-rules.js';
import { inTown } from '../../store/in-town.js';
import { periodsOf } from '../../store/privacy/retention.js';
import { loadTown, type Town } from '../../store/towns/towns.js';
import { changeRetention, type RetentionAsked } from '../commands/privacy/change-retention.js';
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
  problems,
} from './operation.js';

const ruleSchema = z
  .object({
    rule: z.string(),
    kept: z
      .int()
      .openapi({ description: 'How many of the unit; the first day is not counted, the last is.' }),
    unit: z.enum(['days', 'months', 'years']),
    ...{ least: z.int(), most: z.int() },
    what: z.string().openapi({ description: 'What goes, and what of it stays; in Italian.' }),
    ...{ from: z.string(), why: z.string() },
  })
  .openapi('RetentionRule');

const keptSchema = z
  .object({
    town: z.array(ruleSchema).openapi({ description: 'Set by the town, within the bounds.' }),
    installation: z.array(ruleSchema).openapi({ description: 'Above towns: fixed.' }),
  })
  .openapi('Retention');

/** What the town sets, all optional: what is not said stays. */
const periods = Object.fromEntries(
  TOWN_RETENTIONS.map((code) => {
    const { least, most, unit } = TOWN_RETENTION[code];
    return [
      code,
      z
        .int()
        .optional()
        .openapi({ description: `${unit}, from ${least} to ${most}` }),
    ];
  }),
) as Record<TownRetention, z.ZodOptional<z.ZodInt>>;

const read = createRoute({
  method: 'get',
  path: '/retention',
  ...behind('retention.read', 'Town'),
  summary: 'What goes by itself, when and why',
  responses: { 200: answered('The periods in force.', keptSchema), ...problems() },
});

const change = createRoute({
  method: 'put',
  path: '/retention',
  ...behind('retention.change', 'Town'),
  summary: 'Sets how long the town keeps things; what is not said stays, what is gone does not come back',
  request: { headers: idempotency, ...jsonBody(z.strictObject(periods).openapi('RetentionPeriods')) },
  responses: { 200: answered('The periods in force now.', keptSchema), ...COMMAND_PROBLEMS },
});

export function retentionRoutes() {
  const app = createPart();
  app.openapi(read, (c) => c.json(keptJson(viewerIn(c).town)));
  app.openapi(change, async (c) => {
    const asked: RetentionAsked = Object.fromEntries(
      Object.entries(c.req.valid('json')).map(([code, count]) => [code, String(count)]),
    );
    const outcome = await changeRetention(apiCommander(c), asked);
    if (!outcome.ok) return (await refuse(c, outcome.refusal)) as never;
    const { sql } = c.get('deps');
    return c.json(keptJson(await inTown(sql, viewerIn(c).town.id, loadTown)));
  });
  return app;
}

const ruleJson = (rule: string, { unit, least, most, what, from, why }: RetentionRule, kept: number) => ({
  ...{ rule, kept, unit, least, most, what, from, why },
});

function keptJson(town: Pick<Town, 'settings'>) {
  const inForce = periodsOf(town);
  return {
    town: TOWN_RETENTIONS.map((code) => ruleJson(code, TOWN_RETENTION[code], inForce[code])),
    installation: Object.entries(INSTALLATION_RETENTION).map(([code, rule]) =>
      ruleJson(code, rule, rule.kept),
    ),
  };
}
