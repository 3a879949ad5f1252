/** What belongs to an account and to no town: as whom it acts, and where it is still entered. */

import type { Context } from 'hono';
import { Hono } from 'hono';
import { deleteCookie, getCookie } from 'hono/cookie';
import { choosePerson, endSession, openSessions, peopleOf } from '../../store/account-sessions.js';
import type { EnteredAccount } from '../account.js';
import type { AppEnv } from '../app-env.js';
import { accountIn } from '../entered-account.js';
import { allow } from '../gate.js';
import { refuse } from '../refuse.js';
import { isId, SESSION_COOKIE, same } from '../session.js';
import { type Form, withFormOf } from '../uploads/read-form.js';
import { viewerOf } from '../viewer.js';
import { ChooseTown, OpenSessions } from '../views/entry/account.js';
import { frameOf } from '../views/page/frame.js';
import { render } from './render.js';

export function accountPages(): Hono<AppEnv> {
  const app = new Hono<AppEnv>();

  app.get('/ente', allow('account.choose'), async (c) => {
    const account = await accountAt(c);
    if (account === null) return refuse(c, { code: 'not-entered' });
    const people = await peopleOf(c.get('deps').sql, account.account);
    return render(c, <ChooseTown frame={frameOf(c)} account={account} people={people} />);
  });

  app.post('/ente', allow('account.choose'), (c) =>
    ofAccount(c, async (account, form) => {
      const as = { town: form.text('ente'), person: form.text('persona') };
      const known =
        isId(as.town) && isId(as.person) && (await choosePerson(c.get('deps').sql, account.id, as));
      return known ? c.redirect('/', 303) : refuse(c, { code: 'not-found' });
    }),
  );

  app.get('/accessi', allow('account.sessions'), async (c) => {
    const account = await accountAt(c);
    if (account === null) return refuse(c, { code: 'not-entered' });
    const { sql, now } = c.get('deps');
    const open = await openSessions(sql, account.account, now());
    return render(c, <OpenSessions frame={frameOf(c)} account={account} open={open} />);
  });

  app.post('/accessi/chiudi', allow('account.sessions'), (c) =>
    ofAccount(c, async ({ account, id }, form) => {
      const { sql, now } = c.get('deps');
      const session = form.text('accesso');
      const ended = isId(session) && (await endSession(sql, { account, session, at: now() }));
      if (!ended) return refuse(c, { code: 'not-found' });
      if (session === id) deleteCookie(c, SESSION_COOKIE, { path: '/' });
      return c.redirect(session === id ? '/' : '/accessi', 303);
    }),
  );
  return app;
}

/** The account, with the person it has chosen around its page. */
async function accountAt(c: Context<AppEnv>): Promise<EnteredAccount | null> {
  c.set('viewer', await viewerOf(c.get('deps'), getCookie(c, SESSION_COOKIE)));
  return accountIn(c);
}

/** Hands over the form of the account's own page. */
async function ofAccount(
  c: Context<AppEnv>,
  use: (account: EnteredAccount, form: Form) => Promise<Response>,
): Promise<Response> {
  const account = await accountIn(c);
  if (account === null) return refuse(c, { code: 'not-entered' });
  return withFormOf<Response>(
    c.req.raw,
    { file: 0, files: 0 },
    async (form) =>
      same(form.text('modulo'), account.formToken) ? use(account, form) : refuse(c, { code: 'form-expired' }),
    () => refuse(c, { code: 'malformed', why: 'La richiesta non si legge. Torna indietro e riprova.' }),
  );
}
