/** What changes something must come from our own pages or from a program, never from another site's page. */
import type { Context } from 'hono';
import { createMiddleware } from 'hono/factory';
import type { AppEnv } from './app-env.js';
import { refuse } from './refuse.js';

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS']);

export const sameOriginOnly = createMiddleware<AppEnv>(async (c, next) => {
  if (SAFE.has(c.req.method)) return next();
  const site = c.req.header('sec-fetch-site');
  if (site !== undefined && site !== 'same-origin' && site !== 'none')
    return refuse(c, { code: 'form-expired' });
  const origin = c.req.header('origin');
  // Pages of a mail's link tell no referrer, for which browsers say of their forms that they come from nowhere;
  // who answers there stands in the address, which another site does not know, and in no cookie.
  if (origin === 'null' && c.req.path.startsWith('/r/')) return next();
  if (origin !== undefined && !isOwn(c, origin)) {
    return refuse(c, { code: 'form-expired' });
  }
  return next();
});

/** A proxy in front may pass on a Host of its own: the public address is then what our pages come from, scheme and port too. */
function isOwn(c: Context<AppEnv>, origin: string): boolean {
  if (!URL.canParse(origin)) return false;
  const { publicUrl } = c.get('deps');
  if (publicUrl !== null) return new URL(origin).origin === new URL(publicUrl).origin;
  return new URL(origin).host === (c.req.header('host') ?? new URL(c.req.url).host);
}
