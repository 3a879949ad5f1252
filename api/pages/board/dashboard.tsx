/** *Cruscotto*: what is late, who is silent, what goes out next; and *Invia ora*. */
import { Hono } from 'hono';
import { readInTown } from '../../../store/in-town.js';
import type { AppEnv } from '../../app-env.js';
import { askRoundNow } from '../../commands/review/ask-round.js';
import { allow, viewerIn } from '../../gate.js';
import { loadDashboard } from '../../queries/dashboard.js';
import { refuse } from '../../refuse.js';
import { actingRole } from '../../rights.js';
import { DashboardView } from '../../views/board/dashboard.js';
import { withFlash } from '../../views/page/flash.js';
import { frameOf } from '../../views/page/frame.js';
import { commanderOf, withForm } from '../form.js';
import { yearAsked } from '../query.js';
import { render } from '../render.js';

export function dashboardPages(): Hono<AppEnv> {
  const app = new Hono<AppEnv>();

  app.get('/cruscotto', allow('dashboard.read'), async (c) => {
    const { sql, now } = c.get('deps');
    const viewer = viewerIn(c);
    const board = await readInTown(sql, viewer.town.id, (tx) => loadDashboard(tx, now(), yearAsked(c)));
    const may = {
      askRound: actingRole(viewer.roles, 'round.ask', []) !== null,
      setDate: actingRole(viewer.roles, 'obligation.set-date', []) !== null,
      importPlan: actingRole(viewer.roles, 'plan.import', []) !== null,
    };
    return render(c, <DashboardView frame={frameOf(c)} viewer={viewer} board={board} may={may} />);
  });

  app.post('/cruscotto/invia-ora', allow('round.ask'), (c) =>
    withForm(c, async (form) => {
      const outcome = await askRoundNow(commanderOf(c, form));
      return outcome.ok ? c.redirect(withFlash('/cruscotto', 'invio'), 303) : refuse(c, outcome.refusal);
    }),
  );
  return app;
}
