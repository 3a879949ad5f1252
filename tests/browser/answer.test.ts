/** From the mail on a phone of 320 px to the answer, without JavaScript and without entering. */
import type { BrowserContext, BrowserContextOptions } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { composeDigest } from '../../mail/compose.js';
import { fillLinksInHtml } from '../../mail/placeholders.js';
import { inTown } from '../../store/in-town.js';
import { storeMessage } from '../../store/notices/inbox.js';
import { changePerson } from '../../store/people/people.js';
import { mailed, ofFinance } from '../api/answer/mailed.js';
import { NOON, openStage } from '../api/stage.js';
import { digest, noticeLine } from '../mail/facts.js';
import { expectFit } from './expect-fit.js';
import { openSite } from './site.js';

const stage = await openStage();
const { ours, sql } = stage;
const { base, enter } = await openSite(stage);

const phone = (person: string | null, options: BrowserContextOptions = {}): Promise<BrowserContext> =>
  enter(person, { viewport: { width: 320, height: 640 }, hasTouch: true, ...options });

describe('without JavaScript, on a phone', () => {
  it('the button of the mail in the inbox opens the page; one answers with a photo, reads the receipt, takes it back', async () => {
    const obligation = ofFinance(ours, 1);
    const link = await mailed(stage, { person: ours.people.head, obligation });
    const mail = composeDigest(digest([noticeLine('late-1', { obligation: obligation.id })]));
    const message = await storeMessage(
      sql,
      {
        ...{ messageId: null, envelopeFrom: 'a@prova.example', envelopeTo: ['b@prova.example'], headers: [] },
        ...{
          headerFrom: 'a@prova.example',
          headerTo: 'b@prova.example',
          subject: mail.subject,
          text: mail.text,
        },
        html: fillLinksInHtml(mail.html, [`${base}${link}`]),
      },
      NOON,
    );
    const context = await phone(ours.people.secretary, { javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto(`/posta/${message}`);
    await page
      .frameLocator('iframe')
      .getByRole('link', { name: /^Rispondi/ })
      .click();
    await page.waitForURL(`**${link}`);
    await context.clearCookies();

    await page.getByText('Concluso', { exact: true }).tap();
    await page.getByLabel('Conclusa il').fill('2023-06-28');
    await page.getByLabel(/^Nota/).fill('Delibera C.C. 12 del 28 giugno');
    const jpeg = Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), Buffer.alloc(100_000, 5)]);
    await page.getByLabel(/^Documenti/).setInputFiles([
      { name: 'foto.jpg', mimeType: 'image/jpeg', buffer: jpeg },
      { name: 'delibera.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.4\n%%EOF\n') },
    ]);
    await page.getByRole('button', { name: 'Registra: concluso' }).tap();
    await page.waitForURL('**?esito=concluso');
    const receipt = await page.locator('main').innerText();
    expect(receipt).toContain('Hai risposto: Concluso mercoledì 28 giugno 2023.');
    expect(receipt).toContain('fino a giovedì 6 luglio 2023');
    expect(await context.cookies()).toEqual([]);

    await page.getByRole('button', { name: 'Ritira la risposta' }).tap();
    await page.waitForURL('**?esito=ritirata');
    expect(await page.getByRole('status').innerText()).toContain('Risposta ritirata');
    await page.getByText('In corso', { exact: true }).tap();
    await page.getByLabel(/^Motivazione/).fill('Manca il parere dei revisori');
    await page.getByLabel('Conclusione prevista').fill('2023-07-14');
    await page.getByRole('button', { name: 'Registra: in corso' }).tap();
    await page.waitForURL('**?esito=in-corso');
    expect(await page.locator('main').innerText()).toContain('I solleciti riprendono lunedì 17 luglio 2023');
    await context.close();
  });

  it('every button and every way is at least 44 px high', async () => {
    const link = await mailed(stage, { person: ours.people.head, obligation: ofFinance(ours, 2) });
    const context = await phone(null, { javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto(link);
    for (const way of await page.locator('main summary').all())
      expect((await way.boundingBox())?.height).toBeGreaterThanOrEqual(44);
    await page.getByText('Concluso', { exact: true }).tap();
    const button = page.getByRole('button', { name: 'Registra: concluso' });
    expect((await button.boundingBox())?.height).toBeGreaterThanOrEqual(44);
    await context.close();
  });
});

describe('every state of the page', () => {
  it('open, refused beside a field, not mine, read, read only, broken, expired: axe finds nothing, nothing sticks out', async () => {
    const context = await phone(null);
    const page = await context.newPage();
    const obligation = ofFinance(ours, 3);
    const link = await mailed(stage, { person: ours.people.head, obligation });
    await page.goto(link);
    await expectFit(page, 'open');
    await page.locator('#doneOn-concluso').evaluate((one) => {
      one.removeAttribute('max');
      (one as unknown as { value: string }).value = '2023-12-31';
    });
    await page.getByRole('button', { name: 'Registra: concluso' }).click();
    await page.waitForLoadState();
    expect(await page.getByRole('alert').innerText()).toContain('nel futuro');
    await expectFit(page, 'refused');
    await page.getByLabel('Perché, e di chi è').fill('È del settore Tecnico');
    await page.getByRole('button', { name: 'Registra: non è di mia competenza' }).click();
    await page.waitForURL('**?esito=non-mia');
    await expectFit(page, 'not-mine');
    const seen = page.getByRole('button', { name: 'Ho preso visione' });
    expect((await seen.boundingBox())?.height).toBeGreaterThanOrEqual(44);
    await seen.click();
    await page.waitForURL('**?esito=presa-visione');
    expect(await page.locator('main').innerText()).toContain('Hai preso visione');
    await expectFit(page, 'seen');
    const reading = await mailed(stage, { person: ours.people.mayor, obligation });
    await page.goto(reading);
    await expectFit(page, 'read-only');
    await page.goto('/r/nulla');
    await expectFit(page, 'broken');
    await page.goto(await mailed(stage, { person: ours.people.head, obligation, day: '2023-04-03' }));
    await expectFit(page, 'expired');
    const box = { name: 'Responsabile', email: 'settore@prova.example', sharedMailbox: true };
    await inTown(sql, ours.town, (tx) => changePerson(tx, ours.people.head, box));
    await page.goto(await mailed(stage, { person: ours.people.head, obligation: ofFinance(ours, 0) }));
    await expectFit(page, 'shared');
    await context.close();
  });

  it('so are the obligation’s own page with its answers, and the codes of shared mailboxes', async () => {
    for (const [who, path, shot] of [
      [ours.people.head, `/scadenze/${ofFinance(ours, 0).id}`, 'signed-in'],
      [ours.people.secretary, `/scadenze/${ofFinance(ours, 3).id}`, 'secretary'],
      [ours.people.secretary, '/codici', 'codes'],
    ] as const) {
      const context = await phone(who);
      const page = await context.newPage();
      await page.goto(path);
      await expectFit(page, shot);
      await context.close();
    }
  });
});
