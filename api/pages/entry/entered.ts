/** What is the same for whoever has just entered, by whichever door. */
import type { Context } from 'hono';
import { choosePerson, peopleOf, sessionOf } from '../../../store/entry/account-sessions.js';
import type { Secret } from '../../../store/entry/secret-token.js';
import type { AppEnv } from '../../app-env.js';
import { setSession } from '../../sign-in-cookies.js';
import { pathOr } from '../form.js';

/** What the town's OpenID provider is called; `null`: there is none. */
export const providerOf = (c: Context<AppEnv>): string | null => c.get('deps').openId?.label ?? null;

/** Gives the browser its new session, which exists, and leads on: to the page wanted, or to the choice of a town. */
export async function enteredWith(c: Context<AppEnv>, session: Secret, wanted: string): Promise<Response> {
  const { sql, now } = c.get('deps');
  setSession(c, session.token);
  const entered = await sessionOf(sql, session.hash, now());
  const people = entered === null ? [] : await peopleOf(sql, entered.account);
  const [only] = people;
  if (entered !== null && only !== undefined && people.length === 1)
    await choosePerson(sql, entered.id, only);
  return c.redirect(people.length === 1 ? pathOr(wanted, '/') : '/ente', 303);
}
