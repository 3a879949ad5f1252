/** What a request carries through the application. */
import type { EnteredAccount } from './account.js';
import type { Deps } from './deps.js';
import type { Action } from './rights.js';
import type { Viewer } from './viewer.js';

export interface AppEnv {
  Variables: {
    deps: Deps;
    /** Its number, in the answer's `X-Request-Id` and in every line of the log about it. */
    request: string;
    /** Set by the gate; `null`: a stranger. */
    viewer: Viewer | null;
    /** Set by the gate for what stands above towns, where a session and no key was shown. */
    account?: EnteredAccount;
    /** Set by the gate: which rule was asked. */
    action?: Action;
  };
}
