/** The corrections of a draft: each a plain form that leads back to its page. */
import { type Context, Hono } from 'hono';
import { type DraftPlan, findObjective } from '../../../domain/plan/draft/draft-plan.js';
import { changeObjective } from '../../../domain/plan/draft/edit-objective.js';
import { inTown } from '../../../store/in-town.js';
import { findDraft } from '../../../store/plan/import-drafts.js';
import type { AppEnv } from '../../app-env.js';
import { correctDraft, type Edited } from '../../commands/plan/correct-draft.js';
import { checkedObjective } from '../../commands/plan/draft-checks.js';
import { allow, viewerIn } from '../../gate.js';
import { type Refusal, sentenceOf } from '../../refusals.js';
import { refuse } from '../../refuse.js';
import type { Form } from '../../uploads/read-form.js';
import { INDICATOR_FIELDS, MILESTONE_FIELDS } from '../../views/obligations/objective-values.js';
import { withFlash } from '../../views/page/flash.js';
import { commanderOf, seenVersion, withForm } from '../form.js';
import { idAsked } from '../query.js';
import { showObjective } from './import-draft.js';
import { objectiveIn } from './objective-form.js';
import { OBJECTIVE_STEPS } from './objective-steps.js';

export function importCorrections(): Hono<AppEnv> {
  const app = new Hono<AppEnv>();
  app.post('/importa/:draft/obiettivi/:objective', allow('plan.import'), (c) =>
    withForm(c, (form) => saveObjective(c, form)),
  );
  app.post('/importa/:draft/obiettivi/:objective/:step', allow('plan.import'), (c) =>
    withForm(c, (form) => changePlace(c, form)),
  );
  return app;
}

async function saveObjective(c: Context<AppEnv>, form: Form): Promise<Response> {
  const draft = idAsked(c, 'draft');
  const id = c.req.param('objective') ?? '';
  if (draft === null) return refuse(c, { code: 'not-found' });
  // What the page showed: corrections of others are found out below, under the lock.
  const { sql } = c.get('deps');
  const shown = await inTown(sql, viewerIn(c).town.id, (tx) => findDraft(tx, draft));
  const before = shown === null ? null : findObjective(shown.plan, id);
  if (shown === null || before === null) return refuse(c, { code: 'not-found' });
  const values = typedIn(form);
  const isStale = before.objective.rev > (seenVersion(form) ?? before.objective.rev);
  const read = objectiveIn(form, before.objective);
  if (!read.ok && !isStale)
    return showObjective(c, { form: 'obiettivo', typed: { values, problems: read.problems } });
  const asked = { draft, seen: seenVersion(form), about: [id], said: { objective: id, ...values } };
  const edit = (plan: DraftPlan, rev: number): Edited => {
    if (!read.ok) return { ok: false, refusal: { code: 'invalid', problems: read.problems } };
    const changed = changeObjective(plan, id, read.fields, rev);
    if (changed === null) return { ok: false, refusal: { code: 'not-found' } };
    const problems = checkedObjective(changed, id);
    if (problems.length > 0) return { ok: false, refusal: { code: 'invalid', problems } };
    return { ok: true, plan: changed, shown: id };
  };
  const commander = commanderOf(c, form);
  let outcome = await correctDraft(commander, asked, edit);
  // Back in the browser, changed, and sent again: the version decides, not the form's key.
  if (!outcome.ok && outcome.refusal.code === 'key-used-otherwise')
    outcome = await correctDraft({ ...commander, key: null }, asked, edit);
  if (!outcome.ok) return toldObjective(c, 'obiettivo', values, outcome.refusal);
  const order = shown.plan.sectors.flatMap(({ objectives }) => objectives.map((one) => one.id));
  const next = form.text('poi') === 'avanti' ? order[order.indexOf(id) + 1] : id;
  const path = next === undefined ? `/importa/${draft}/conferma` : `/importa/${draft}/obiettivi/${next}`;
  return c.redirect(withFlash(path, 'salvato'), 303);
}

async function changePlace(c: Context<AppEnv>, form: Form): Promise<Response> {
  const draft = idAsked(c, 'draft');
  const id = c.req.param('objective') ?? '';
  const name = c.req.param('step') ?? '';
  const step = Object.hasOwn(OBJECTIVE_STEPS, name) ? OBJECTIVE_STEPS[name] : undefined;
  if (draft === null || step === undefined) return refuse(c, { code: 'not-found' });
  const read = step.read(form);
  if (!read.ok) return toldObjective(c, name, read.values, { code: 'invalid', problems: read.problems });
  const about = [id, ...read.about];
  const asked = { draft, seen: seenVersion(form), about, said: { objective: id, [name]: read.said } };
  const outcome = await correctDraft(commanderOf(c, form), asked, (plan, rev): Edited => {
    const placing = read.edit(plan, id, rev);
    if (placing.ok) return { ok: true, plan: placing.draft, shown: placing.id };
    return {
      ok: false,
      refusal: { code: placing.refusal === 'shared' ? 'shared-objective' : 'not-found' },
    };
  });
  if (!outcome.ok) return toldObjective(c, name, read.values, outcome.refusal);
  return c.redirect(withFlash(`/importa/${draft}/obiettivi/${outcome.result.shown}`, step.flash), 303);
}

/** A refusal on the page of the objective, with what was typed still there. */
function toldObjective(
  c: Context<AppEnv>,
  form: string,
  values: Readonly<Record<string, string>>,
  refusal: Refusal,
): Promise<Response> | Response {
  if (refusal.code === 'invalid')
    return showObjective(c, { form, typed: { values, problems: refusal.problems } });
  if (refusal.code === 'draft-changed' || refusal.code === 'shared-objective') {
    return showObjective(c, { form, typed: { values, problems: [] }, conflict: sentenceOf(refusal) });
  }
  return refuse(c, refusal);
}

/** Every field of the objective's form as it was sent. */
function typedIn(form: Form): Record<string, string> {
  const rows = (prefix: string, count: string, fields: readonly string[]): readonly string[] =>
    Array.from({ length: Math.min(Number(/^\d{1,3}$/.exec(count)?.[0] ?? 0) + 1, 201) }, (_, index) =>
      fields.map((field) => `${prefix}-${index}-${field}`),
    ).flat();
  const names = [
    ...['number', 'title', 'weight', 'owner', 'indicators', 'milestones'],
    ...rows('indicator', form.text('indicators'), INDICATOR_FIELDS),
    ...rows('milestone', form.text('milestones'), [...MILESTONE_FIELDS, 'gone']),
  ];
  return Object.fromEntries(
    names.map((name) => [name, form.text(name)] as const).filter(([, value]) => value !== ''),
  );
}
