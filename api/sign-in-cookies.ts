/** The cookies of somebody who enters: of the browser that asked for a link, and of the session it made. */
import { createHash } from 'node:crypto';
import type { Context } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import { SIGN_IN_MINUTES } from '../mail/sign-in-mail.js';
import { SESSION_MS } from '../store/entry/account-sessions.js';
import { newSecret, secretHash } from '../store/entry/secret-token.js';
import type { AppEnv } from './app-env.js';
import { keepSession } from './session-cookie.js';

const ASKING_COOKIE = 'traguardo_accesso';
const TOKEN_LENGTH = 43;
const CODE_DIGITS = 6;

/** The browser that asked for a link. */
export interface Asking {
  readonly hash: Uint8Array;
  /** Six digits that this browser shows: they open its link in another one. */
  readonly code: string;
  /** Where they were going; empty: nowhere in particular. */
  readonly wanted: string;
}

/** Its secret is kept by the browser alone, for as long as a link is good; asking again keeps the same. */
export function beginAsking(c: Context<AppEnv>, wanted: string): Asking {
  const kept = (getCookie(c, ASKING_COOKIE) ?? '').slice(0, TOKEN_LENGTH);
  const token = secretHash(kept) === null ? newSecret().token : kept;
  setCookie(c, ASKING_COOKIE, `${token}${wanted}`, {
    ...{ httpOnly: true, sameSite: 'Lax', secure: c.get('deps').secure, path: '/accesso' },
    maxAge: SIGN_IN_MINUTES * 60,
  });
  return askingOf(token, wanted);
}

/** For somebody who asked for nothing: no browser has the secret, so their link opens with the code alone. */
export const askingForAnother = (): Asking => askingOf(newSecret().token, '');

/** `null`: this browser asked for nothing, or too long ago. */
export function askingIn(c: Context<AppEnv>): Asking | null {
  const cookie = getCookie(c, ASKING_COOKIE) ?? '';
  const token = cookie.slice(0, TOKEN_LENGTH);
  return secretHash(token) === null ? null : askingOf(token, cookie.slice(TOKEN_LENGTH));
}

export const endAsking = (c: Context<AppEnv>): void => {
  deleteCookie(c, ASKING_COOKIE, { path: '/accesso' });
};

/** SHA-256 of the browser's hash and the code, as the database compares them. */
export const codeHash = ({ hash, code }: Asking): Uint8Array =>
  createHash('sha256').update(hash).update(code).digest();

export const setSession = (c: Context<AppEnv>, token: string): void =>
  keepSession(c, token, SESSION_MS / 1000);

function askingOf(token: string, wanted: string): Asking {
  const hash = secretHash(token);
  if (hash === null) throw new Error('a browser asked with a secret that does not read');
  const number =
    createHash('sha256').update('code ').update(token).digest().readUInt32BE() % 10 ** CODE_DIGITS;
  return { hash, code: String(number).padStart(CODE_DIGITS, '0'), wanted };
}
