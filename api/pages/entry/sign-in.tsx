/** Entering: one's own address, a link by mail, a page with a button. Opening the link changes nothing. */

import { setTimeout as sleep } from 'node:timers/promises';
import { type Context, Hono } from 'hono';
import { instant } from '../../../domain/time/instant.js';
import { isMailAddress } from '../../../mail/mail-address.js';
import { SESSION_MS } from '../../../store/entry/account-sessions.js';
import { newSecret, secretHash } from '../../../store/entry/secret-token.js';
import { askSignIn, enterBySignIn, peekSignIn } from '../../../store/entry/sign-in.js';
import type { AppEnv } from '../../app-env.js';
import { allow } from '../../gate.js';
import { refuse } from '../../refuse.js';
import { askingIn, beginAsking, codeHash, endAsking } from '../../sign-in-cookies.js';
import { sourceLimit } from '../../source-limit.js';
import { type Form, withFormOf } from '../../uploads/read-form.js';
import { AskedForLink, AskForLink, OpenedLink } from '../../views/entry/sign-in.js';
import { frameOf } from '../../views/page/frame.js';
import { pathOr } from '../form.js';
import { render } from '../render.js';
import { enteredWith, providerOf } from './entered.js';

/** The answer comes after this many milliseconds at least, whether the address is known or not. */
const SAME_FOR_ALL_MS = 150;

export function signInPages(): Hono<AppEnv> {
  const app = new Hono<AppEnv>();
  const mayAsk = sourceLimit();

  // Who types the address by heart, or comes back to a form that was sent, is led to the door.
  app.get('/accesso', allow('home.read'), (c) => c.redirect('/', 303));

  app.post('/accesso', allow('sign-in.ask'), (c) =>
    plainForm(c, async (form) => {
      const address = form.text('indirizzo').trim().toLowerCase();
      const wanted = pathOr(form.text('poi'), '');
      if (!isMailAddress(address)) {
        const message = 'Scrivi un indirizzo di posta completo, per esempio nome@comune.example.';
        const door = { frame: frameOf(c), provider: providerOf(c), wanted };
        return render(c, <AskForLink {...door} typed={{ address, message }} />, 422);
      }
      if (!(await mayAsk(c))) return refuse(c, { code: 'asked-too-often' });
      const asking = beginAsking(c, wanted);
      const { sql, now } = c.get('deps');
      const asked = { address, browserHash: asking.hash, codeHash: codeHash(asking), at: now() };
      await Promise.all([askSignIn(sql, asked), sleep(SAME_FOR_ALL_MS)]);
      return c.redirect('/accesso/inviato', 303);
    }),
  );

  app.get('/accesso/inviato', allow('sign-in.ask'), (c) => {
    const asking = askingIn(c);
    if (asking === null) return c.redirect('/', 303);
    return render(c, <AskedForLink frame={frameOf(c)} code={asking.code} />);
  });

  app.get('/accesso/:token', allow('sign-in.open'), async (c) => {
    const { sql, now } = c.get('deps');
    const hash = secretHash(c.req.param('token'));
    const link = { browserHash: askingIn(c)?.hash ?? null, at: now() };
    const state = hash === null ? 'unknown' : await peekSignIn(sql, { ...link, hash });
    return render(c, <OpenedLink frame={frameOf(c)} token={c.req.param('token')} state={state} />);
  });

  app.post('/accesso/:token', allow('sign-in.open'), (c) => plainForm(c, (form) => enter(c, form)));
  return app;
}

async function enter(c: Context<AppEnv>, form: Form): Promise<Response> {
  const { sql, now } = c.get('deps');
  const token = c.req.param('token') ?? '';
  const hash = secretHash(token);
  const asking = askingIn(c);
  const session = newSecret();
  const at = now();
  const outcome =
    hash === null
      ? 'unknown'
      : await enterBySignIn(sql, {
          ...{
            hash,
            browserHash: asking?.hash ?? null,
            code: form.text('codice').replaceAll(/\D/g, '').slice(0, 12),
          },
          ...{ session: session.hash, at, until: instant(at + SESSION_MS) },
        });
  if (outcome !== 'entered') {
    return render(c, <OpenedLink frame={frameOf(c)} token={token} state={outcome} />, 422);
  }
  endAsking(c);
  return enteredWith(c, session, asking?.wanted ?? '');
}

/** A form of somebody who has not entered: where it came from was checked already (`same-origin.ts`). */
const plainForm = (c: Context<AppEnv>, use: (form: Form) => Promise<Response>): Promise<Response> =>
  withFormOf<Response>(c.req.raw, { file: 0, files: 0 }, use, () =>
    refuse(c, { code: 'malformed', why: 'La richiesta non si legge. Torna indietro e riprova.' }),
  );
