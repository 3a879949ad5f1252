/** Reads `BOUNCE_IMAP_URL`: the mailbox that mail comes back to. */
import type { OAuth2SignIn } from './sign-in.js';
import type { PasswordSignIn } from './smtp-settings.js';

/** What the address says; signing in with OAuth2 is `BOUNCE_IMAP_SIGN_IN`'s. */
export interface ImapSettings<SignIn = PasswordSignIn | OAuth2SignIn> {
  readonly host: string;
  readonly port: number;
  /** TLS from the first byte (`imaps://`). */
  readonly secure: boolean;
  /** Refuse to go on without STARTTLS. */
  readonly requireTLS: boolean;
  readonly auth: SignIn;
  /** Folder that is read. */
  readonly folder: string;
  /** Accept a certificate that nobody vouches for, as many a town's own server has. */
  readonly anyCertificate: boolean;
}

/** `refusal` names what is wrong, in English, and never repeats the password. */
export type ImapUrlReading =
  | { readonly ok: true; readonly settings: ImapSettings<PasswordSignIn | null> }
  | { readonly ok: false; readonly refusal: string };

const refuse = (refusal: string): ImapUrlReading => ({ ok: false, refusal });
const LOOPBACK = /^(?:localhost|::1|127\..*)$/;

/**
 * `imaps://[user:password@]host[:port][/folder][?any-certificate=true]`, or `imap://…`, which asks for STARTTLS
 * unless the host is this machine. Without user and password another way to sign in is needed: {@link signedIn}. In user and password `@`, `:`, `/` and `%` are written as `%40`, `%3A`, `%2F`, `%25`.
 */
export function readImapUrl(text: string): ImapUrlReading {
  const url = URL.canParse(text) ? new URL(text) : null;
  if (url === null || !['imap:', 'imaps:'].includes(url.protocol) || url.hostname === '') {
    return refuse('it must look like imaps://user:password@host:port/INBOX');
  }
  for (const [name, value] of url.searchParams) {
    if (name !== 'any-certificate') return refuse(`unknown option "${name}": only any-certificate is known`);
    if (!['true', 'false'].includes(value)) return refuse(`option "${name}" must be true or false`);
  }
  const [user, pass, folder] = [url.username, url.password, url.pathname.slice(1)].map(decoded);
  if (typeof user !== 'string' || typeof pass !== 'string' || typeof folder !== 'string') {
    return refuse('a "%" is not followed by two hexadecimal digits');
  }
  if ((user === '') !== (pass === '')) return refuse('it names a user or a password, and not the other');
  const host = url.hostname.replace(/^\[|\]$/g, '');
  const secure = url.protocol === 'imaps:';
  return {
    ok: true,
    settings: {
      host,
      port: Number(url.port) || (secure ? 993 : 143),
      secure,
      requireTLS: !secure && !LOOPBACK.test(host),
      auth: user === '' ? null : { user, pass },
      folder: folder || 'INBOX',
      anyCertificate: url.searchParams.get('any-certificate') === 'true',
    },
  };
}

/** One way to sign in, and not two. `null`: there is none, or both. */
export function signedIn(
  { auth, ...settings }: ImapSettings<PasswordSignIn | null>,
  signIn: OAuth2SignIn | null,
): ImapSettings | null {
  const only = auth === null ? signIn : signIn === null ? auth : null;
  return only === null ? null : { ...settings, auth: only };
}

function decoded(part: string): string | null {
  try {
    return decodeURIComponent(part);
  } catch {
    return null;
  }
}
