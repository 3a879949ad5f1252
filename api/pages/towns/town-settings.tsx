/** *Impostazioni dell'ente*: its name, its words, the hour of its mails; the way to every other setting. */
import { type Context, Hono } from 'hono';
import { lastTestMail } from '../../../store/notices/test-mails.js';
import type { AppEnv } from '../../app-env.js';
import {
  keepSettings,
  SETTINGS_FIELDS,
  settingsSeen,
  valuesOfSettings,
} from '../../commands/towns/town-settings.js';
import { accountIn } from '../../entered-account.js';
import { allow, viewerIn } from '../../gate.js';
import { refuse } from '../../refuse.js';
import { actingRole } from '../../rights.js';
import { askTestMailTo } from '../../test-mail.js';
import type { Typed } from '../../views/fields.js';
import { withFlash } from '../../views/page/flash.js';
import { frameOf } from '../../views/page/frame.js';
import { TownSettingsView } from '../../views/town/town-settings.js';
import { commanderOf, withForm } from '../form.js';
import { typedIn } from '../people/person.js';
import { render } from '../render.js';

const PLACE = '/impostazioni';

export function townSettingsPages(): Hono<AppEnv> {
  const app = new Hono<AppEnv>();

  app.get(PLACE, allow('settings.read'), (c) => show(c, null));

  app.post(PLACE, allow('settings.change'), (c) =>
    withForm(c, async (form) => {
      const values = Object.fromEntries(
        SETTINGS_FIELDS.map((field) => [field, form.text(field).slice(0, 600)]),
      );
      const outcome = await keepSettings(commanderOf(c, form), { values, seen: form.text('visto') });
      if (outcome.ok) return c.redirect(withFlash(PLACE, 'impostazioni'), 303);
      if (outcome.refusal.code !== 'invalid') return refuse(c, outcome.refusal);
      return show(c, typedIn(form, SETTINGS_FIELDS, outcome));
    }),
  );

  app.post(`${PLACE}/prova-posta`, allow('settings.change'), (c) =>
    withForm(c, async () => {
      const no = await askTestMailTo(c, await accountIn(c));
      return no === null ? c.redirect(PLACE, 303) : refuse(c, no);
    }),
  );
  return app;
}

/** `typed`: `null` for the settings in force. */
async function show(c: Context<AppEnv>, typed: Typed | null): Promise<Response> {
  const { town, roles } = viewerIn(c);
  const account = await accountIn(c);
  const last = account === null ? null : await lastTestMail(c.get('deps').sql, account.account);
  const view = (
    <TownSettingsView
      frame={{ ...frameOf(c), returnTo: PLACE }}
      viewer={viewerIn(c)}
      typed={typed ?? { values: valuesOfSettings(town), problems: [] }}
      seen={settingsSeen(town)}
      mayChange={actingRole(roles, 'settings.change', []) !== null}
      test={account?.email == null ? null : { account, last }}
    />
  );
  return render(c, view, typed === null ? 200 : 422);
}
