/** *Conservazione dei dati*: how long things are kept, and what went. */
import { type Context, Hono } from 'hono';
import { TOWN_RETENTIONS } from '../../../domain/retention/retention-rules.js';
import { inTown } from '../../../store/in-town.js';
import { periodsOf } from '../../../store/privacy/retention.js';
import { listAudit } from '../../../store/register/audit.js';
import type { AppEnv } from '../../app-env.js';
import { changeRetention, type RetentionAsked } from '../../commands/privacy/change-retention.js';
import { allow, viewerIn } from '../../gate.js';
import { refuse } from '../../refuse.js';
import { blank, type Typed } from '../../views/fields.js';
import { withFlash } from '../../views/page/flash.js';
import { frameOf } from '../../views/page/frame.js';
import { RetentionPageView } from '../../views/register/retention-page.js';
import { commanderOf, withForm } from '../form.js';
import { render } from '../render.js';

export function retentionPages(): Hono<AppEnv> {
  const app = new Hono<AppEnv>();

  app.get('/conservazione', allow('retention.read'), (c) => show(c, null));

  app.post('/conservazione', allow('retention.change'), (c) =>
    withForm(c, async (form) => {
      const values = Object.fromEntries(TOWN_RETENTIONS.map((code) => [code, form.text(code).trim()]));
      const outcome = await changeRetention(commanderOf(c, form), values as RetentionAsked);
      if (outcome.ok) return c.redirect(withFlash('/conservazione', 'conservazione'), 303);
      if (outcome.refusal.code !== 'invalid') return refuse(c, outcome.refusal);
      return show(c, { values, problems: outcome.refusal.problems });
    }),
  );
  return app;
}

const SHOWN = 20;

async function show(c: Context<AppEnv>, typed: Typed | null): Promise<Response> {
  const viewer = viewerIn(c);
  const carriedOut = await inTown(c.get('deps').sql, viewer.town.id, (tx) =>
    listAudit(tx, { action: 'retention.carry-out', atMost: SHOWN }),
  );
  const periods = periodsOf(viewer.town);
  const known = Object.fromEntries(Object.entries(periods).map(([code, count]) => [code, String(count)]));
  const page = { periods, carriedOut, typed: typed ?? blank(known) };
  return render(
    c,
    <RetentionPageView frame={frameOf(c)} viewer={viewer} {...page} />,
    typed === null ? 200 : 422,
  );
}
