/**
 * Every route passes a gate that names its action. A route without one answers 500 and nothing else
 * (`shutWithoutRule`), so a forgotten rule is an error and never an open door.
 */
import { getCookie } from 'hono/cookie';
import { createMiddleware } from 'hono/factory';
import { keyOf, READING } from './api-key.js';
import type { AppEnv } from './app-env.js';
import { DEMO_ONLY, NOT_IN_DEMO } from './entry-rights.js';
import { refuse } from './refuse.js';
import { type Action, isPublic, RIGHTS } from './rights.js';
import { SESSION_COOKIE } from './session.js';
import { mayAtAll, type Viewer, viewerOf, viewerWithKey } from './viewer.js';

/** Lets through whom the table of rights lets do `action` to something; which thing is the handler's to check. */
export function allow(action: Action) {
  const gate = createMiddleware<AppEnv>(async (c, next) => {
    const deps = c.get('deps');
    c.set('action', action);
    const isElsewhere = deps.demo === null ? DEMO_ONLY : NOT_IN_DEMO;
    if (isElsewhere.has(action)) return refuse(c, { code: 'not-found' });
    const rule: unknown = RIGHTS[action];
    if (!isPublic(action)) {
      const key = await keyOf(c);
      const viewer = key
        ? await viewerWithKey(deps, key)
        : key === null
          ? null
          : await viewerOf(deps, getCookie(c, SESSION_COOKIE));
      if (viewer === null) return refuse(c, { code: 'not-entered' });
      if (key && !key.writes && !READING.has(c.req.method)) return refuse(c, { code: 'key-only-reads' });
      c.set('viewer', viewer);
      if (rule !== 'entered' && !mayAtAll(viewer, action)) return refuse(c, { code: 'not-allowed' });
    }
    return next();
  });
  return Object.assign(gate, { action });
}

/** Fails closed: an answer from a route that named no action is replaced. */
export const shutWithoutRule = createMiddleware<AppEnv>(async (c, next) => {
  await next();
  if (c.get('action') === undefined && c.res.status < 400) {
    c.res = undefined;
    throw new Error(`${c.req.method} ${c.req.path} names no action: add allow('…') to its route`);
  }
});

/** The viewer of a route that is not for strangers. */
export function viewerIn(c: { get(key: 'viewer'): Viewer | null }): Viewer {
  const viewer = c.get('viewer');
  if (viewer === null) throw new Error('this route lets strangers in: it has no viewer to rely on');
  return viewer;
}
