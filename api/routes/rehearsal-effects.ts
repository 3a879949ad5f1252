/** *E se?* for programs: what an absence, another ladder or a draft would change in the mails to come. Nothing is recorded. */
import { createRoute, z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { DEFAULT_LADDERS, RUNGS } from '../../domain/obligations/ladder.js';
import type { ObligationKind } from '../../domain/obligations/obligation.js';
import { inTown } from '../../store/in-town.js';
import type { AppEnv } from '../app-env.js';
import { tryPlan } from '../commands/plan/try-plan.js';
import { ladderInForce, laddersWith, readLadder } from '../commands/towns/ladder-asked.js';
import { viewerIn } from '../gate.js';
import { absenceEffect } from '../queries/absence-effect.js';
import { ladderEffect } from '../queries/ladder-effect.js';
import { loadRehearsal, type Rehearsal } from '../queries/rehearsal.js';
import { refuse } from '../refuse.js';
import { townWords } from '../views/page/frame.js';
import { answered, apiCommander, behind, createPart, problems, underNames } from './operation.js';
import { effectJson, effectSchema } from './rehearsed-json.js';
import { id, text } from './schemas.js';

const absence = createRoute({
  method: 'get',
  path: '/rehearsal/absence-effect',
  ...behind('rehearsal.read', 'Notices'),
  summary: 'What an absence would change in the mails of its days',
  request: {
    query: z.object({
      person: id,
      from: z.string().max(20).openapi({ format: 'date', description: 'Today at the earliest.' }),
      until: z.string().max(20).openapi({ format: 'date', description: 'Included.' }),
      substitute: id.optional().openapi({ description: 'Without one the Segretario stands in.' }),
    }),
  },
  responses: { 200: answered('The difference.', effectSchema), ...problems(422) },
});

const ABSENCE_FIELDS = { persona: 'person', dal: 'from', al: 'until', sostituto: 'substitute' };

const kinds = Object.keys(DEFAULT_LADDERS) as [ObligationKind, ...ObligationKind[]];

const ladder = createRoute({
  method: 'get',
  path: '/rehearsal/ladder-effect',
  ...behind('ladder.read', 'Notices'),
  summary: 'What another ladder would change in the mails to come; what is not said stays as it is in force',
  request: {
    query: z.object({
      kind: z.enum(kinds),
      rungs: text(400)
        .optional()
        .openapi({
          description: `The notices there are, joined by ",": ${RUNGS.join(', ')}.`,
          example: 'first-notice,due-day,late-3',
        }),
      firstNoticeDays: text(10).optional().openapi({ description: 'Calendar days before the term.' }),
      mayor: z.enum(['true', 'false']).optional().openapi({ description: 'The Sindaco is told.' }),
      act: text(300)
        .optional()
        .openapi({ description: 'The act that provides for it.', example: 'G.C. n. 12 del 03/02/2023' }),
      span: z
        .enum(['month', 'all'])
        .default('month')
        .openapi({ description: 'A month, or until 31 March after the last year with a plan.' }),
    }),
  },
  responses: {
    200: answered(
      'The ladder that was tried, and the difference.',
      effectSchema
        .extend({
          ladder: z.object({
            kind: z.enum(kinds),
            rungs: z.array(z.enum(RUNGS)),
            firstNoticeDays: z.int(),
            mayor: z.object({ on: z.boolean(), act: z.string().nullable() }),
          }),
        })
        .openapi('LadderEffect'),
    ),
    ...problems(422),
  },
});

const plan = createRoute({
  method: 'get',
  path: '/plan-drafts/{id}/effect',
  ...behind('plan.import', 'Plans'),
  summary:
    'What a draft would change in the mails to come: a variation of the plan in force, or the first plan',
  request: { params: z.object({ id }) },
  responses: {
    200: answered(
      'The difference.',
      effectSchema
        .extend({
          variation: z.boolean().openapi({ description: 'Of a plan in force; else the first of its year.' }),
        })
        .openapi('PlanEffect'),
    ),
    ...problems(404, 409, 422),
  },
});

const LADDER_FIELDS = { tipo: 'kind', avvisi: 'rungs', giorni: 'firstNoticeDays', atto: 'act' };

export function rehearsalEffectRoutes() {
  const app = createPart();
  app.openapi(absence, (c) =>
    onRehearsal(c, (rehearsal) => {
      const { substitute = '', ...asked } = c.req.valid('query');
      const read = absenceEffect(rehearsal, { ...asked, substitute });
      if (!read.ok)
        return refuse(c, { code: 'invalid', problems: underNames(read.problems, ABSENCE_FIELDS) });
      return c.json(effectJson(read.effect, rehearsal.people, townWords(viewerIn(c).town)));
    }),
  );
  app.openapi(ladder, (c) =>
    onRehearsal(c, (rehearsal) => {
      const { kind, rungs, firstNoticeDays, mayor, act, span } = c.req.valid('query');
      const { town } = rehearsal.facts;
      const inForce = ladderInForce(town, kind);
      // A town that cites no act yet is asked for one only by whoever speaks of it.
      const isCited = mayor !== undefined || act !== undefined;
      const known = isCited ? town.settings.mayorRung.act : inForce.act;
      const settings = { settings: { ...town.settings, mayorRung: { on: inForce.mayor, act: known } } };
      const asked = {
        kind,
        rungs: rungs?.split(',').map((rung) => rung.trim()) ?? inForce.rungs,
        days: firstNoticeDays ?? inForce.days,
        mayor: mayor === undefined ? inForce.mayor : mayor === 'true',
        act: act ?? inForce.act,
      };
      const read = readLadder(asked, viewerIn(c).today, settings);
      if (!read.ok) return refuse(c, { code: 'invalid', problems: underNames(read.problems, LADDER_FIELDS) });
      const effect = ladderEffect(
        rehearsal,
        laddersWith(town, read.ladder),
        span === 'all' ? 'anno' : 'mese',
      );
      const tried = { kind: read.ladder.kind, ...read.ladder.choice, mayor: read.ladder.mayor };
      return c.json({ ...effectJson(effect, rehearsal.people, townWords(town)), ladder: tried });
    }),
  );
  app.openapi(plan, async (c) => {
    const tried = await tryPlan(apiCommander(c), c.req.valid('param').id);
    if (!tried.ok) return (await refuse(c, tried.refusal)) as never;
    const { effect, after, isVariation } = tried;
    const shown = effectJson(effect, after.people, townWords(viewerIn(c).town));
    return c.json({ ...shown, variation: isVariation }) as never;
  });
  return app;
}

async function onRehearsal(
  c: Context<AppEnv>,
  answer: (rehearsal: Rehearsal) => Response | Promise<Response>,
): Promise<never> {
  const { sql, now } = c.get('deps');
  const loaded = await inTown(sql, viewerIn(c).town.id, (tx) => loadRehearsal(tx, now(), null));
  const response = loaded.ok ? answer(loaded.rehearsal) : refuse(c, loaded.refusal);
  // Typed by the document, as `answerTo`.
  return (await response) as never;
}
