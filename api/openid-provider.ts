/**
 * Talks to the town's OpenID provider. What it is like is asked when the first person enters, and again until it
 * answers: a provider that is down stops nobody but those who would enter by it.
 */
import * as client from 'openid-client';
import type { OpenIdIdentity } from '../store/entry/openid.js';
import { fiscalHash } from './fiscal-code.js';
import { lacksClaims, readClaims } from './openid-claims.js';
import type { OpenIdConfig } from './openid-settings.js';

/** Seconds after which the provider counts as down. */
const PATIENCE_SECONDS = 5;
/** Where the provider sends people back to, below the public address. */
export const RETURN_PATH = '/accesso/identita/ritorno';

/** What must come back as it went: all known to one browser alone. */
export interface OpenIdChecks {
  readonly state: string;
  readonly nonce: string;
  /** Of PKCE. */
  readonly verifier: string;
}

/** `away`: it does not answer. `declined`: the person, or the provider, said no. `code`: for the log; names nobody. */
export type OpenIdAnswer =
  | { readonly ok: true; readonly identity: OpenIdIdentity }
  | { readonly ok: false; readonly why: 'away' | 'declined' | 'refused'; readonly code: string };

export interface OpenIdProvider {
  /** What the button says after "Entra con". */
  readonly label: string;
  /** Keyed hash of a fiscal code; `null` where the provider's fiscal codes are not looked at. */
  readonly hashOf: ((code: string) => Uint8Array) | null;
  /** Where the browser goes to enter; `null`: the provider does not answer. */
  begin(checks: OpenIdChecks): Promise<URL | null>;
  /** `query`: what it came back with, nothing of which is trusted. */
  finish(query: URLSearchParams, checks: OpenIdChecks): Promise<OpenIdAnswer>;
  /** Where the browser goes to leave the provider too; `null`: it does not answer, or cannot. */
  leave(): Promise<URL | null>;
}

/** `publicUrl` is the address people type. */
export function openIdProvider(config: OpenIdConfig, publicUrl: string): OpenIdProvider {
  const base = publicUrl.replace(/\/+$/, '');
  let known: Promise<client.Configuration> | null = null;
  const provider = (): Promise<client.Configuration> => {
    known ??= discover(config).catch((error: unknown) => {
      known = null;
      throw error;
    });
    return known;
  };
  const { fiscalKey } = config;
  return {
    label: config.label,
    hashOf: fiscalKey === null ? null : (code) => fiscalHash(code, fiscalKey),
    async begin({ state, nonce, verifier }) {
      const found = await provider().catch(() => null);
      if (found === null) return null;
      return client.buildAuthorizationUrl(found, {
        redirect_uri: `${base}${RETURN_PATH}`,
        scope: config.scopes,
        ...{ state, nonce, code_challenge_method: 'S256' },
        code_challenge: await client.calculatePKCECodeChallenge(verifier),
        ...(config.acrValues.length === 0 ? {} : { acr_values: config.acrValues.join(' ') }),
      });
    },
    async finish(query, { state, nonce, verifier }) {
      const here = new URL(`${base}${RETURN_PATH}`);
      here.search = query.toString();
      try {
        const found = await provider();
        const tokens = await client.authorizationCodeGrant(found, here, {
          ...{
            expectedState: state,
            expectedNonce: nonce,
            pkceCodeVerifier: verifier,
            idTokenExpected: true,
          },
        });
        const read = readClaims(await claimsOf(found, tokens, config), config);
        return read.ok ? read : { ok: false, why: 'refused', code: read.why };
      } catch (error) {
        return answerOf(error);
      }
    },
    async leave() {
      const found = await provider().catch(() => null);
      if (found?.serverMetadata().end_session_endpoint === undefined) return null;
      return client.buildEndSessionUrl(found, { post_logout_redirect_uri: `${base}/` });
    },
  };
}

async function discover(config: OpenIdConfig): Promise<client.Configuration> {
  const { issuer, clientId, clientSecret } = config;
  // Settings let plain http through for this machine alone (`openid-settings.ts`).
  const execute = issuer.protocol === 'http:' ? [client.allowInsecureRequests] : [];
  const found = await client.discovery(issuer, clientId, undefined, client.None(), {
    ...{ timeout: PATIENCE_SECONDS, execute },
  });
  if (clientSecret === null) return found;
  const metadata = found.serverMetadata();
  // Where the provider does not say how a client shows its secret, it is in the header (OpenID Connect Discovery §3).
  const byPost = metadata.token_endpoint_auth_methods_supported?.includes('client_secret_post') ?? false;
  const show = byPost ? client.ClientSecretPost : client.ClientSecretBasic;
  const known = new client.Configuration(metadata, clientId, undefined, show(clientSecret));
  known.timeout = PATIENCE_SECONDS;
  for (const extension of execute) extension(known);
  return known;
}

/** The ID token's, and the userinfo's where the token lacks what is wanted. */
async function claimsOf(
  found: client.Configuration,
  tokens: Awaited<ReturnType<typeof client.authorizationCodeGrant>>,
  config: OpenIdConfig,
): Promise<Readonly<Record<string, unknown>>> {
  const claims = tokens.claims();
  // `authorizationCodeGrant` does without an ID token only where none was expected.
  if (claims === undefined) return {};
  const canAsk = found.serverMetadata().userinfo_endpoint !== undefined;
  if (!canAsk || !lacksClaims(claims, config)) return claims;
  return { ...(await client.fetchUserInfo(found, tokens.access_token, claims.sub)), ...claims };
}

/** Messages may quote claims: only what kind of failure it was is told. */
function answerOf(error: unknown): Extract<OpenIdAnswer, { ok: false }> {
  if (error instanceof client.AuthorizationResponseError) {
    const isAway = ['temporarily_unavailable', 'server_error'].includes(error.error);
    return { ok: false, why: isAway ? 'away' : 'declined', code: error.code };
  }
  const code = String((error as { code?: unknown }).code ?? (error as Error).name);
  // `fetch` throws a TypeError where nobody listens.
  const isAway = code === 'OAUTH_TIMEOUT' || (error instanceof TypeError && error.message === 'fetch failed');
  return { ok: false, why: isAway ? 'away' : 'refused', code };
}
