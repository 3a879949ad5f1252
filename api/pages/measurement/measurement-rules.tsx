/** *Regole di misurazione*: read by whoever reads the evaluation, kept by the Segretario. */
import { type Context, Hono } from 'hono';
import { inTown } from '../../../store/in-town.js';
import { listScoringRules, scoringRulesInForce } from '../../../store/measurement/scoring-rules.js';
import type { AppEnv } from '../../app-env.js';
import { keepScoringRules } from '../../commands/measurement/keep-scoring-rules.js';
import {
  fieldOfRule,
  RULES_FIELDS,
  readRules,
  type TypedRules,
} from '../../commands/measurement/rules-asked.js';
import { allow, viewerIn } from '../../gate.js';
import { statusOf } from '../../refusal-status.js';
import { type Refusal, sentenceOf } from '../../refusals.js';
import { refuse } from '../../refuse.js';
import { actingRole } from '../../rights.js';
import type { Form } from '../../uploads/read-form.js';
import { MeasurementRulesView } from '../../views/evaluation/measurement-rules.js';
import type { Typed } from '../../views/fields.js';
import { withFlash } from '../../views/page/flash.js';
import { frameOf } from '../../views/page/frame.js';
import { commanderOf, seenVersion, withForm } from '../form.js';
import { render } from '../render.js';

const PLACE = '/misurazione/regole';
export function measurementRulePages(): Hono<AppEnv> {
  const app = new Hono<AppEnv>();

  app.get(PLACE, allow('measurement.read'), (c) => show(c, null));

  app.post(PLACE, allow('measurement.rules'), (c) =>
    withForm(c, async (form) => {
      const typed = typedIn(form);
      const { rules: now } = await inTown(c.get('deps').sql, viewerIn(c).town.id, scoringRulesInForce);
      const read = readRules(typed, now);
      if (!read.ok) return told(c, typed, { code: 'invalid', problems: read.problems });
      const asked = { rules: read.rules, source: typed['source'] ?? '', seen: seenVersion(form) };
      const outcome = await keepScoringRules(commanderOf(c, form), asked);
      if (outcome.ok) return c.redirect(withFlash(PLACE, 'regole'), 303);
      return told(c, typed, outcome.refusal);
    }),
  );
  return app;
}

const typedIn = (form: Form): TypedRules =>
  Object.fromEntries(RULES_FIELDS.map((name) => [name, form.text(name).slice(0, 2_000)]));

/** A rule's own fault belongs to the choice of it. */
const fieldOf = (field: string): string =>
  field.startsWith('rules.') ? fieldOfRule(field.slice('rules.'.length)) : field;

function told(c: Context<AppEnv>, values: TypedRules, refusal: Refusal): Response | Promise<Response> {
  const status = statusOf(refusal);
  if (status !== 409 && status !== 422) return refuse(c, refusal);
  const problems =
    refusal.code === 'invalid'
      ? refusal.problems.map(({ field, message }) => ({ field: fieldOf(field), message }))
      : [{ field: '', message: sentenceOf(refusal) }];
  const first = problems.filter(({ field }, at) => problems.findIndex((one) => one.field === field) === at);
  return show(c, { values, problems: first }, status);
}

async function show(
  c: Context<AppEnv>,
  typed: Typed | null,
  status: 200 | 409 | 422 = 200,
): Promise<Response> {
  const viewer = viewerIn(c);
  const { now, kept } = await inTown(c.get('deps').sql, viewer.town.id, async (tx) => ({
    now: await scoringRulesInForce(tx),
    kept: await listScoringRules(tx),
  }));
  const mayChange = actingRole(viewer.roles, 'measurement.rules', []) !== null;
  const view = (
    <MeasurementRulesView
      frame={{ ...frameOf(c), returnTo: PLACE }}
      {...{ viewer, now, kept, mayChange, typed }}
    />
  );
  return render(c, view, status);
}
