/** Whose session a browser holds outside the demo: an account, which stands above towns, and as whom it acts. */
import { createHmac } from 'node:crypto';
import { type AccountSession, sessionOf } from '../store/entry/account-sessions.js';
import { secretHash } from '../store/entry/secret-token.js';
import type { Deps } from './deps.js';

export interface EnteredAccount extends AccountSession {
  /** Goes into every form: whoever knows it knows the session. */
  readonly formToken: string;
}

/** `null` when nobody has entered with that cookie, or the session is over. */
export async function accountOf(
  { sql, now }: Pick<Deps, 'sql' | 'now'>,
  cookie: string | undefined,
): Promise<EnteredAccount | null> {
  const hash = secretHash(cookie ?? '');
  if (cookie === undefined || hash === null) return null;
  const session = await sessionOf(sql, hash, now());
  return session === null
    ? null
    : { ...session, formToken: createHmac('sha256', cookie).update('form').digest('base64url') };
}
