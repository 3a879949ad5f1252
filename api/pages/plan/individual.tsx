/** *Obiettivi individuali*: the pages of whoever holds a sector, the Segretario's overview, and one's own. */
import { type Context, Hono } from 'hono';
import { inTown } from '../../../store/in-town.js';
import type { AppEnv } from '../../app-env.js';
import { addCollaborators } from '../../commands/people/collaborators.js';
import { allow, viewerIn } from '../../gate.js';
import {
  loadIndividualPage,
  loadMine,
  loadPersonSheet,
  type PersonSheet,
} from '../../queries/individual-page.js';
import { refuse } from '../../refuse.js';
import { isId } from '../../session.js';
import type { Typed } from '../../views/fields.js';
import { INDIVIDUAL_PLACE, IndividualPageView } from '../../views/individual/individual-page.js';
import { IndividualPrintView, MyObjectivesView } from '../../views/individual/individual-print.js';
import { IndividualSheetView, type SheetProps } from '../../views/individual/individual-sheet.js';
import { withFlash } from '../../views/page/flash.js';
import { frameOf } from '../../views/page/frame.js';
import { csvFile } from '../csv.js';
import { commanderOf, withForm } from '../form.js';
import { typedIn } from '../people/person.js';
import { idAsked, yearAsked } from '../query.js';
import { render } from '../render.js';
import { INDIVIDUAL_TITLES, individualRows } from './individual-csv.js';

export function individualPages(): Hono<AppEnv> {
  const app = new Hono<AppEnv>();

  app.get(INDIVIDUAL_PLACE, allow('individual.read'), (c) => showSectors(c, null));

  app.get(`${INDIVIDUAL_PLACE}.csv`, allow('individual.read'), async (c) => {
    const page = await load(c);
    if (page === null) return refuse(c, { code: 'not-allowed' });
    return csvFile(c, `obiettivi-individuali-${page.year}`, INDIVIDUAL_TITLES, individualRows(page));
  });

  app.post(`${INDIVIDUAL_PLACE}/collaboratori`, allow('individual.write'), (c) =>
    withForm(c, async (form) => {
      const sector = form.text('settore');
      if (!isId(sector)) return refuse(c, { code: 'not-found' });
      const outcome = await addCollaborators(commanderOf(c, form), {
        ...{ sector, list: form.text('list').slice(0, 50_000), from: form.text('from').slice(0, 50) },
      });
      if (outcome.ok) return c.redirect(withFlash(INDIVIDUAL_PLACE, 'collaboratori'), 303);
      if (outcome.refusal.code !== 'invalid') return refuse(c, outcome.refusal);
      return showSectors(c, { sector, typed: typedIn(form, ['list', 'from'], outcome) });
    }),
  );

  app.get(`${INDIVIDUAL_PLACE}/:id`, allow('individual.read'), (c) => showSheet(c, null));

  app.get(`${INDIVIDUAL_PLACE}/:id/scheda`, allow('individual.read'), async (c) => {
    const sheet = await sheetOf(c);
    if (typeof sheet === 'string') return refuse(c, { code: sheet });
    return render(c, <IndividualPrintView frame={frameOf(c)} viewer={viewerIn(c)} sheet={sheet} />);
  });

  app.get('/i-miei-obiettivi', allow('individual.mine'), async (c) => {
    const viewer = viewerIn(c);
    const objectives = await inTown(c.get('deps').sql, viewer.town.id, (tx) => loadMine(tx, viewer));
    return render(c, <MyObjectivesView frame={frameOf(c)} objectives={objectives} />);
  });
  return app;
}

const load = (c: Context<AppEnv>) =>
  inTown(c.get('deps').sql, viewerIn(c).town.id, (tx) => loadIndividualPage(tx, viewerIn(c), yearAsked(c)));

async function showSectors(
  c: Context<AppEnv>,
  refused: { readonly sector: string; readonly typed: Typed } | null,
): Promise<Response> {
  const page = await load(c);
  if (page === null) return refuse(c, { code: 'not-allowed' });
  const asked = refused?.sector ?? c.req.query('settore') ?? '';
  const sector = page.sectors.some(({ id }) => id === asked) ? asked : null;
  const view = (
    <IndividualPageView
      frame={{ ...frameOf(c), returnTo: INDIVIDUAL_PLACE }}
      viewer={viewerIn(c)}
      {...{ page, sector, refused }}
    />
  );
  return render(c, view, refused === null ? 200 : 422);
}

async function sheetOf(
  c: Context<AppEnv>,
  of: { readonly collaborator: string; readonly year: number | null } | null = null,
): Promise<PersonSheet | 'not-found' | 'not-allowed'> {
  const collaborator = of?.collaborator ?? idAsked(c, 'id');
  if (collaborator === null) return 'not-found';
  const asked = { collaborator, year: of === null ? yearAsked(c) : of.year };
  const viewer = viewerIn(c);
  const sheet = await inTown(c.get('deps').sql, viewer.town.id, (tx) => loadPersonSheet(tx, viewer, asked));
  return sheet === 'unknown' ? 'not-found' : sheet;
}

/** A collaborator's page; `of`: another than the address says. */
export async function showSheet(
  c: Context<AppEnv>,
  refused: SheetProps['refused'],
  of: { readonly collaborator: string; readonly year: number | null } | null = null,
): Promise<Response> {
  const sheet = await sheetOf(c, of);
  if (typeof sheet === 'string') return refuse(c, { code: sheet });
  const frame = { ...frameOf(c), returnTo: `${INDIVIDUAL_PLACE}/${sheet.collaborator.id}` };
  const view = <IndividualSheetView frame={frame} viewer={viewerIn(c)} sheet={sheet} refused={refused} />;
  return render(c, view, refused === null ? 200 : 422);
}
