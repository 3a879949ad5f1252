/** *Variazione* and *Variazioni*: how a change of the plan in force begins, and the list of those made. */
import { type Context, Hono } from 'hono';
import { inTown } from '../../../store/in-town.js';
import { listDrafts } from '../../../store/plan/import-drafts.js';
import type { AppEnv } from '../../app-env.js';
import { keepLateDay } from '../../commands/plan/late-day.js';
import { openVariation } from '../../commands/variation/open-variation.js';
import { allow, viewerIn } from '../../gate.js';
import { loadVariations, type VariationsPage } from '../../queries/variations.js';
import { refuse } from '../../refuse.js';
import { reachOf } from '../../rights.js';
import { blank, type Typed } from '../../views/fields.js';
import { frameOf } from '../../views/page/frame.js';
import { VariationsView } from '../../views/plan/variation-list.js';
import { VariationStartView } from '../../views/plan/variation-start.js';
import { csvFile } from '../csv.js';
import { commanderOf, withForm } from '../form.js';
import { yearAsked } from '../query.js';
import { render } from '../render.js';
import { measureRows, VARIATION_TITLES, variationRows } from './variation-csv.js';

export function variationPages(): Hono<AppEnv> {
  const app = new Hono<AppEnv>();

  app.get('/piano/variazione', allow('plan.import'), async (c) => {
    const viewer = viewerIn(c);
    const page = await load(c, yearAsked(c));
    if (page === null) return refuse(c, { code: 'not-found' });
    if (!page.isOpen) return refuse(c, { code: 'year-has-no-plan', year: page.year });
    const drafts = await inTown(c.get('deps').sql, viewer.town.id, (tx) => listDrafts(tx, 'draft'));
    const open = drafts.filter(({ changes, year }) => changes !== null && year === page.year);
    const view = <VariationStartView frame={frameOf(c)} viewer={viewer} year={page.year} drafts={open} />;
    return render(c, view);
  });

  app.post('/piano/variazione', allow('plan.import'), (c) =>
    withForm(c, async (form) => {
      const year = /^2\d{3}$/.exec(form.text('anno'))?.[0];
      if (year === undefined) return refuse(c, { code: 'not-found' });
      const kind = form.text('tipo') === 'correction' ? 'correction' : 'variation';
      const outcome = await openVariation(commanderOf(c, form), { year: Number(year), kind });
      if (!outcome.ok) return refuse(c, outcome.refusal);
      return c.redirect(`/importa/${outcome.result.draft}`, 303);
    }),
  );

  app.get('/piano/variazioni', allow('plan.read'), (c) => showList(c, yearAsked(c), null));

  app.get('/piano/variazioni.csv', allow('plan.read'), async (c) => {
    const page = await load(c, yearAsked(c));
    if (page === null) return refuse(c, { code: 'not-found' });
    const name = `variazioni-${viewerIn(c).town.slug}-${page.year}`;
    return csvFile(c, name, VARIATION_TITLES, [
      ...variationRows(page.variations),
      ...measureRows(page.measures, viewerIn(c).town.clock.zone),
    ]);
  });

  app.post('/piano/variazioni/giorno', allow('plan.import'), (c) =>
    withForm(c, async (form) => {
      const values = { giorno: form.text('giorno').trim(), mese: form.text('mese').trim() };
      const whole = (text: string): number => (/^\d{1,2}$/.test(text) ? Number(text) : 0);
      const asked = { month: whole(values.mese), day: whole(values.giorno) };
      const year = /^2\d{3}$/.exec(form.text('anno'))?.[0] ?? '';
      const outcome = await keepLateDay(commanderOf(c, form), asked);
      if (outcome.ok) return c.redirect(`/piano/variazioni?anno=${year}&esito=giorno-tardivo`, 303);
      if (outcome.refusal.code !== 'invalid') return refuse(c, outcome.refusal);
      const problems = outcome.refusal.problems.map(({ field, message }) => ({
        ...{ field: field === 'month' ? 'mese' : 'giorno', message },
      }));
      return showList(c, year === '' ? null : Number(year), { values, problems });
    }),
  );
  return app;
}

const load = (c: Context<AppEnv>, year: number | null): Promise<VariationsPage | null> => {
  const viewer = viewerIn(c);
  return inTown(c.get('deps').sql, viewer.town.id, (tx) => loadVariations(tx, viewer, year));
};

async function showList(c: Context<AppEnv>, year: number | null, typed: Typed | null): Promise<Response> {
  const viewer = viewerIn(c);
  const page = await load(c, year);
  if (page === null) return refuse(c, { code: 'not-found' });
  const { month, day } = viewer.town.settings.variations.lateAfter;
  const view = (
    <VariationsView
      frame={frameOf(c)}
      viewer={viewer}
      page={page}
      mayChange={reachOf(viewer.roles, 'plan.import') !== null}
      typed={typed ?? blank({ giorno: String(day), mese: String(month) })}
    />
  );
  return render(c, view, typed === null ? 200 : 422);
}
