/** The second step of an import: what confirming does, what it asks, the act. */
import { type Context, Hono } from 'hono';
import { inTown } from '../../store/in-town.js';
import type { AppEnv } from '../app-env.js';
import type { DecisionsAsked } from '../commands/confirm-decisions.js';
import { confirmPlan } from '../commands/import-plan.js';
import type { ActAsked } from '../commands/plan-checks.js';
import { allow, viewerIn } from '../gate.js';
import { type ConfirmPage, loadConfirmPage } from '../queries/confirm-page.js';
import { sentenceOf } from '../refusals.js';
import { refuse } from '../refuse.js';
import type { Form } from '../uploads/read-form.js';
import type { Typed } from '../views/fields.js';
import { withFlash } from '../views/flash.js';
import { frameOf } from '../views/frame.js';
import { ConfirmView } from '../views/import-confirm.js';
import { commanderOf, seenVersion, withForm } from './form.js';
import { idAsked } from './query.js';
import { render } from './render.js';

const ACT_FIELDS = ['organ', 'number', 'date', 'subject', 'protocolNumber', 'protocolDate', 'note'] as const;

export function importConfirmPages(): Hono<AppEnv> {
  const app = new Hono<AppEnv>();
  app.get('/importa/:draft/conferma', allow('plan.import'), (c) => showConfirm(c, null));
  app.post('/importa/:draft/conferma', allow('plan.import'), (c) =>
    withForm(c, async (form) => {
      const draft = idAsked(c, 'draft');
      const page = draft === null ? null : await load(c, draft);
      if (draft === null || page === null) return refuse(c, { code: 'not-found' });
      const act = actIn(form);
      const asked = { draft, act, decisions: decisionsIn(form, page), seen: seenVersion(form) };
      const outcome = await confirmPlan(commanderOf(c, form), asked);
      if (outcome.ok) {
        const { kind, year } = outcome.result;
        if (kind === 'variation') return c.redirect(`/piano?anno=${year}&esito=variazione`, 303);
        return c.redirect(withFlash('/cruscotto', 'piano'), 303);
      }
      const { refusal } = outcome;
      if (refusal.code === 'not-found' || refusal.code === 'import-closed') return refuse(c, refusal);
      const problems =
        refusal.code === 'invalid' ? refusal.problems : [{ field: '', message: sentenceOf(refusal) }];
      return showConfirm(c, { values: { ...act, ...decisionValues(form, page) }, problems });
    }),
  );
  return app;
}

const load = (c: Context<AppEnv>, id: string): Promise<ConfirmPage | null> => {
  const viewer = viewerIn(c);
  return inTown(c.get('deps').sql, viewer.town.id, (tx) => loadConfirmPage(tx, viewer, id));
};

async function showConfirm(c: Context<AppEnv>, typed: Typed | null): Promise<Response> {
  const id = idAsked(c, 'draft');
  const page = id === null ? null : await load(c, id);
  if (page === null) return refuse(c, { code: 'not-found' });
  if (page.draft.state === 'confirmed') return c.redirect(`/piano?anno=${page.draft.year}`, 303);
  if (page.draft.state === 'discarded') return c.redirect('/importa', 303);
  const view = <ConfirmView frame={frameOf(c)} viewer={viewerIn(c)} page={page} typed={typed} />;
  return render(c, view, typed === null ? 200 : 422);
}

const actIn = (form: Form): ActAsked =>
  Object.fromEntries(
    ACT_FIELDS.map((field) => [field, form.text(field).slice(0, 10_000)]),
  ) as unknown as ActAsked;

function decisionsIn(form: Form, page: ConfirmPage): DecisionsAsked {
  const owners = page.sectors.map(({ id }) => {
    const person = form.text(`person-${id}`);
    return [id, { role: form.text(`owner-${id}`), ...(person === '' ? {} : { person }) }] as const;
  });
  const days = (field: 'external' | 'done', keys: readonly string[]): Record<string, string> =>
    Object.fromEntries(keys.map((key) => [key, form.text(`${field}-${key}`)]));
  return {
    owners: Object.fromEntries(owners),
    leads: Object.fromEntries(page.shared.map(({ id }) => [id, form.text(`lead-${id}`)])),
    external: days('external', keysOf(page.external)),
    done: days('done', keysOf(page.beforeStart)),
  };
}

const keysOf = (terms: ConfirmPage['external']): readonly string[] => terms.map(({ key }) => key);

function decisionValues(form: Form, page: ConfirmPage): Record<string, string> {
  const names = [
    ...page.sectors.flatMap(({ id }) => [`owner-${id}`, `person-${id}`]),
    ...page.shared.map(({ id }) => `lead-${id}`),
    ...keysOf(page.external).map((key) => `external-${key}`),
    ...keysOf(page.beforeStart).map((key) => `done-${key}`),
  ];
  return Object.fromEntries(names.map((name) => [name, form.text(name)]));
}
