/** *E se qualcuno manca?*: the difference of two rehearsals, by GET, recording nothing. */
import { Hono } from 'hono';
import { inTown } from '../../../store/in-town.js';
import type { AppEnv } from '../../app-env.js';
import { allow, viewerIn } from '../../gate.js';
import { absenceEffect } from '../../queries/absence-effect.js';
import { loadRehearsal } from '../../queries/rehearsal.js';
import { refuse } from '../../refuse.js';
import { frameOf } from '../../views/page/frame.js';
import { WhatIfView } from '../../views/rehearsal/what-if.js';
import { render } from '../render.js';

const FIELDS = ['persona', 'dal', 'al', 'sostituto'] as const;

export function whatIfPages(): Hono<AppEnv> {
  const app = new Hono<AppEnv>();

  app.get('/prova-generale/se', allow('rehearsal.read'), async (c) => {
    const { sql, now } = c.get('deps');
    const viewer = viewerIn(c);
    const loaded = await inTown(sql, viewer.town.id, (tx) => loadRehearsal(tx, now(), null));
    if (!loaded.ok) return refuse(c, loaded.refusal);
    const values = Object.fromEntries(FIELDS.map((name) => [name, (c.req.query(name) ?? '').slice(0, 40)]));
    const { persona = '', dal = '', al = '', sostituto = '' } = values;
    const isAsked = FIELDS.some((name) => values[name] !== '');
    const read = isAsked
      ? absenceEffect(loaded.rehearsal, { person: persona, from: dal, until: al, substitute: sostituto })
      : null;
    const view = (
      <WhatIfView
        frame={frameOf(c)}
        viewer={viewer}
        rehearsal={loaded.rehearsal}
        typed={{ values, problems: read?.ok === false ? read.problems : [] }}
        effect={read?.ok ? read.effect : null}
      />
    );
    return render(c, view, read?.ok === false ? 422 : 200);
  });
  return app;
}
