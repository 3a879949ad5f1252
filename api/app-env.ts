/** What a request carries through the application. */
import type { Deps } from './deps.js';
import type { Action } from './rights.js';
import type { Viewer } from './viewer.js';

export interface AppEnv {
  Variables: {
    deps: Deps;
    /** Set by the gate; `null`: a stranger. */
    viewer: Viewer | null;
    /** Set by the gate: which rule was asked. */
    action?: Action;
  };
}
