/** What belongs to an account and to no town: as whom it acts, and where it is still entered. */

import type { Context } from 'hono';
import { Hono } from 'hono';
import { instant } from '../../../domain/time/instant.js';
import { choosePerson, endSession, openSessions, peopleOf } from '../../../store/entry/account-sessions.js';
import { endKey, makeKey, openKeys } from '../../../store/entry/api-keys.js';
import { unlinkOpenId } from '../../../store/entry/openid.js';
import { newSecret } from '../../../store/entry/secret-token.js';
import { isAdministrator } from '../../../store/people/administrators.js';
import type { EnteredAccount } from '../../account.js';
import { KEY_PREFIX } from '../../api-key.js';
import type { AppEnv } from '../../app-env.js';
import { accountIn } from '../../entered-account.js';
import { allow } from '../../gate.js';
import { refuse } from '../../refuse.js';
import { isId, same } from '../../session.js';
import { forgetSession, sessionIn } from '../../session-cookie.js';
import { type Form, withFormOf } from '../../uploads/read-form.js';
import { viewerOf } from '../../viewer.js';
import { ChooseTown, OpenSessions } from '../../views/entry/account.js';
import { KEY_DAYS, NewKey } from '../../views/entry/keys.js';
import type { Typed } from '../../views/fields.js';
import { frameOf } from '../../views/page/frame.js';
import { pathOr } from '../form.js';
import { render } from '../render.js';
import { providerOf } from './entered.js';

export function accountPages(): Hono<AppEnv> {
  const app = new Hono<AppEnv>();

  app.get('/ente', allow('account.choose'), async (c) => {
    const account = await accountAt(c);
    if (account === null) return refuse(c, { code: 'not-entered' });
    const { sql } = c.get('deps');
    const [people, runs] = await Promise.all([
      peopleOf(sql, account.account),
      isAdministrator(sql, account.account),
    ]);
    if (runs && people.length === 0) return c.redirect('/installazione', 303);
    return render(c, <ChooseTown frame={frameOf(c)} account={account} people={people} runs={runs} />);
  });

  app.post('/ente', allow('account.choose'), (c) =>
    ofAccount(c, async (account, form) => {
      const as = { town: form.text('ente'), person: form.text('persona') };
      const known =
        isId(as.town) && isId(as.person) && (await choosePerson(c.get('deps').sql, account.id, as));
      return known ? c.redirect(placeIn(form), 303) : refuse(c, { code: 'not-found' });
    }),
  );

  app.get('/accessi', allow('account.sessions'), async (c) => {
    const account = await accountAt(c);
    if (account === null) return refuse(c, { code: 'not-entered' });
    return accessPage(c, account);
  });

  app.post('/accessi/chiavi', allow('account.keys'), (c) =>
    ofAccount(c, async (account, form) => {
      const asked = keyAsked(form);
      if (!asked.ok) return accessPage(c, account, asked.typed);
      const { sql, now } = c.get('deps');
      const { token, hash } = newSecret();
      const { label, writes, days } = asked;
      const span = { madeAt: now(), expiresAt: instant(now() + days * DAY_MS) };
      if (!(await makeKey(sql, { session: account.id, hash, label, writes, ...span })))
        return refuse(c, { code: 'invalid', problems: [{ field: '', message: TOO_MANY }] });
      return render(c, <NewKey frame={frameOf(c)} label={label} token={`${KEY_PREFIX}${token}`} />);
    }),
  );

  app.post('/accessi/chiavi/revoca', allow('account.keys'), (c) =>
    ofAccount(c, async ({ account }, form) => {
      const { sql, now } = c.get('deps');
      const key = form.text('chiave');
      const ended = isId(key) && (await endKey(sql, { account, key, at: now() }));
      return ended ? c.redirect('/accessi', 303) : refuse(c, { code: 'not-found' });
    }),
  );

  app.post('/accessi/chiudi', allow('account.sessions'), (c) =>
    ofAccount(c, async ({ account, id }, form) => {
      const { sql, now } = c.get('deps');
      const session = form.text('accesso');
      const ended = isId(session) && (await endSession(sql, { account, session, at: now() }));
      if (!ended) return refuse(c, { code: 'not-found' });
      if (session === id) forgetSession(c);
      return c.redirect(session === id ? '/' : '/accessi', 303);
    }),
  );

  app.post('/accessi/scollega', allow('account.sessions'), (c) =>
    ofAccount(c, async ({ account }) => {
      const unlinked = await unlinkOpenId(c.get('deps').sql, account);
      return unlinked ? c.redirect('/accessi', 303) : refuse(c, { code: 'not-found' });
    }),
  );
  return app;
}

/** Where somebody goes in the town they chose: a page of ours, of a year where the form names one. */
function placeIn(form: Form): string {
  const year = form.text('anno');
  return `${pathOr(form.text('poi'), '/')}${/^\d{4}$/.test(year) ? `?anno=${year}` : ''}`;
}

const DAY_MS = 86_400_000;
const TOO_MANY =
  'Hai già venti chiavi aperte, o non hai scelto un ente: revocane una, o scegli l’ente, e riprova.';

/** Sessions and keys of an account; `typed`: what was wrong with a key that was asked for. */
async function accessPage(c: Context<AppEnv>, account: EnteredAccount, typed?: Typed): Promise<Response> {
  const { sql, now } = c.get('deps');
  const [open, keys] = await Promise.all([
    openSessions(sql, account.account, now()),
    openKeys(sql, account.account, now()),
  ]);
  const page = {
    frame: frameOf(c),
    account,
    provider: providerOf(c),
    open,
    keys,
    ...(typed === undefined ? {} : { typed }),
  };
  return render(c, <OpenSessions {...page} />, typed === undefined ? 200 : 422);
}

function keyAsked(
  form: Form,
):
  | { readonly ok: true; readonly label: string; readonly writes: boolean; readonly days: number }
  | { readonly ok: false; readonly typed: Typed } {
  const values = { nome: form.text('nome').trim(), uso: form.text('uso'), durata: form.text('durata') };
  const days = KEY_DAYS.find((one) => String(one) === values.durata);
  const problems = [
    ...(values.nome === '' || values.nome.length > 80
      ? [{ field: 'nome', message: 'Dai alla chiave un nome, da 1 a 80 caratteri.' }]
      : []),
    ...(days === undefined ? [{ field: 'durata', message: 'Scegli quanto dura: 30, 90 o 365 giorni.' }] : []),
  ];
  if (problems.length > 0 || days === undefined) return { ok: false, typed: { values, problems } };
  return { ok: true, label: values.nome, writes: values.uso === 'registra', days };
}

/** The account, with the person it has chosen around its page. */
async function accountAt(c: Context<AppEnv>): Promise<EnteredAccount | null> {
  c.set('viewer', await viewerOf(c.get('deps'), sessionIn(c)));
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
