/** *Calendario normativo* in a real browser without JavaScript: the year's terms, and the town's own days. */
import type { AddressInfo } from 'node:net';
import { AxeBuilder } from '@axe-core/playwright';
import { serve } from '@hono/node-server';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openStage } from '../api/stage.js';
import { openChromium } from './chromium.js';
import { shoot } from './shoot.js';

const stage = await openStage();
const { ours } = stage;
const server = serve({ fetch: stage.app.fetch, hostname: '127.0.0.1', port: 0 });
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

async function openAs(person: string, javaScriptEnabled: boolean): Promise<BrowserContext> {
  const context = await browser.newContext({ baseURL: base, locale: 'it-IT', javaScriptEnabled });
  const [name = '', value = ''] = (await stage.enter(person)).cookie.split('=');
  await context.addCookies([{ name, value, url: base }]);
  return context;
}

/** Every detail open, wide and narrow. On a page of this length axe waits by timers, which need JavaScript. */
async function expectFit(page: Page, shot: string): Promise<void> {
  await page.evaluate(
    `for (const one of document.querySelectorAll('main details')) one.setAttribute('open', '')`,
  );
  for (const width of [1280, 320]) {
    await page.setViewportSize({ width, height: 900 });
    const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze();
    expect(
      violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`),
      `${shot} at ${width} px`,
    ).toEqual([]);
    expect(await page.evaluate('document.documentElement.scrollWidth'), shot).toBeLessThanOrEqual(width);
    await shoot(page, `${shot}-${width}`);
  }
}

describe('the Calendario normativo', () => {
  it('without JavaScript says why the PIAO of 2023 fell on 16 October, and counts the other reading once the budget is entered', async () => {
    const context = await openAs(ours.people.secretary, false);
    const page = await context.newPage();
    await page.goto('/cruscotto');
    await page.getByRole('navigation', { name: 'Sezioni' }).getByText('Altro').click();
    await page.getByRole('link', { name: 'Calendario normativo' }).click();
    const piao = page.locator('#piao');
    await piao.getByText('lunedì 16 ottobre 2023').waitFor();
    await piao.getByText('Domenica 15 ottobre 2023 è un giorno festivo').waitFor();
    await piao.getByText("30 giorni dall'approvazione del bilancio").waitFor();
    await page.getByLabel('Bilancio di previsione').fill('2023-02-20');
    await page.getByLabel('Abitanti').fill('7.500');
    await page.getByRole('button', { name: 'Salva' }).click();
    await page.getByText('Dati registrati').waitFor();
    await piao.getByText('mercoledì 22 marzo 2023').waitFor();
    await page.locator('#peg').getByText('lunedì 13 marzo 2023').waitFor();
    expect(await page.getByLabel('Abitanti').inputValue()).toBe('7500');
    const years = page.getByRole('navigation', { name: 'Anno del ciclo' });
    await years.getByRole('link', { name: '2024' }).click();
    await piao.getByText('lunedì 15 aprile 2024').waitFor();
    await context.close();
  });

  it('fits 1280 and 320 px without an axe violation: as it is, of another year, and with something to correct', async () => {
    const context = await openAs(ours.people.secretary, true);
    const page = await context.newPage();
    await page.goto('/calendario-normativo');
    await expectFit(page, 'calendario-normativo');
    await page.goto('/calendario-normativo?anno=2026');
    await expectFit(page, 'calendario-normativo-2026');
    await page.getByLabel('Abitanti').fill('tanti');
    await page.getByRole('button', { name: 'Salva' }).click();
    await page.getByRole('link', { name: 'non è un numero di abitanti' }).waitFor();
    await expectFit(page, 'calendario-normativo-rifiutato');
    await context.close();
  });
});
