/** The pages as browsers see them: the application at an address of its own, and people who have entered. */
import type { AddressInfo } from 'node:net';
import { serve } from '@hono/node-server';
import type { Browser, BrowserContext, BrowserContextOptions } from 'playwright-core';
import { afterAll, beforeAll } from 'vitest';
import type { Stage } from '../api/stage.js';
import { openChromium } from './chromium.js';

export interface Site {
  /** `http://127.0.0.1:<port>`. */
  readonly base: string;
  /** A browser of its own in which that person has entered; `null`: nobody has. */
  enter(person: string | null, options?: BrowserContextOptions): Promise<BrowserContext>;
}

/** Call it at the top of a file. Server and browser end after its last test. */
export async function openSite({ app, enter }: Pick<Stage, 'app' | 'enter'>): Promise<Site> {
  const server = serve({ fetch: app.fetch, hostname: '127.0.0.1', port: 0 });
  await new Promise((resolve) => server.once('listening', resolve));
  const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  let browser: Browser;
  beforeAll(async () => {
    browser = await openChromium();
  });
  afterAll(async () => {
    await browser?.close();
    await new Promise((resolve) => server.close(resolve));
  });
  return {
    base,
    async enter(person, options = {}) {
      const context = await browser.newContext({ baseURL: base, locale: 'it-IT', ...options });
      context.setDefaultTimeout(15_000);
      if (person === null) return context;
      const [name = '', value = ''] = (await enter(person)).cookie.split('=');
      await context.addCookies([{ name, value, url: base }]);
      return context;
    },
  };
}
