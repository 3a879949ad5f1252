/** *Installazione*: towns by name and size, a test mail to oneself. For who runs the installation. */
import { Hono } from 'hono';
import { lastTestMail } from '../../../store/notices/test-mails.js';
import { townSizes } from '../../../store/people/administrators.js';
import { listTownSetups } from '../../../store/towns/town-setups.js';
import type { AppEnv } from '../../app-env.js';
import { allow, enteredIn } from '../../gate.js';
import { refuse } from '../../refuse.js';
import { askTestMailTo } from '../../test-mail.js';
import { InstallationView } from '../../views/installation/towns.js';
import { frameOf } from '../../views/page/frame.js';
import { withAccountForm } from '../form.js';
import { render } from '../render.js';

export function installationPages(): Hono<AppEnv> {
  const app = new Hono<AppEnv>();

  app.get('/installazione', allow('installation.read'), async (c) => {
    const { sql } = c.get('deps');
    const account = enteredIn(c);
    const [towns, setups, lastTest] = await Promise.all([
      townSizes(sql, account.account),
      listTownSetups(sql, account.account),
      lastTestMail(sql, account.account),
    ]);
    const page = { frame: frameOf(c), account, towns, setups, lastTest };
    return render(c, <InstallationView {...page} />);
  });

  app.post('/installazione/prova-posta', allow('installation.change'), (c) =>
    withAccountForm(c, async () => {
      const no = await askTestMailTo(c, enteredIn(c));
      return no === null ? c.redirect('/installazione', 303) : refuse(c, no);
    }),
  );
  return app;
}
