/** Reads `SMTP_URL`: where the town's mail server is and how to talk to it. */
import type { OAuth2SignIn } from './sign-in.js';

export interface PasswordSignIn {
  readonly user: string;
  readonly pass: string;
}

/** What `SMTP_URL` says; signing in with OAuth2 is `SMTP_SIGN_IN`'s. */
export interface SmtpSettings {
  readonly host: string;
  readonly port: number;
  /** TLS from the first byte (`smtps://`). */
  readonly secure: boolean;
  /** Refuse to go on without STARTTLS. */
  readonly requireTLS: boolean;
  readonly ignoreTLS: boolean;
  readonly auth: PasswordSignIn | OAuth2SignIn | null;
  /** Accept a certificate that nobody vouches for, as many a town's own relay has. */
  readonly anyCertificate: boolean;
}

/** `refusal` names what is wrong, for whoever sets the variable. */
export type SmtpUrlReading =
  | { readonly ok: true; readonly settings: SmtpSettings }
  | { readonly ok: false; readonly refusal: string };

const SWITCHES = ['require-tls', 'ignore-tls', 'any-certificate'] as const;
type Switch = (typeof SWITCHES)[number];

const refuse = (refusal: string): SmtpUrlReading => ({ ok: false, refusal });

/**
 * `smtp://[user:password@]host[:port][?require-tls=true][&ignore-tls=true][&any-certificate=true]`, or
 * `smtps://…`. With a password, and a host that is not this machine, STARTTLS is required unless
 * `ignore-tls=true`. A refusal says what is wrong, in English, and never repeats the password.
 */
export function readSmtpUrl(text: string): SmtpUrlReading {
  const url = URL.canParse(text) ? new URL(text) : null;
  if (url === null || !['smtp:', 'smtps:'].includes(url.protocol) || url.hostname === '') {
    return refuse('it must look like smtp://host:port or smtps://user:password@host:port');
  }
  const wrong = wrongOption(url.searchParams);
  if (wrong !== null) return refuse(wrong);
  const user = decoded(url.username);
  const pass = decoded(url.password);
  if (user === null || pass === null) {
    return refuse('in user or password a "%" is not followed by two hexadecimal digits');
  }
  const on = (name: Switch): boolean => url.searchParams.get(name) === 'true';
  const host = url.hostname.replace(/^\[|\]$/g, '');
  const secure = url.protocol === 'smtps:';
  const auth = user === '' && pass === '' ? null : { user, pass };
  const exposed = auth !== null && !isThisMachine(host);
  return {
    ok: true,
    settings: {
      host,
      port: Number(url.port) || (secure ? 465 : 587),
      secure,
      requireTLS: !secure && (on('require-tls') || (exposed && !on('ignore-tls'))),
      ignoreTLS: on('ignore-tls'),
      auth,
      anyCertificate: on('any-certificate'),
    },
  };
}

/** The same with OAuth2: a token, like a password, leaves this machine under TLS only. `null`: there is a password already. */
export function withSignIn(settings: SmtpSettings, signIn: OAuth2SignIn | null): SmtpSettings | null {
  if (signIn === null) return settings;
  if (settings.auth !== null) return null;
  const exposed = !settings.secure && !settings.ignoreTLS && !isThisMachine(settings.host);
  return { ...settings, auth: signIn, requireTLS: settings.requireTLS || exposed };
}

function wrongOption(options: URLSearchParams): string | null {
  for (const [name, value] of options) {
    if (!SWITCHES.some((one) => one === name)) {
      return `unknown option "${name}": only ${SWITCHES.join(', ')} are known`;
    }
    if (value !== 'true' && value !== 'false') return `option "${name}" must be true or false`;
  }
  return null;
}

const isThisMachine = (host: string): boolean =>
  host === 'localhost' || host === '::1' || /^127\./.test(host);

function decoded(part: string): string | null {
  try {
    return decodeURIComponent(part);
  } catch {
    return null;
  }
}
