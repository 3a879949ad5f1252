/** *Un giorno passato*: the prova generale backwards. */
import { Hono } from 'hono';
import { type CivilDate, parseCivilDate } from '../../domain/time/civil-date.js';
import { workingCalendar } from '../../domain/time/working-calendar.js';
import { inTown } from '../../store/in-town.js';
import type { AppEnv } from '../app-env.js';
import { allow, viewerIn } from '../gate.js';
import { loadPastDay } from '../queries/past-day.js';
import type { FieldProblem } from '../refusals.js';
import { frameOf } from '../views/frame.js';
import { PastDayView } from '../views/past-day.js';
import { render } from './render.js';

/** Before it there is nothing to look at, and no calendar of public holidays to look at it by. */
const FIRST_DAY = '1990-01-01';

export function pastDayPages(): Hono<AppEnv> {
  const app = new Hono<AppEnv>();

  app.get('/prova-generale/giorno', allow('day.read'), async (c) => {
    const viewer = viewerIn(c);
    const { town, today } = viewer;
    const asked = (c.req.query('del') ?? '').slice(0, 20);
    const day = asked === '' ? workingCalendar(town.closures).before(today, 1) : parseCivilDate(asked);
    const problems = problemsOf(asked, day, today);
    const past =
      day === null || problems.length > 0
        ? null
        : await inTown(c.get('deps').sql, town.id, (tx) => loadPastDay(tx, town, day, today));
    const typed = { values: { del: past?.day ?? asked }, problems };
    const frame = frameOf(c);
    const view = (
      <PastDayView
        frame={past === null ? frame : { ...frame, returnTo: '/prova-generale/giorno' }}
        viewer={viewer}
        past={past}
        typed={typed}
      />
    );
    return render(c, view, past === null ? 422 : 200);
  });
  return app;
}

function problemsOf(asked: string, day: CivilDate | null, today: CivilDate): readonly FieldProblem[] {
  if (day === null) return [{ field: 'del', message: `«${asked}» non è un giorno del calendario.` }];
  if (day > today) {
    const message = "Il giorno deve ancora venire: per i giorni a venire c'è la prova generale.";
    return [{ field: 'del', message }];
  }
  return day < FIRST_DAY ? [{ field: 'del', message: "Il giorno è troppo lontano: controlla l'anno." }] : [];
}
