/**
 * What a browser keeps between going to the provider and coming back: 256 random bits, from which state, nonce and code
 * verifier come. Another browser knows none of them; nothing is signed, so that any of several APIs may take it back.
 */
import { createHmac } from 'node:crypto';
import type { Context } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import { newSecret, secretHash } from '../store/entry/secret-token.js';
import type { AppEnv } from './app-env.js';
import type { OpenIdChecks } from './openid-provider.js';

const COOKIE = 'traguardo_identita';
const PATH = '/accesso/identita';
const TOKEN_LENGTH = 43;
/** Real milliseconds in which to come back. */
export const OPENID_MS = 10 * 60_000;

export interface OpenIdAsking {
  /** Of the browser's secret. */
  readonly hash: Uint8Array;
  readonly checks: OpenIdChecks;
  /** Where they were going; empty: nowhere in particular. */
  readonly wanted: string;
}

/** A new secret, that the browser does not keep yet: see {@link keepOpenId}. */
export function newOpenIdAsking(wanted: string): OpenIdAsking & { readonly cookie: string } {
  const { token, hash } = newSecret();
  return { hash, checks: checksOf(token), wanted, cookie: `${token}${wanted}` };
}

export const keepOpenId = (c: Context<AppEnv>, cookie: string): void => {
  setCookie(c, COOKIE, cookie, {
    ...{ httpOnly: true, sameSite: 'Lax', secure: c.get('deps').secure, path: PATH },
    maxAge: OPENID_MS / 1000,
  });
};

/** `null`: this browser went to no provider, or too long ago. */
export function openIdAskingIn(c: Context<AppEnv>): OpenIdAsking | null {
  const cookie = getCookie(c, COOKIE) ?? '';
  const token = cookie.slice(0, TOKEN_LENGTH);
  const hash = secretHash(token);
  return hash === null ? null : { hash, checks: checksOf(token), wanted: cookie.slice(TOKEN_LENGTH) };
}

export const endOpenId = (c: Context<AppEnv>): void => {
  deleteCookie(c, COOKIE, { path: PATH });
};

function checksOf(token: string): OpenIdChecks {
  const part = (name: string): string => createHmac('sha256', token).update(name).digest('base64url');
  return { state: part('state'), nonce: part('nonce'), verifier: part('verifier') };
}
