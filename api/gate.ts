/**
 * Every route passes a gate that names its action. A route without one answers 500 and nothing else
 * (`shutWithoutRule`), so a forgotten rule is an error and never an open door.
 */

import type { Context } from 'hono';
import { createMiddleware } from 'hono/factory';
import { isAdministrator } from '../store/people/administrators.js';
import type { EnteredAccount } from './account.js';
import { keyOf, READING } from './api-key.js';
import type { AppEnv } from './app-env.js';
import { accountIn } from './entered-account.js';
import { DEMO_ONLY, NOT_IN_DEMO } from './entry-rights.js';
import { refuse } from './refuse.js';
import { type AboveTowns, type Action, isAboveTowns, isPublic, RIGHTS } from './rights.js';
import { sessionIn } from './session-cookie.js';
import { mayAtAll, type Viewer, viewerOf, viewerWithKey } from './viewer.js';

/** Lets through whom the table of rights lets do `action` to something; which thing is the handler's to check. */
export function allow(action: Action) {
  const gate = createMiddleware<AppEnv>(async (c, next) => {
    c.set('action', action);
    const isElsewhere = c.get('deps').demo === null ? DEMO_ONLY : NOT_IN_DEMO;
    if (isElsewhere.has(action)) return refuse(c, { code: 'not-found' });
    const no = isPublic(action) ? null : await refusalOf(c, action);
    return no === null ? next() : refuse(c, { code: no });
  });
  return Object.assign(gate, { action });
}

type No = 'not-entered' | 'not-allowed' | 'key-only-reads';

/** Why whoever asks is kept out; `null`: they are let in, and the request knows them. */
async function refusalOf(c: Context<AppEnv>, action: Action): Promise<No | null> {
  const key = await keyOf(c);
  if (key === null) return 'not-entered';
  if (key === undefined && isAboveTowns(action)) return accountRefusal(c, action);
  const deps = c.get('deps');
  const viewer = key === undefined ? await viewerOf(deps, sessionIn(c)) : await viewerWithKey(deps, key);
  if (viewer === null) return 'not-entered';
  if (key !== undefined && !key.writes && !READING.has(c.req.method)) return 'key-only-reads';
  c.set('viewer', viewer);
  const rule: unknown = RIGHTS[action];
  // A key stands for one person of one town, and never runs the installation.
  return rule === 'entered' || rule === 'account' || mayAtAll(viewer, action) ? null : 'not-allowed';
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

/** Whose session was shown, with the person they act as around the page; `null`: they may. */
async function accountRefusal(c: Context<AppEnv>, action: AboveTowns): Promise<No | null> {
  const account = await accountIn(c);
  if (account === null) return 'not-entered';
  if (RIGHTS[action] === 'administrator' && !(await isAdministrator(c.get('deps').sql, account.account)))
    return 'not-allowed';
  c.set('account', account);
  c.set('viewer', await viewerOf(c.get('deps'), sessionIn(c)));
  return null;
}

/** The account of a route that stands above towns and takes no key. */
export function enteredIn(c: { get(key: 'account'): EnteredAccount | undefined }): EnteredAccount {
  const account = c.get('account');
  if (account === undefined) throw new Error('this route lets keys in: it has no account to rely on');
  return account;
}
