/** *Chiusure degli uffici*: asked for by GET, which changes nothing and shows the effect; saved by POST. */
import { type Context, Hono } from 'hono';
import { inTown } from '../../../store/in-town.js';
import type { AppEnv } from '../../app-env.js';
import { closuresSeen, keepClosures } from '../../commands/towns/change-closures.js';
import {
  type ClosureValues,
  closureValues,
  readClosures,
  rowsIn,
  valuesOfClosures,
} from '../../commands/towns/closures-asked.js';
import { allow, viewerIn } from '../../gate.js';
import { type ClosuresSpan, closuresEffect } from '../../queries/closures-effect.js';
import { loadRehearsal } from '../../queries/rehearsal.js';
import type { FieldProblem } from '../../refusals.js';
import { refuse } from '../../refuse.js';
import { actingRole } from '../../rights.js';
import { withFlash } from '../../views/page/flash.js';
import { frameOf } from '../../views/page/frame.js';
import { ClosuresView } from '../../views/town/closures.js';
import { commanderOf, withForm } from '../form.js';
import { render } from '../render.js';

const PLACE = '/prova-generale/chiusure';

export function closurePages(): Hono<AppEnv> {
  const app = new Hono<AppEnv>();

  app.get(PLACE, allow('closures.read'), (c) =>
    c.req.query('prova') === 'si'
      ? show(
          c,
          closureValues((name) => c.req.query(name) ?? ''),
          [],
        )
      : show(c, null, []),
  );

  app.post(PLACE, allow('closures.change'), (c) =>
    withForm(c, async (form) => {
      const values = closureValues((name) => form.text(name));
      const read = readClosures(values, viewerIn(c).today);
      if (!read.ok) return show(c, values, read.problems);
      const asked = { closures: read.closures, seen: form.text('visto') };
      const outcome = await keepClosures(commanderOf(c, form), asked, read.fields);
      if (outcome.ok) return c.redirect(withFlash(PLACE, 'chiusure'), 303);
      if (outcome.refusal.code !== 'invalid') return refuse(c, outcome.refusal);
      return show(c, values, outcome.refusal.problems);
    }),
  );
  return app;
}

/** `asked`: `null` for the closures in force. */
async function show(
  c: Context<AppEnv>,
  asked: ClosureValues | null,
  refused: readonly FieldProblem[],
): Promise<Response> {
  const { sql, now } = c.get('deps');
  const viewer = viewerIn(c);
  const loaded = await inTown(sql, viewer.town.id, (tx) => loadRehearsal(tx, now(), null));
  if (!loaded.ok) return refuse(c, loaded.refusal);
  const { rehearsal } = loaded;
  const inForce = rehearsal.facts.town.closures;
  const span: ClosuresSpan = c.req.query('periodo') === 'anno' ? 'anno' : 'mesi';
  const read = asked === null ? null : readClosures(asked, viewer.today);
  const problems = read?.ok === false ? read.problems : refused;
  const values = asked ?? valuesOfClosures(inForce);
  const view = (
    <ClosuresView
      frame={{ ...frameOf(c), returnTo: PLACE }}
      viewer={viewer}
      rehearsal={rehearsal}
      rows={{ yearly: rowsIn(values, 'yearly'), periods: rowsIn(values, 'periods') }}
      typed={{ values: { ...values, periodo: span }, problems }}
      effect={read?.ok ? closuresEffect(rehearsal, read.closures, span) : null}
      seen={closuresSeen(inForce)}
      mayChange={actingRole(viewer.roles, 'closures.change', []) !== null}
    />
  );
  return render(c, view, problems.length > 0 ? 422 : 200);
}
