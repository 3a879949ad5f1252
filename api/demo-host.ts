/** The demo answers to this machine's own names only: a page of another site cannot rebind its name to us. */
import { createMiddleware } from 'hono/factory';
import type { AppEnv } from './app-env.js';
import { isLoopback } from './config.js';

export const demoHostOnly = createMiddleware<AppEnv>(async (c, next) => {
  if (c.get('deps').demo === null) return next();
  const host = c.req.header('host') ?? new URL(c.req.url).host;
  const name = host.replace(/:\d{1,5}$/, '');
  return isLoopback(name) ? next() : c.text('Questa dimostrazione risponde solo su questo computer.', 403);
});
