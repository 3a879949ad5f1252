/** The address of one's calendar and the closures of the offices, in a real browser: on pages without any script. */
import type { AddressInfo } from 'node:net';
import { serve } from '@hono/node-server';
import type { Browser, BrowserContext } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openStage } from '../api/stage.js';
import { openChromium } from './chromium.js';
import { expectFit } from './expect-fit.js';

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

async function openAs(person: string): Promise<BrowserContext> {
  const context = await browser.newContext({ baseURL: base, locale: 'it-IT' });
  context.setDefaultTimeout(15_000);
  const [name = '', value = ''] = (await stage.enter(person)).cookie.split('=');
  await context.addCookies([{ name, value, url: base }]);
  return context;
}

describe('on pages without a script', () => {
  it('a Responsabile makes an address, sees it once whole, and takes it back; the Segretario sees that it is there', async () => {
    const context = await openAs(ours.people.otherHead);
    const page = await context.newPage();
    await page.goto('/le-mie-scadenze');
    await page.getByRole('link', { name: /Il mio calendario/ }).click();
    expect(await page.locator('script').count()).toBe(0);
    await expectFit(page, 'calendario-nessuno');
    await page.getByRole('button', { name: "Crea l'indirizzo" }).click();
    const address = (await page.locator('code').textContent()) ?? '';
    expect(address).toMatch(/\/calendario\/[\w-]{43}\.ics$/);
    await expectFit(page, 'calendario-creato');
    expect((await fetch(address)).status).toBe(200);

    const other = await openAs(ours.people.secretary);
    const secretary = await other.newPage();
    await secretary.goto(`/persone/${ours.people.otherHead}`);
    await secretary.getByRole('heading', { name: 'Calendario personale' }).scrollIntoViewIfNeeded();
    await expectFit(secretary, 'calendario-persona');
    await other.close();

    await page.goto('/le-mie-scadenze/calendario');
    await page.getByRole('button', { name: "Annulla l'indirizzo" }).click();
    await page.getByText('Indirizzo annullato').waitFor();
    expect((await fetch(address)).status).toBe(410);
    await context.close();
  });

  it('the Segretario sets the patron by rule and a week in summer, sees which mails move, and saves', async () => {
    const context = await openAs(ours.people.secretary);
    const page = await context.newPage();
    await page.goto('/prova-generale');
    await page.getByRole('link', { name: 'Chiusure degli uffici' }).click();
    expect(await page.locator('script').count()).toBe(0);
    await expectFit(page, 'chiusure');
    const patron = page.getByRole('group', { name: 'Festa 1' });
    await patron.getByLabel('Nome').fill('Patrono');
    await patron.getByLabel('Giorno').selectOption('seconda domenica');
    await patron.getByLabel('Mese').selectOption('ottobre');
    const summer = page.getByRole('group', { name: 'Periodo 1' });
    await summer.getByLabel('Dal').fill('2023-07-14');
    await summer.getByLabel(/^Al/).fill('2023-07-03');
    await page.getByRole('button', { name: 'Mostra che cosa cambierebbe' }).click();
    await page.getByRole('link', { name: "L'ultimo giorno viene prima del primo." }).waitFor();
    await expectFit(page, 'chiusure-rifiutate');
    await summer.getByLabel('Dal').fill('2023-07-03');
    await summer.getByLabel(/^Al/).fill('2023-07-14');
    await page.getByRole('button', { name: 'Mostra che cosa cambierebbe' }).click();
    await page.getByText(/^Messaggi: /).waitFor();
    await expectFit(page, 'chiusure-effetto');
    await page.getByRole('button', { name: 'Salva le chiusure' }).click();
    await page.getByText('Chiusure registrate').waitFor();
    expect(await page.getByLabel('Dal').first().inputValue()).toBe('2023-07-03');
    await context.close();
  });
});
