/** A real OpenID provider on loopback, in which whoever comes is at once who the test says; and a browser for its pages. */
import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Provider } from 'oidc-provider';
import { afterAll } from 'vitest';

/** What the provider does with the next who comes. */
export type Coming =
  | { readonly as: string; readonly acr?: string }
  /** An error of RFC 6749 §4.1.2.1. */
  | { readonly error: string };

export interface TownProvider {
  readonly issuer: string;
  /** Claims beside the subject, by subject. */
  readonly people: Map<string, Readonly<Record<string, unknown>>>;
  /** From now on. */
  coming: Coming;
  /** Requests to the token endpoint. */
  readonly exchanged: () => number;
  /** Goes there in a browser of its own, follows the provider's pages, and returns where they lead out of it. */
  visit(url: string): Promise<URL>;
  close(): Promise<void>;
  /** At the same address, after `close`. */
  open(): Promise<void>;
}

export const CLIENT_SECRET = 'un segreto lungo abbastanza per i test';
const SCOPES = 'openid email profile';

/** Two clients, `traguardo` and `altro`, come back to the same address. Closed after the file's last test. */
export async function openTownProvider(publicUrl: string): Promise<TownProvider> {
  const server = createServer();
  const listen = (port: number): Promise<void> =>
    new Promise((resolve) => server.listen(port, '127.0.0.1', () => resolve()));
  await listen(0);
  const { port } = server.address() as AddressInfo;
  const issuer = `http://127.0.0.1:${port}`;
  const people = new Map<string, Readonly<Record<string, unknown>>>();
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const client = {
    client_secret: CLIENT_SECRET,
    redirect_uris: [`${publicUrl}/accesso/identita/ritorno`],
    post_logout_redirect_uris: [`${publicUrl}/`],
    token_endpoint_auth_method: 'client_secret_post',
  };
  const hour = 3600;
  const provider: Provider = new Provider(issuer, {
    clients: [
      { ...client, client_id: 'traguardo' },
      { ...client, client_id: 'altro' },
    ],
    jwks: { keys: [{ ...privateKey.export({ format: 'jwk' }), use: 'sig', alg: 'RS256' }] },
    cookies: { keys: [randomBytes(16).toString('hex')] },
    claims: { openid: ['sub'], email: ['email', 'email_verified'], profile: ['fiscal_number'], acr: null },
    acrValues: ['https://www.spid.gov.it/SpidL1', 'https://www.spid.gov.it/SpidL2'],
    features: { devInteractions: { enabled: false } },
    ttl: {
      AccessToken: hour,
      AuthorizationCode: 60,
      Grant: hour,
      IdToken: hour,
      Interaction: hour,
      Session: hour,
    },
    interactions: { url: (_: unknown, { uid }: { uid: string }) => `/interaction/${uid}` },
    findAccount: (_: unknown, sub: string) => ({
      accountId: sub,
      claims: () => ({ sub, ...people.get(sub) }),
    }),
    async loadExistingGrant({
      oidc,
    }: {
      oidc: { client: { clientId: string }; session: { accountId: string } };
    }) {
      const grant = new provider.Grant({ clientId: oidc.client.clientId, accountId: oidc.session.accountId });
      grant.addOIDCScope(SCOPES);
      await grant.save();
      return grant;
    },
  });
  let exchanged = 0;
  const answer = provider.callback();
  server.on('request', (request, response) => {
    if (request.url === '/token') exchanged += 1;
    if (request.url?.startsWith('/interaction/') !== true) return void answer(request, response);
    const { coming } = town;
    const result =
      'error' in coming
        ? { error: coming.error }
        : { login: { accountId: coming.as, ...(coming.acr === undefined ? {} : { acr: coming.acr }) } };
    void provider.interactionFinished(request, response, result);
  });
  const close = (): Promise<void> =>
    new Promise((resolve) => {
      server.closeAllConnections();
      server.close(() => resolve());
    });
  afterAll(close);
  const town: TownProvider = {
    ...{
      issuer,
      people,
      coming: { as: 'nessuno' },
      exchanged: () => exchanged,
      close,
      open: () => listen(port),
    },
    visit: (url) => visit(url, issuer),
  };
  return town;
}

async function visit(url: string, issuer: string): Promise<URL> {
  const jar = new Map<string, string>();
  let here = new URL(url);
  for (let step = 0; here.origin === issuer; step += 1) {
    if (step > 10) throw new Error(`the provider leads nowhere: ${here.pathname}`);
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
    const answer = await fetch(here, { redirect: 'manual', headers: { cookie } });
    for (const line of answer.headers.getSetCookie()) {
      const [name = '', value = ''] = (line.split(';')[0] ?? '').split('=');
      jar.set(name, value);
    }
    const next = answer.headers.get('location');
    if (next === null)
      throw new Error(`the provider stops at ${here.pathname}: ${answer.status} ${await answer.text()}`);
    here = new URL(next, here);
  }
  return here;
}
