/**
 * The cookie by which a browser shows its session. Behind TLS it has a name that browsers take from this very host alone:
 * no other site of the town's domain can plant a session in somebody's browser.
 */
import type { Context } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import type { AppEnv } from './app-env.js';
import { SESSION_COOKIE } from './session.js';

const nameOf = (secure: boolean): string => (secure ? `__Host-${SESSION_COOKIE}` : SESSION_COOKIE);

/** What the request shows; `undefined`: nothing. */
export const sessionIn = (c: Context<AppEnv>): string | undefined =>
  getCookie(c, nameOf(c.get('deps').secure));

/** Given to the browser for this many seconds. */
export function keepSession(c: Context<AppEnv>, session: string, seconds: number): void {
  const { secure } = c.get('deps');
  setCookie(c, nameOf(secure), session, {
    ...{ httpOnly: true, sameSite: 'Lax', secure, path: '/' },
    maxAge: seconds,
  });
}

export function forgetSession(c: Context<AppEnv>): void {
  const { secure } = c.get('deps');
  deleteCookie(c, nameOf(secure), { secure, path: '/' });
}
