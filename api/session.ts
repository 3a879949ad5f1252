/**
 * The demo's session: a signed cookie that names a town and a person, for twelve hours. It opens
 * nothing outside the demo (`viewer.ts`). What it names is looked up anew at every request.
 */
import { createHmac, timingSafeEqual } from 'node:crypto';

export const SESSION_COOKIE = 'traguardo_sessione';
export const SESSION_SECONDS = 12 * 3600;

export interface Session {
  readonly town: string;
  readonly person: string;
  /** Ties forms to this session. */
  readonly nonce: string;
  /** Real epoch seconds. */
  readonly expires: number;
}

const SHAPE = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
/** Is the text a uuid as PostgreSQL prints it? Anything else is no id of ours. */
export const isId = (text: string): boolean => SHAPE.test(text);

export function sealSession(session: Session, secret: Uint8Array): string {
  const { town, person, nonce, expires } = session;
  const body = Buffer.from(JSON.stringify([town, person, nonce, expires])).toString('base64url');
  return `${body}.${sign(`session:${body}`, secret)}`;
}

/** `null` on anything that we did not seal, or that is over at `nowSeconds`. */
export function openSession(cookie: string, secret: Uint8Array, nowSeconds: number): Session | null {
  const [body = '', signature = '', rest] = cookie.split('.');
  if (rest !== undefined || !same(signature, sign(`session:${body}`, secret))) return null;
  const [town, person, nonce, expires] = JSON.parse(Buffer.from(body, 'base64url').toString('utf8')) as [
    string,
    string,
    string,
    number,
  ];
  return expires > nowSeconds ? { town, person, nonce, expires } : null;
}

/** What every form of a session carries back: a page of another site cannot know it. */
export const formToken = (nonce: string, secret: Uint8Array): string => sign(`form:${nonce}`, secret);

/** Constant in time. */
export function same(given: string, expected: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(expected)];
  return a.length === b.length && timingSafeEqual(a, b);
}

const sign = (text: string, secret: Uint8Array): string =>
  createHmac('sha256', secret).update(text).digest('base64url');
