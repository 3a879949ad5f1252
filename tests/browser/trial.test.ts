/** A trial from its inbox to going live, in a real browser. */
import type { AddressInfo } from 'node:net';
import { AxeBuilder } from '@axe-core/playwright';
import { serve } from '@hono/node-server';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { composeDigest } from '../../mail/compose.js';
import { fillLinks, fillLinksInHtml } from '../../mail/placeholders.js';
import { inTown } from '../../store/in-town.js';
import { keepTrialMail } from '../../store/trial-inbox.js';
import { NOON, openStage } from '../api/stage.js';
import { digest, noticeLine } from '../mail/facts.js';
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

async function expectFit(page: Page, shot: string): Promise<void> {
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

it('the Segretario reads the mails of the trial, is told what goes and what starts, and puts the town in service', async () => {
  const cookie = (await stage.enter(ours.people.secretary)).cookie;
  const mail = composeDigest(digest([noticeLine('due-day'), noticeLine('late-3')]));
  const links = mail.links.map((_, n) => `https://traguardo.example/r/${n}`);
  await inTown(stage.sql, ours.town, async (tx) => {
    await tx`update town set mode = 'trial', clock_offset_ms = ${30 * 86_400_000}`;
    await tx`update person set email = null where id = ${ours.people.otherHead}`;
    await keepTrialMail(
      tx,
      {
        ...{ messageId: '<1@prova.example>', envelopeFrom: 'a@b.example', envelopeTo: ['c@d.example'] },
        ...{ headerFrom: 'Comune <avvisi@comune.example>', headerTo: 'responsabile@prova.example' },
        subject: mail.subject,
        text: fillLinks(mail.text, links),
        html: fillLinksInHtml(mail.html, links),
        headers: [{ key: 'Message-ID', value: '<1@prova.example>' }],
      },
      { receivedAt: NOON, townAt: NOON },
    );
  });
  const context = await browser.newContext({ baseURL: base, locale: 'it-IT' });
  const [name = '', value = ''] = cookie.split('=');
  await context.addCookies([{ name, value, url: base }]);
  const page = await context.newPage();

  await page.goto('/cruscotto');
  await page.getByText('In prova: nessun messaggio parte').waitFor();
  await page.getByRole('link', { name: 'Posta di prova' }).click();
  await expectFit(page, 'posta-di-prova');
  await page.getByRole('link', { name: mail.subject }).click();
  await expectFit(page, 'posta-di-prova-messaggio');
  await page.getByRole('link', { name: 'Vai in esercizio' }).click();
  await expectFit(page, 'esercizio');
  await page.getByLabel("Per confermare scrivi il nome dell'ente").fill('Un altro ente');
  await page.getByRole('button', { name: 'Vai in esercizio' }).click();
  await page.getByText("Per confermare scrivi il nome dell'ente: Comune di qua.").first().waitFor();
  await expectFit(page, 'esercizio-rifiutato');
  await page.getByLabel("Per confermare scrivi il nome dell'ente").fill('Comune di qua');
  await page.getByRole('button', { name: 'Vai in esercizio' }).click();
  await page.getByText("L'ente è in esercizio: l'orologio è quello vero").waitFor();
  expect(await page.getByText('In prova: nessun messaggio parte').count()).toBe(0);
  await expectFit(page, 'esercizio-fatto');
  await context.close();
});
