/** *Obiettivi*: the plan's objectives by sector, and the page of one. */
import { type Context, Hono } from 'hono';
import { italianPoints } from '../../../mail/italian-numbers.js';
import { cycleSectors, listCycles } from '../../../store/cycle/cycles.js';
import { readInTown } from '../../../store/in-town.js';
import { listObjectives, type ObjectiveSummary } from '../../../store/plan/objectives.js';
import type { AppEnv } from '../../app-env.js';
import { changeLead } from '../../commands/variation/change-lead.js';
import { allow, viewerIn } from '../../gate.js';
import { cycleShown } from '../../queries/cycle-shown.js';
import { loadObjectivePage } from '../../queries/objective-page.js';
import { refuse } from '../../refuse.js';
import { isId } from '../../session.js';
import type { Typed } from '../../views/fields.js';
import { EACH_FOR_ITSELF } from '../../views/obligations/lead-form.js';
import { ObjectiveListView } from '../../views/obligations/objective-list.js';
import { ObjectivePageView } from '../../views/obligations/objective-page.js';
import { withFlash } from '../../views/page/flash.js';
import { frameOf } from '../../views/page/frame.js';
import { csvFile } from '../csv.js';
import { commanderOf, withForm } from '../form.js';
import { longText } from '../long-text.js';
import { idAsked, searchAsked, yearAsked } from '../query.js';
import { render } from '../render.js';

export function objectivePages(): Hono<AppEnv> {
  const app = new Hono<AppEnv>();

  app.get('/obiettivi', allow('objectives.read'), async (c) => {
    const viewer = viewerIn(c);
    const page = await loadAsked(c);
    const typed = {
      cerca: searchAsked(c),
      settore: c.req.query('settore') ?? '',
      anno: String(page.year ?? ''),
    };
    return render(c, <ObjectiveListView frame={frameOf(c)} viewer={viewer} typed={typed} {...page} />);
  });

  app.get('/obiettivi.csv', allow('objectives.read'), async (c) => {
    const viewer = viewerIn(c);
    const { objectives } = await loadAsked(c);
    return csvFile(c, `obiettivi-${viewer.town.slug}-${viewer.today}`, TITLES, objectives.flatMap(rowsOf));
  });

  app.get('/obiettivi/:id', allow('objectives.read'), (c) => showObjective(c, null));

  app.post('/obiettivi/:id/capofila', allow('lead.change'), (c) =>
    withForm(c, async (form) => {
      const objective = idAsked(c, 'id');
      if (objective === null) return refuse(c, { code: 'not-found' });
      const typed = { sector: form.text('sector'), reason: longText(form, 'reason') };
      const sector = typed.sector === EACH_FOR_ITSELF ? '' : typed.sector;
      const asked = { objective, sector, reason: typed.reason };
      const outcome = await changeLead(commanderOf(c, form), asked);
      if (outcome.ok) return c.redirect(withFlash(`/obiettivi/${objective}`, 'capofila'), 303);
      if (outcome.refusal.code !== 'invalid') return refuse(c, outcome.refusal);
      return showObjective(c, { values: typed, problems: outcome.refusal.problems });
    }),
  );
  return app;
}

/** `lead`: what was typed to change the lead sector, and refused. */
async function showObjective(c: Context<AppEnv>, lead: Typed | null): Promise<Response> {
  const viewer = viewerIn(c);
  const id = idAsked(c, 'id');
  const page =
    id === null
      ? null
      : await readInTown(c.get('deps').sql, viewer.town.id, (tx) => loadObjectivePage(tx, viewer, id));
  if (page === null) return refuse(c, { code: 'not-found' });
  const view = <ObjectivePageView frame={frameOf(c)} viewer={viewer} page={page} lead={lead} />;
  return render(c, view, lead === null ? 200 : 422);
}

const TITLES: readonly string[] = ['Anno', 'Settore', 'Numero', 'Obiettivo', 'Di struttura', 'Peso'];

/** One row for each sector that has the objective. */
const rowsOf = ({ year, number, title, shared, sectors }: ObjectiveSummary): readonly (readonly string[])[] =>
  sectors.map(({ name, weight }) => [
    String(year),
    name,
    number ?? '',
    title,
    shared ? 'sì' : 'no',
    weight === null ? '' : italianPoints(weight),
  ]);

/** The objectives of the year, sector and words that the address asks for. */
async function loadAsked(c: Context<AppEnv>) {
  const viewer = viewerIn(c);
  const search = searchAsked(c);
  const sector = c.req.query('settore') ?? '';
  return readInTown(c.get('deps').sql, viewer.town.id, async (tx) => {
    const cycles = (await listCycles(tx)).filter((one) => one.approvedOn !== null);
    const cycle = cycleShown(cycles, yearAsked(c), viewer.today);
    const years = cycles.map((one) => one.year);
    if (cycle === null) return { year: null, years, sectors: [], objectives: [] };
    const [sectors, objectives] = await Promise.all([
      cycleSectors(tx, cycle.id),
      listObjectives(tx, {
        year: cycle.year,
        ...(search === '' ? {} : { search }),
        ...(isId(sector) ? { sector } : {}),
      }),
    ]);
    return { year: cycle.year, years, sectors, objectives };
  });
}
