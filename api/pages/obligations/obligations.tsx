/** *Tutte le scadenze* and *Le mie scadenze*: lists with search, filters and CSV. */
import { Hono } from 'hono';
import type { CivilDate } from '../../../domain/time/civil-date.js';
import { cycleSectors, listCycles } from '../../../store/cycle/cycles.js';
import { readInTown, type Tx } from '../../../store/in-town.js';
import type { AppEnv } from '../../app-env.js';
import { allow, viewerIn } from '../../gate.js';
import { cycleShown } from '../../queries/cycle-shown.js';
import { loadObligationList } from '../../queries/obligation-list.js';
import { MyDeadlinesView } from '../../views/board/my-deadlines.js';
import { ObligationListView } from '../../views/obligations/obligation-list.js';
import { frameOf, townWords } from '../../views/page/frame.js';
import { csvFile } from '../csv.js';
import { listAsked } from '../query.js';
import { render } from '../render.js';
import { OBLIGATION_TITLES, obligationRow } from './obligation-csv.js';

export function obligationPages(): Hono<AppEnv> {
  const app = new Hono<AppEnv>();

  app.get('/scadenze', allow('obligations.read'), async (c) => {
    const viewer = viewerIn(c);
    const asked = listAsked(c);
    const page = await readInTown(c.get('deps').sql, viewer.town.id, async (tx) => {
      const [views, choices] = await Promise.all([
        loadObligationList(tx, viewer, asked),
        choicesOf(tx, asked.year, viewer.today),
      ]);
      return { views, ...choices };
    });
    const typed = {
      anno: String(asked.year ?? ''),
      settore: asked.sector ?? '',
      stato: c.req.query('stato') ?? '',
      cerca: asked.search ?? '',
    };
    return render(c, <ObligationListView frame={frameOf(c)} viewer={viewer} typed={typed} {...page} />);
  });

  app.get('/scadenze.csv', allow('obligations.read'), async (c) => {
    const viewer = viewerIn(c);
    const asked = listAsked(c);
    const views = await readInTown(c.get('deps').sql, viewer.town.id, (tx) =>
      loadObligationList(tx, viewer, asked),
    );
    const rows = views.map((view) => obligationRow(view, townWords(viewer.town), viewer.town.clock.zone));
    return csvFile(c, `scadenze-${viewer.town.slug}-${viewer.today}`, OBLIGATION_TITLES, rows);
  });

  app.get('/le-mie-scadenze', allow('deadlines.read'), async (c) => {
    const viewer = viewerIn(c);
    const views = await readInTown(c.get('deps').sql, viewer.town.id, (tx) =>
      loadObligationList(tx, viewer, { mine: true }),
    );
    return render(
      c,
      <MyDeadlinesView
        frame={frameOf(c)}
        viewer={viewer}
        views={views}
        all={c.req.query('vista') === 'tutte'}
      />,
    );
  });
  return app;
}

/** What the filters offer: years, and the sectors of the year that is looked at. */
async function choicesOf(
  tx: Tx,
  year: number | undefined,
  today: CivilDate,
): Promise<{ years: readonly number[]; sectors: readonly { readonly id: string; readonly name: string }[] }> {
  const cycles = (await listCycles(tx)).filter((one) => one.approvedOn !== null);
  const cycle = cycleShown(cycles, year ?? null, today);
  return {
    years: cycles.map((one) => one.year),
    sectors: cycle === null ? [] : await cycleSectors(tx, cycle.id),
  };
}
