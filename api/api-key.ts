/** Programs show a person's key instead of a session: `Authorization: Bearer trg_…`, under `/api` only. */
import type { Context } from 'hono';
import { bearerOf, type KeyBearer } from '../store/entry/api-keys.js';
import { secretHash } from '../store/entry/secret-token.js';
import type { AppEnv } from './app-env.js';
import { isApi } from './refuse.js';

/** By it scanners for leaked secrets know our keys. */
export const KEY_PREFIX = 'trg_';

/** `undefined`: the request shows no key. `null`: one that opens nothing; the demo has no keys. */
export async function keyOf(c: Context<AppEnv>): Promise<KeyBearer | null | undefined> {
  const shown = /^bearer (.*)$/i.exec(c.req.header('authorization') ?? '')?.[1];
  if (shown === undefined || !isApi(c.req.path)) return undefined;
  const { demo, sql, now } = c.get('deps');
  const hash = shown.startsWith(KEY_PREFIX) ? secretHash(shown.slice(KEY_PREFIX.length)) : null;
  return demo !== null || hash === null ? null : bearerOf(sql, hash, now());
}

/** What only reads may be asked with these. */
export const READING = new Set(['GET', 'HEAD']);
