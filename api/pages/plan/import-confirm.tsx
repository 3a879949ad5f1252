/** The second step of an import: what confirming does, what it asks, the act. */
import { type Context, Hono } from 'hono';
import { inTown } from '../../../store/in-town.js';
import type { AppEnv } from '../../app-env.js';
import type { DecisionsAsked } from '../../commands/plan/confirm-decisions.js';
import { confirmPlan } from '../../commands/plan/import-plan.js';
import { type ChangeAsked, readChange } from '../../commands/variation/variation-asked.js';
import { allow, viewerIn } from '../../gate.js';
import { type ConfirmPage, loadConfirmPage } from '../../queries/confirm-page.js';
import type { VariationAhead } from '../../queries/plan-ahead.js';
import { type VariationPreview, variationPreview } from '../../queries/variation-preview.js';
import { placesOf, refuse } from '../../refuse.js';
import type { Form } from '../../uploads/read-form.js';
import type { Typed } from '../../views/fields.js';
import { ConfirmView } from '../../views/import/import-confirm.js';
import { withFlash } from '../../views/page/flash.js';
import { frameOf } from '../../views/page/frame.js';
import { VariationConfirmView } from '../../views/plan/variation-confirm.js';
import { commanderOf, seenVersion, withForm } from '../form.js';
import { longTexts } from '../long-text.js';
import { idAsked } from '../query.js';
import { render } from '../render.js';

const ACT_FIELDS = [
  ...(['organ', 'number', 'date', 'effectiveFrom', 'subject', 'protocolNumber', 'protocolDate'] as const),
  'note',
] as const;

export function importConfirmPages(): Hono<AppEnv> {
  const app = new Hono<AppEnv>();
  app.get('/importa/:draft/conferma', allow('plan.import'), (c) => showConfirm(c, null));
  app.post('/importa/:draft/conferma', allow('plan.import'), (c) =>
    withForm(c, async (form) => {
      const draft = idAsked(c, 'draft');
      const page = draft === null ? null : await load(c, draft);
      if (draft === null || page === null) return refuse(c, { code: 'not-found' });
      const act = actIn(form);
      if (form.text('poi') === 'anteprima') return showConfirm(c, { values: { ...act }, problems: [] });
      const asked = { draft, act, decisions: decisionsIn(form, page), seen: seenVersion(form) };
      const outcome = await confirmPlan(commanderOf(c, form), asked);
      if (outcome.ok) {
        const { kind, year } = outcome.result;
        if (kind !== 'approval')
          return c.redirect(`/piano/variazioni?anno=${year}&esito=${DONE[kind] ?? ''}`, 303);
        return c.redirect(withFlash('/cruscotto', 'piano'), 303);
      }
      const { refusal } = outcome;
      if (refusal.code === 'not-found' || refusal.code === 'import-closed') return refuse(c, refusal);
      return showConfirm(c, {
        values: { ...act, ...decisionValues(form, page) },
        problems: placesOf(refusal),
      });
    }),
  );
  return app;
}

const DONE: Readonly<Record<string, string>> = { variation: 'variazione', correction: 'correzione' };

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
  if (page.variation !== null) return showVariation(c, page, page.variation, typed);
  const view = <ConfirmView frame={frameOf(c)} viewer={viewerIn(c)} page={page} typed={typed} />;
  return render(c, view, typed === null ? 200 : 422);
}

/** With what was typed, as far as it reads, the marks are those of that act. */
async function showVariation(
  c: Context<AppEnv>,
  page: ConfirmPage,
  ahead: VariationAhead,
  typed: Typed | null,
): Promise<Response> {
  const viewer = viewerIn(c);
  const { kind, cycle } = ahead;
  const context = { kind, today: viewer.today, approvedOn: cycle.approvedOn ?? viewer.today };
  const read = typed === null ? null : readChange(typed.values as unknown as ChangeAsked, context);
  const change = read?.ok ? read.read : null;
  const preview = await variationPreview(c.get('deps'), viewer, { draft: page.draft, ahead, change });
  const told = typed === null || change === null ? typed : withOtherDate(typed, preview);
  const props = { frame: frameOf(c), viewer, page, ahead, preview };
  const view = <VariationConfirmView {...props} typed={told} />;
  return render(c, view, told === null || told.problems.length === 0 ? 200 : 422);
}

const withOtherDate = (typed: Typed, preview: VariationPreview | null): Typed =>
  preview?.hasOtherDate !== true || typed.problems.length > 0
    ? typed
    : { ...typed, problems: [{ field: 'number', message: OTHER_DATE }] };
const OTHER_DATE = "L'atto con questo numero è già registrato con un'altra data. Controlla numero e data.";

const actIn = (form: Form): ChangeAsked => longTexts(form, ACT_FIELDS) as unknown as ChangeAsked;

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
