/** The codes of shared mailboxes, set by the Segretario, and an end to links that went astray. */
import { type Context, Hono } from 'hono';
import { inTown } from '../../../store/in-town.js';
import type { AppEnv } from '../../app-env.js';
import { revokeLinks } from '../../commands/obligations/revoke-links.js';
import { keepRoleCode } from '../../commands/people/role-code.js';
import { allow, viewerIn } from '../../gate.js';
import { findRoleCode, loadRoleCodes } from '../../queries/role-codes.js';
import { refuse } from '../../refuse.js';
import type { Typed } from '../../views/fields.js';
import { withFlash } from '../../views/page/flash.js';
import { frameOf } from '../../views/page/frame.js';
import { RoleCodesView } from '../../views/people/role-codes.js';
import { commanderOf, withForm } from '../form.js';
import { render } from '../render.js';

export function roleCodePages(): Hono<AppEnv> {
  const app = new Hono<AppEnv>();

  app.get('/codici', allow('people.read'), (c) => showCodes(c, null));

  app.post('/codici', allow('people.change'), (c) =>
    withForm(c, async (form) => {
      const wanted = form.text('ruolo');
      const viewer = viewerIn(c);
      const found = await inTown(c.get('deps').sql, viewer.town.id, (tx) =>
        findRoleCode(tx, viewer.today, wanted),
      );
      if (found === null) return refuse(c, { code: 'not-found' });
      const code = form.text('togli') === 'si' ? '' : form.text('code').trim() || ' ';
      const outcome = await keepRoleCode(commanderOf(c, form), { role: found.role, code });
      if (outcome.ok) return c.redirect(withFlash('/codici', code === '' ? 'senza-codice' : 'codice'), 303);
      if (outcome.refusal.code !== 'invalid') return refuse(c, outcome.refusal);
      return showCodes(c, { role: wanted, typed: { values: {}, problems: outcome.refusal.problems } });
    }),
  );

  app.post('/codici/collegamenti', allow('people.change'), (c) =>
    withForm(c, async (form) => {
      const outcome = await revokeLinks(commanderOf(c, form));
      return outcome.ok ? c.redirect(withFlash('/codici', 'collegamenti'), 303) : refuse(c, outcome.refusal);
    }),
  );
  return app;
}

async function showCodes(
  c: Context<AppEnv>,
  refused: { readonly role: string; readonly typed: Typed } | null,
): Promise<Response> {
  const viewer = viewerIn(c);
  const codes = await inTown(c.get('deps').sql, viewer.town.id, (tx) => loadRoleCodes(tx, viewer.today));
  const view = <RoleCodesView frame={frameOf(c)} viewer={viewer} codes={codes} refused={refused} />;
  return render(c, view, refused === null ? 200 : 422);
}
