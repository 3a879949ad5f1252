/** Changes of a plan in force for programs: looked at first, then recorded with their act; and the list of those made. */
import { createRoute, z } from '@hono/zod-openapi';
import { inTown, type Tx } from '../../store/in-town.js';
import { findDraft, type ImportDraft } from '../../store/plan/import-drafts.js';
import { keepLateDay } from '../commands/plan/late-day.js';
import type { Confirmed } from '../commands/plan/plan-audit.js';
import type { Outcome } from '../commands/run-command.js';
import { tryOut } from '../commands/try-out.js';
import { readChange } from '../commands/variation/variation-asked.js';
import { draftByChanges, varyByChanges } from '../commands/variation/vary-by-changes.js';
import { viewerIn } from '../gate.js';
import { variationAhead } from '../queries/plan-ahead.js';
import { planOfImport } from '../queries/plan-of-import.js';
import { previewIn } from '../queries/variation-preview.js';
import { loadVariations } from '../queries/variations.js';
import { refuse } from '../refuse.js';
import type { Viewer } from '../viewer.js';
import {
  answered,
  answerTo,
  apiCommander,
  behind,
  createPart,
  idempotency,
  jsonBody,
  problems,
  underNames,
} from './operation.js';
import { confirmedSchema } from './plan-schemas.js';
import { id } from './schemas.js';
import {
  changesSaid,
  variationPreviewSchema,
  variationSchema,
  variationsSchema,
} from './variation-schemas.js';
import { variationPreviewJson, variationsJson } from './variations-json.js';

const params = z.object({ year: z.string().regex(/^2\d{3}$/, 'non è un anno') });

const list = createRoute({
  method: 'get',
  path: '/plans/{year}/variations',
  ...behind('plan.read', 'Plans'),
  summary: "What changed in the year's plan, act by act; corrections beside them",
  request: { params },
  responses: { 200: answered('In the order in which they were made.', variationsSchema), ...problems(404) },
});

const vary = createRoute({
  method: 'post',
  path: '/plans/{year}/variations',
  ...behind('plan.import', 'Plans'),
  summary: 'Changes the plan in force by an act, or corrects a clerical error: all of it or nothing',
  request: { params, headers: idempotency, ...jsonBody(variationSchema) },
  responses: { 200: answered('Recorded.', confirmedSchema), ...problems(400, 404, 409, 413, 415, 422) },
});

const look = createRoute({
  method: 'post',
  path: '/plans/{year}/variations/preview',
  ...behind('plan.import', 'Plans'),
  summary: 'What the change would do, were it recorded today; records nothing',
  request: { params, ...jsonBody(variationSchema) },
  responses: {
    200: answered('The preview.', variationPreviewSchema),
    ...problems(400, 404, 409, 413, 415, 422),
  },
});

const ofDraft = createRoute({
  method: 'get',
  path: '/plan-drafts/{id}/variation',
  ...behind('plan.import', 'Plans'),
  summary: 'What confirming the draft would change of the plan in force',
  request: { params: z.object({ id }) },
  responses: { 200: answered('The preview.', variationPreviewSchema), ...problems(404) },
});

const yearDay = z
  .strictObject({ month: z.int().min(1).max(12), day: z.int().min(1).max(31) })
  .openapi('YearDay');
const lateDay = createRoute({
  method: 'put',
  path: '/variations/late-day',
  ...behind('plan.import', 'Plans'),
  summary: 'After which day of the year a variation is marked as late; 15 December unless said',
  request: { headers: idempotency, ...jsonBody(yearDay) },
  responses: { 200: answered('Kept.', yearDay), ...problems(400, 413, 415, 422) },
});

export function variationRoutes() {
  const app = createPart();
  app.openapi(list, async (c) => {
    const viewer = viewerIn(c);
    const year = Number(c.req.valid('param').year);
    const page = await inTown(c.get('deps').sql, viewer.town.id, (tx) => loadVariations(tx, viewer, year));
    if (page === null || page.year !== year) return (await refuse(c, { code: 'not-found' })) as never;
    return c.json(variationsJson(page)) as never;
  });
  app.openapi(vary, (c) => {
    const asked = askedIn(Number(c.req.valid('param').year), c.req.valid('json'));
    return answerTo(c, varyByChanges(apiCommander(c), asked).then(named));
  });
  app.openapi(look, async (c) => {
    const deps = c.get('deps');
    const viewer = viewerIn(c);
    const asked = askedIn(Number(c.req.valid('param').year), c.req.valid('json'));
    const seen = await tryOut(deps, viewer.town.id, async (tx, clock) => {
      const begun = await draftByChanges(tx, apiCommander(c), clock, asked);
      if (!begun.ok) return begun;
      const json = await previewOf(tx, viewer, { clock, real: deps.now() }, { ...begun, act: asked.act });
      return { ok: true as const, json };
    });
    return seen.ok ? (c.json(seen.json) as never) : ((await refuse(c, seen.refusal)) as never);
  });
  app.openapi(ofDraft, async (c) => {
    const deps = c.get('deps');
    const viewer = viewerIn(c);
    const json = await tryOut(deps, viewer.town.id, async (tx, clock) => {
      const draft = await findDraft(tx, c.req.valid('param').id);
      if (draft?.state !== 'draft') return null;
      return previewOf(tx, viewer, { clock, real: deps.now() }, { draft, act: null });
    });
    return json === null ? ((await refuse(c, { code: 'not-found' })) as never) : (c.json(json) as never);
  });
  app.openapi(lateDay, (c) => answerTo(c, keepLateDay(apiCommander(c), c.req.valid('json'))));
  return app;
}

/** What the readers of the page call fields, as the body calls them. */
const NAMES = {
  ...{ organ: 'act.organ', number: 'act.number', date: 'act.date', note: 'reason', subject: 'act.subject' },
  ...{ protocolNumber: 'act.protocolNumber', protocolDate: 'act.protocolDate' },
};
function named(outcome: Outcome<Confirmed>): Outcome<Confirmed> {
  if (outcome.ok) return outcome;
  const { refusal } = outcome;
  if (refusal.code === 'act-has-another-date')
    return { ok: false, refusal: { ...refusal, field: NAMES.number } };
  return refusal.code === 'invalid'
    ? { ok: false, refusal: { code: 'invalid', problems: underNames(refusal.problems, NAMES) } }
    : outcome;
}

type Body = z.infer<typeof variationSchema>;
const NO_ACT = { organ: '', number: '', date: '', subject: '', protocolNumber: '', protocolDate: '' };

const askedIn = (year: number, { kind, act, effectiveFrom, reason, changes }: Body) => ({
  ...{ year, kind, changes: changesSaid(changes) },
  act: { ...NO_ACT, ...act, effectiveFrom, note: reason },
});

/** `null`: the draft's year has no plan in force. Inside a transaction that is taken back. */
async function previewOf(
  tx: Tx,
  viewer: Viewer,
  moment: Parameters<typeof previewIn>[2],
  { draft, act }: { readonly draft: ImportDraft; readonly act: ReturnType<typeof askedIn>['act'] | null },
) {
  const ahead = await variationAhead(tx, draft, planOfImport(draft));
  if (ahead === null) return null;
  const context = {
    kind: ahead.kind,
    today: viewer.today,
    approvedOn: ahead.cycle.approvedOn ?? viewer.today,
  };
  const read = act === null ? null : readChange(act, context);
  const change = read?.ok ? read.read : null;
  return variationPreviewJson(ahead, await previewIn(tx, viewer, moment, { draft, ahead, change }));
}
