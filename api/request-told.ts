/**
 * One line a request, and its time for the figures: method, pattern of the route, status, milliseconds. Never the
 * path (it holds ids, and secrets of links), never the query, the sender or the body.
 */
import { randomUUID } from 'node:crypto';
import { createMiddleware } from 'hono/factory';
import { routePath } from 'hono/route';
import type { AppEnv } from './app-env.js';
import type { RequestTold } from './deps.js';

/** Anything else comes from somebody who makes methods up. */
const METHODS = new Set(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']);
/** Asked every few seconds by machines, or many times a page: counted, not logged. */
const SILENT = /^\/(?:salute|assets)\//;

/** First of all that a request meets: it gets its number here, which the answer carries and every line about it. */
export const tellRequest = createMiddleware<AppEnv>(async (c, next) => {
  const { log, onRequest } = c.get('deps');
  const request = randomUUID();
  c.set('request', request);
  const began = performance.now();
  await next();
  // On the answer itself: `c.header` would make it anew, as a stream.
  c.res.headers.set('X-Request-Id', request);
  // Where the request got to: the route that answered, or the doorkeeper that sent it back.
  const pattern = routePath(c);
  const told: RequestTold = {
    method: METHODS.has(c.req.method) ? c.req.method : 'other',
    route: pattern.includes('*') ? 'other' : pattern,
    status: c.res.status,
    seconds: (performance.now() - began) / 1000,
  };
  onRequest?.(told);
  if (SILENT.test(told.route)) return;
  const { seconds, ...rest } = told;
  log.info({ request, ...rest, ms: Math.round(seconds * 1000) }, 'request');
});
