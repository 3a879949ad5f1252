/** The account of a request; `null` in the demo, where people have none. */
import type { Context } from 'hono';
import { accountOf, type EnteredAccount } from './account.js';
import type { AppEnv } from './app-env.js';
import { sessionIn } from './session-cookie.js';

export const accountIn = (c: Context<AppEnv>): Promise<EnteredAccount | null> =>
  c.get('deps').demo === null ? accountOf(c.get('deps'), sessionIn(c)) : Promise.resolve(null);
