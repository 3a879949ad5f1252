/** *Un giorno passato*: the prova generale backwards. */
import { Hono } from 'hono';
import { inTown } from '../../../store/in-town.js';
import type { AppEnv } from '../../app-env.js';
import { allow, viewerIn } from '../../gate.js';
import { firstPastDay, loadPastDay, readPastDay } from '../../queries/past-day.js';
import { frameOf } from '../../views/page/frame.js';
import { PastDayView } from '../../views/rehearsal/past-day.js';
import { render } from '../render.js';

export function pastDayPages(): Hono<AppEnv> {
  const app = new Hono<AppEnv>();

  app.get('/prova-generale/giorno', allow('day.read'), async (c) => {
    const viewer = viewerIn(c);
    const { town, today } = viewer;
    const asked = (c.req.query('del') ?? '').slice(0, 20);
    const { first, read, past } = await inTown(c.get('deps').sql, town.id, async (tx) => {
      const days = { first: await firstPastDay(tx, today), today };
      const read = readPastDay(asked, town, days, 'del');
      return { ...days, read, past: read.ok ? await loadPastDay(tx, town, read.day, today) : null };
    });
    const typed = { values: { del: past?.day ?? asked }, problems: read.ok ? [] : read.problems };
    const frame = frameOf(c);
    const view = (
      <PastDayView
        frame={past === null ? frame : { ...frame, returnTo: '/prova-generale/giorno' }}
        viewer={viewer}
        past={past}
        first={first}
        typed={typed}
      />
    );
    return render(c, view, past === null ? 422 : 200);
  });
  return app;
}
