/** Entering through the town's OpenID provider: there, back, and out again. */
import { type Context, Hono } from 'hono';
import { instant } from '../../../domain/time/instant.js';
import { SESSION_MS } from '../../../store/entry/account-sessions.js';
import { beginOpenId, enterByOpenId, useOpenId } from '../../../store/entry/openid.js';
import { newSecret } from '../../../store/entry/secret-token.js';
import type { AppEnv } from '../../app-env.js';
import { allow } from '../../gate.js';
import { endOpenId, keepOpenId, newOpenIdAsking, OPENID_MS, openIdAskingIn } from '../../openid-cookie.js';
import { type OpenIdProvider, RETURN_PATH } from '../../openid-provider.js';
import { refuse } from '../../refuse.js';
import { same } from '../../session.js';
import { sourceLimit } from '../../source-limit.js';
import { type EntryTrouble, LeftProvider } from '../../views/entry/openid.js';
import { AskForLink } from '../../views/entry/sign-in.js';
import { frameOf } from '../../views/page/frame.js';
import { pathOr } from '../form.js';
import { render } from '../render.js';
import { enteredWith } from './entered.js';

export function openIdPages(): Hono<AppEnv> {
  const app = new Hono<AppEnv>();
  const mayBegin = sourceLimit();

  // A link and no form: browsers hold a form's whole way, provider included, against `form-action`.
  app.get('/accesso/identita', allow('openid.begin'), (c) =>
    withProvider(c, async (provider) => {
      if (!(await mayBegin(c))) return refuse(c, { code: 'asked-too-often' });
      const { sql, now } = c.get('deps');
      const { hash, checks, wanted, cookie } = newOpenIdAsking(pathOr(c.req.query('poi') ?? '', ''));
      const there = await provider.begin(checks);
      if (there === null) return doorAgain(c, provider, 'away', wanted);
      const at = now();
      await beginOpenId(sql, { hash, at, until: instant(at + OPENID_MS) });
      keepOpenId(c, cookie);
      return c.redirect(there.href, 303);
    }),
  );

  app.get(RETURN_PATH, allow('openid.return'), (c) => withProvider(c, (provider) => comeBack(c, provider)));

  app.get('/uscita', allow('openid.leave'), async (c) => {
    const provider = c.get('deps').openId;
    if (provider === undefined) return c.redirect('/', 303);
    const away = (await provider.leave())?.href ?? null;
    return render(c, <LeftProvider frame={frameOf(c)} provider={provider.label} away={away} />);
  });
  return app;
}

async function comeBack(c: Context<AppEnv>, provider: OpenIdProvider): Promise<Response> {
  const { sql, now, log } = c.get('deps');
  const asking = openIdAskingIn(c);
  // Somebody else's answer, or a page of another site: what this browser began stays good.
  if (asking === null || !same(c.req.query('state') ?? '', asking.checks.state))
    return doorAgain(c, provider, 'begin-again', '');
  const { hash, checks, wanted } = asking;
  const at = now();
  const state = await useOpenId(sql, hash, at);
  endOpenId(c);
  if (state !== 'ready') return doorAgain(c, provider, 'begin-again', wanted);
  const answer = await provider.finish(new URL(c.req.url).searchParams, checks);
  if (!answer.ok) {
    log.warn({ outcome: answer.why, code: answer.code }, 'an entry by the OpenID provider');
    return doorAgain(c, provider, answer.why, wanted);
  }
  const session = newSecret();
  const span = { session: session.hash, at, until: instant(at + SESSION_MS) };
  const outcome = await enterByOpenId(sql, answer.identity, span);
  log.info({ outcome }, 'an entry by the OpenID provider');
  if (outcome !== 'entered') return doorAgain(c, provider, 'unknown', wanted);
  return enteredWith(c, session, wanted);
}

/** Where there is none these pages are not there. */
async function withProvider(
  c: Context<AppEnv>,
  use: (provider: OpenIdProvider) => Promise<Response>,
): Promise<Response> {
  const provider = c.get('deps').openId;
  return provider === undefined ? refuse(c, { code: 'not-found' }) : use(provider);
}

/** The page where one enters, with why it did not work this time. */
const doorAgain = async (
  c: Context<AppEnv>,
  { label }: OpenIdProvider,
  trouble: EntryTrouble,
  wanted: string,
): Promise<Response> =>
  render(
    c,
    <AskForLink frame={frameOf(c)} provider={label} wanted={pathOr(wanted, '')} trouble={trouble} />,
    trouble === 'away' ? 503 : 422,
  );
