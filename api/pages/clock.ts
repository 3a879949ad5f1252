/** The demo's clock bar: where each button leads, by the town's own calendar. */
import { Hono } from 'hono';
import { addDays, addMonths, type CivilDate, mondayOf } from '../../domain/time/civil-date.js';
import type { Instant } from '../../domain/time/instant.js';
import { instantAt } from '../../domain/time/zone.js';
import type { AppEnv } from '../app-env.js';
import { allow, viewerIn } from '../gate.js';
import { refuse } from '../refuse.js';
import type { Viewer } from '../viewer.js';
import type { Step } from '../views/page/clock-bar.js';
import { withClockMoved } from '../views/page/flash.js';
import { pathOr, withForm } from './form.js';

/** The morning's round has happened by then, the alert of 15:00 has not. */
const ARRIVAL_MINUTE = 9 * 60 + 30;

const DAYS: Readonly<Record<Step, (today: CivilDate) => CivilDate>> = {
  giorno: (today) => addDays(today, 1),
  lunedi: (today) => addDays(mondayOf(today), 7),
  mese: (today) => addMonths(today, 1),
};

const isStep = (text: string): text is Step => Object.hasOwn(DAYS, text);

/** The day and the moment (town time) that a step leads to. */
export function arrival(viewer: Viewer, step: Step): { readonly day: CivilDate; readonly at: Instant } {
  const day = DAYS[step](viewer.today);
  return { day, at: instantAt(day, ARRIVAL_MINUTE, viewer.town.clock.zone) };
}

/** What is not done yet, for people: a workflow's id says only of which kind it is. `mails`: how many have not left. */
export function workInWords(workflow: string, mails: number): string {
  if (mails > 0) return mails === 1 ? 'la partenza di un messaggio' : `la partenza di ${mails} messaggi`;
  if (workflow.endsWith('/r')) return "l'invio degli avvisi";
  return workflow.includes('/o/') ? 'la registrazione di un obiettivo' : "l'apertura del ciclo";
}

export function clockPages(): Hono<AppEnv> {
  const app = new Hono<AppEnv>();
  app.post('/orologio', allow('clock.move'), (c) =>
    withForm(c, async (form) => {
      const { demo } = c.get('deps');
      const viewer = viewerIn(c);
      const step = form.text('passo');
      if (demo === null || !isStep(step)) return refuse(c, { code: 'not-found' });
      const { day, at } = arrival(viewer, step);
      const moved = await demo.moveClock(viewer.town.id, at);
      if (!moved.ok)
        return refuse(c, { code: 'clock-waits', waitingFor: workInWords(moved.waitingFor, moved.mails) });
      return c.redirect(withClockMoved(pathOr(form.text('poi'), '/'), day), 303);
    }),
  );
  return app;
}
