/** The account of a request; `null` in the demo, where people have none. */
import type { Context } from 'hono';
import { getCookie } from 'hono/cookie';
import { accountOf, type EnteredAccount } from './account.js';
import type { AppEnv } from './app-env.js';
import { SESSION_COOKIE } from './session.js';

export const accountIn = (c: Context<AppEnv>): Promise<EnteredAccount | null> =>
  c.get('deps').demo === null
    ? accountOf(c.get('deps'), getCookie(c, SESSION_COOKIE))
    : Promise.resolve(null);
