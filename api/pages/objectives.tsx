/** *Obiettivi*: the plan's objectives by sector, and the page of one. */
import { Hono } from 'hono';
import { cycleSectors, listCycles } from '../../store/cycles.js';
import { inTown } from '../../store/in-town.js';
import { listObjectives } from '../../store/objectives.js';
import type { AppEnv } from '../app-env.js';
import { allow, viewerIn } from '../gate.js';
import { loadObjectivePage } from '../queries/objective-page.js';
import { refuse } from '../refuse.js';
import { isId } from '../session.js';
import { frameOf } from '../views/frame.js';
import { ObjectiveListView } from '../views/objective-list.js';
import { ObjectivePageView } from '../views/objective-page.js';
import { idAsked, searchAsked, yearAsked } from './query.js';
import { render } from './render.js';

export function objectivePages(): Hono<AppEnv> {
  const app = new Hono<AppEnv>();

  app.get('/obiettivi', allow('objectives.read'), async (c) => {
    const viewer = viewerIn(c);
    const search = searchAsked(c);
    const sector = c.req.query('settore') ?? '';
    const page = await inTown(c.get('deps').sql, viewer.town.id, async (tx) => {
      const cycles = (await listCycles(tx)).filter((one) => one.approvedOn !== null);
      const cycle = cycles.find((one) => one.year === yearAsked(c)) ?? cycles[0];
      const years = cycles.map((one) => one.year);
      if (cycle === undefined) return { year: null, years, sectors: [], objectives: [] };
      const objectives = await listObjectives(tx, {
        year: cycle.year,
        ...(search === '' ? {} : { search }),
        ...(isId(sector) ? { sector } : {}),
      });
      return { year: cycle.year, years, sectors: await cycleSectors(tx, cycle.id), objectives };
    });
    const typed = { cerca: search, settore: sector, anno: String(page.year ?? '') };
    return render(c, <ObjectiveListView frame={frameOf(c)} viewer={viewer} typed={typed} {...page} />);
  });

  app.get('/obiettivi/:id', allow('objectives.read'), async (c) => {
    const viewer = viewerIn(c);
    const id = idAsked(c, 'id');
    const page =
      id === null
        ? null
        : await inTown(c.get('deps').sql, viewer.town.id, (tx) => loadObjectivePage(tx, viewer, id));
    if (page === null) return refuse(c, { code: 'not-found' });
    return render(c, <ObjectivePageView frame={frameOf(c)} viewer={viewer} page={page} />);
  });
  return app;
}
