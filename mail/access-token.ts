/** Access tokens for a mailbox that takes no password: got and kept by nodemailer, as for the mails that leave. */
import XOAuth2 from 'nodemailer/lib/xoauth2';
import type { OAuth2SignIn } from './sign-in.js';

export interface AccessTokens {
  /** One that is still good by its own words, or a new one. Rejects with what the endpoint said. */
  get(): Promise<string>;
  /** A new one, after a server refused the last. */
  renewed(): Promise<string>;
}

const LONGEST_WAIT_MS = 30_000;

export function accessTokens({ type: _, ...signIn }: OAuth2SignIn): AccessTokens {
  const source = new XOAuth2({ ...signIn, requestTimeout: LONGEST_WAIT_MS });
  // What goes wrong is told to whoever asked for the token.
  source.on('error', () => undefined);
  const token = (isNew: boolean): Promise<string> =>
    new Promise((resolve, reject) => {
      source.getToken(isNew, (error, got) => (error === null ? resolve(got) : reject(error)));
    });
  return { get: () => token(false), renewed: () => token(true) };
}
