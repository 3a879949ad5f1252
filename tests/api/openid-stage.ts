/** The stage of sign-in with a real OpenID provider beside it. */

import { readConfig } from '../../api/config.js';
import { createApp } from '../../api/create-app.js';
import { openIdProvider } from '../../api/openid-provider.js';
import type { OpenIdConfig } from '../../api/openid-settings.js';
import { CLIENT_SECRET, openTownProvider, type TownProvider } from './openid-town-provider.js';
import { Browser, openSignInStage, type SignInStage } from './sign-in-stage.js';
import type { Answer, Visitor } from './visitor.js';

export const PUBLIC_URL = 'https://traguardo.example';
export const FISCAL_KEY = 'una chiave lunga abbastanza per i test';

/** What the environment must say for the provider of the tests, with changes. */
export function openIdEnv(issuer: string, change: Readonly<Record<string, string>> = {}): OpenIdConfig {
  const { openId } = readConfig({
    ...{
      DATABASE_URL: 'postgres://traguardo_app@localhost/t',
      TEMPORAL_ADDRESS: '127.0.0.1:7233',
      PUBLIC_URL,
    },
    ...{ OIDC_ISSUER: issuer, OIDC_CLIENT_ID: 'traguardo', OIDC_CLIENT_SECRET: CLIENT_SECRET },
    ...change,
  });
  if (openId === null) throw new Error('the environment names no provider');
  return openId;
}

export interface OpenIdStage extends Omit<SignInStage, 'browser'> {
  readonly provider: TownProvider;
  readonly app: ReturnType<typeof createApp>;
  /** A browser at an API of its own, with the settings of the stage and these. */
  browser(change?: Readonly<Record<string, string>>): Visitor;
  /** Somebody new in our town, whom the provider knows as `subject` by the same address. */
  known(
    claims?: Readonly<Record<string, unknown>>,
  ): Promise<{ readonly email: string; readonly subject: string }>;
  /** From the page to the provider, as that subject, and back to the page: the last answer, and what it was asked for. */
  enter(browser: Visitor, subject: string, wanted?: string): Promise<Answer & { readonly back: string }>;
  /** The way there alone: where the provider sends the browser. */
  there(browser: Visitor, wanted?: string): Promise<URL>;
}

/** Call it at the top of a test file. */
export async function openOpenIdStage(settings: Readonly<Record<string, string>> = {}): Promise<OpenIdStage> {
  const own = await openSignInStage();
  const provider = await openTownProvider(PUBLIC_URL);
  const usual = openIdProvider(openIdEnv(provider.issuer, settings), PUBLIC_URL);
  /** Each counts by itself how often a source asks. */
  const appOf = (change?: Readonly<Record<string, string>>) =>
    createApp({
      ...own.stage.deps,
      openId:
        change === undefined
          ? usual
          : openIdProvider(openIdEnv(provider.issuer, { ...settings, ...change }), PUBLIC_URL),
    });
  const app = appOf();
  let made = 0;
  const there = async (browser: Visitor, wanted = ''): Promise<URL> => {
    const asked = wanted === '' ? '' : `?poi=${encodeURIComponent(wanted)}`;
    const { status, headers, text } = await browser.get(`/accesso/identita${asked}`);
    if (status !== 303) throw new Error(`no way to the provider: ${status} ${text}`);
    return new URL(headers.get('location') ?? '');
  };
  return {
    ...own,
    ...{ provider, app },
    browser: (change) => new Browser(appOf(change)),
    async known(claims = {}) {
      made += 1;
      const [email, subject] = [await own.somebody(), `soggetto-${made}`];
      provider.people.set(subject, { email, email_verified: true, ...claims });
      return { email, subject };
    },
    there,
    async enter(browser, subject, wanted) {
      provider.coming = { as: subject };
      const { pathname, search } = await provider.visit((await there(browser, wanted)).href);
      const back = `${pathname}${search}`;
      return { ...(await browser.get(back)), back };
    },
  };
}
