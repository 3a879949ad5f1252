/** The settings about the OpenID provider: see `config.ts`. */
import { readFileSync } from 'node:fs';
import { z } from 'zod';

/** What the environment says of the town's OpenID provider. */
export interface OpenIdConfig {
  readonly issuer: URL;
  readonly clientId: string;
  /** `null`: a public client, which PKCE alone protects. */
  readonly clientSecret: string | null;
  /** Separated by blanks. */
  readonly scopes: string;
  /** One of these must have been reached; empty: whatever it takes the provider. */
  readonly acrValues: readonly string[];
  /** Names of the claims; `null`: the fiscal code is not looked at. */
  readonly claims: {
    readonly email: string;
    readonly emailVerified: string;
    readonly fiscalCode: string | null;
  };
  /** The directory's addresses are the town's own: taken without a word that they are verified. */
  readonly emailsAreVerified: boolean;
  /** Hashes fiscal codes; `null` where they are not looked at. */
  readonly fiscalKey: string | null;
  /** What the button says after "Entra con". */
  readonly label: string;
}

const LOOPBACK_HTTP = /^http:\/\/(localhost|127\.0\.0\.1|\[::1\])(:\d+)?(\/|$)/;
/** Whoever has any Microsoft account would enter: their addresses are what their own administrators write. */
const OF_MANY_TENANTS = /^https:\/\/login\.microsoftonline\.com\/(common|organizations|consumers)(\/|$)/i;

const issuer = z
  .url({ protocol: /^https?$/, error: 'is no https:// address' })
  .refine((text) => text.startsWith('https:') || LOOPBACK_HTTP.test(text), 'is no https:// address')
  .refine((text) => !OF_MANY_TENANTS.test(text), "must name the town's own tenant")
  .transform((text) => new URL(text));

const secretFile = z.string().transform((path, context): string => {
  try {
    const text = readFileSync(path, 'utf8').trim();
    if (text !== '') return text;
  } catch {
    // Said below, without the path's contents.
  }
  context.addIssue({ code: 'custom', message: 'names no file with a secret that can be read' });
  return z.NEVER;
});

const claim = z.string().regex(/^[\w:./-]{1,120}$/, 'is no name of a claim');
const words = z.string().transform((text) => text.split(/\s+/).filter((word) => word !== ''));
const optional = { required: false, default: null } as const;

export const openIdSettings = [
  {
    env: 'OIDC_ISSUER',
    doc: 'The OpenID provider by which people enter; none: by links alone.',
    ...optional,
    schema: issuer,
  },
  {
    env: 'OIDC_CLIENT_ID',
    doc: 'What the provider calls this service.',
    ...optional,
    schema: z.string().max(200),
  },
  {
    env: 'OIDC_CLIENT_SECRET',
    doc: 'Its secret at the provider; none: a public client.',
    ...optional,
    schema: z.string(),
  },
  { env: 'OIDC_CLIENT_SECRET_FILE', doc: 'A file that holds it instead.', ...optional, schema: secretFile },
  {
    env: 'OIDC_SCOPES',
    doc: 'What is asked of the provider, separated by blanks; openid is one of them.',
    required: false,
    default: 'openid email',
    schema: z.string().refine((text) => text.split(' ').includes('openid'), 'lacks openid'),
  },
  {
    env: 'OIDC_ACR_VALUES',
    doc: 'Levels of which one must be reached, separated by blanks, as https://www.spid.gov.it/SpidL2; none: any.',
    required: false,
    default: '',
    schema: words,
  },
  {
    env: 'OIDC_CLAIM_EMAIL',
    doc: 'The claim with the address.',
    required: false,
    default: 'email',
    schema: claim,
  },
  {
    env: 'OIDC_CLAIM_EMAIL_VERIFIED',
    doc: 'The claim that says that the address is verified.',
    required: false,
    default: 'email_verified',
    schema: claim,
  },
  {
    env: 'OIDC_CLAIM_FISCAL_CODE',
    doc: 'The claim with the fiscal code; none: not looked at.',
    ...optional,
    schema: claim,
  },
  {
    env: 'OIDC_EMAILS_VERIFIED',
    doc: "1: the directory's addresses are the town's own, and taken without that claim.",
    required: false,
    default: '0',
    schema: z.enum(['0', '1'], 'is neither 0 nor 1').transform((text) => text === '1'),
  },
  {
    env: 'OIDC_FISCAL_KEY',
    doc: 'Under it fiscal codes are hashed: random, 32 signs or more, the same for ever.',
    ...optional,
    schema: z.string().min(32, 'is shorter than 32 signs'),
  },
  { env: 'OIDC_FISCAL_KEY_FILE', doc: 'A file that holds it instead.', ...optional, schema: secretFile },
  {
    env: 'OIDC_LABEL',
    doc: 'What people call the provider: the button says "Entra con …".',
    required: false,
    default: 'la tua identità digitale',
    schema: z.string().max(60, 'is longer than 60 signs'),
  },
] as const;

/** One of {@link openIdSettings}. */
export type OpenIdSetting = (typeof openIdSettings)[number]['env'];

/** `config: null`: there is no provider. A refusal names the variable. */
export type OpenIdReading =
  | { readonly ok: true; readonly config: OpenIdConfig | null }
  | { readonly ok: false; readonly refusal: string };

/** Of values that were read one by one; `null` for what is not there. */
export function openIdConfig(value: <T>(name: OpenIdSetting | 'PUBLIC_URL') => T | null): OpenIdReading {
  const refuse = (refusal: string): OpenIdReading => ({ ok: false, refusal });
  const found = value<URL>('OIDC_ISSUER');
  if (found === null) return { ok: true, config: null };
  const clientId = value<string>('OIDC_CLIENT_ID');
  if (clientId === null) return refuse('OIDC_ISSUER needs an OIDC_CLIENT_ID');
  if (value('PUBLIC_URL') === null)
    return refuse('OIDC_ISSUER needs a PUBLIC_URL, to which people come back');
  for (const name of ['OIDC_CLIENT_SECRET', 'OIDC_FISCAL_KEY'] as const)
    if (value(name) !== null && value(`${name}_FILE`) !== null)
      return refuse(`${name} and ${name}_FILE are given: take one away`);
  const fiscalKey = value<string>('OIDC_FISCAL_KEY') ?? value<string>('OIDC_FISCAL_KEY_FILE');
  const fiscalCode = value<string>('OIDC_CLAIM_FISCAL_CODE');
  if (fiscalCode !== null && (fiscalKey?.length ?? 0) < 32)
    return refuse('OIDC_CLAIM_FISCAL_CODE needs an OIDC_FISCAL_KEY of 32 signs or more');
  return {
    ok: true,
    config: {
      issuer: found,
      clientId,
      clientSecret: value<string>('OIDC_CLIENT_SECRET') ?? value<string>('OIDC_CLIENT_SECRET_FILE'),
      scopes: value<string>('OIDC_SCOPES') ?? 'openid email',
      acrValues: value<readonly string[]>('OIDC_ACR_VALUES') ?? [],
      claims: {
        email: value<string>('OIDC_CLAIM_EMAIL') ?? 'email',
        emailVerified: value<string>('OIDC_CLAIM_EMAIL_VERIFIED') ?? 'email_verified',
        fiscalCode,
      },
      emailsAreVerified: value<boolean>('OIDC_EMAILS_VERIFIED') ?? false,
      fiscalKey: fiscalCode === null ? null : fiscalKey,
      label: value<string>('OIDC_LABEL') ?? '',
    },
  };
}
