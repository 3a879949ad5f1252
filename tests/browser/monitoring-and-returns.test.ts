/** A half-year's submission lived by head and Segretario, and a mail that comes back twice, in a real browser. */
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { addDays } from '../../domain/time/civil-date.js';
import { inTown } from '../../store/in-town.js';
import { beginData, freezeDigests, recordAnswer } from '../../store/notices/digests.js';
import { storeMessage } from '../../store/notices/inbox.js';
import { findPerson } from '../../store/people/people.js';
import { readInboxReturns } from '../../worker/returns.js';
import { townTime } from '../activities/town.js';
import { thingsOf } from '../api/route-samples.js';
import { openStage } from '../api/stage.js';
import { digestFor, TODAY } from '../store/furnished-town.js';
import { expectFit } from './expect-fit.js';
import { openSite } from './site.js';

const now = townTime('2023-07-03 10:00');
const stage = await openStage({ now: () => now });
const { ours, sql } = stage;
const { submission } = await thingsOf(sql, ours);
const place = `/monitoraggio/${submission}`;
const site = await openSite(stage);

/** A page of somebody's own browser, on which scripts that fail fail the test. */
async function openAs(person: string, javaScriptEnabled = true): Promise<Page> {
  const page = await (await site.enter(person, { javaScriptEnabled })).newPage();
  page.on('pageerror', (error) => expect.unreachable(error.message));
  return page;
}

const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();

/** Each objective is late for a reason, its figures awaited. */
async function fillIn(page: Page): Promise<void> {
  for (const line of await page.locator('fieldset[data-voce]').all()) {
    await line.getByLabel('Stato di avanzamento').selectOption('late');
    for (const box of await line.getByLabel('In attesa del dato').all()) await box.check();
    if ((await line.locator('details[open]').count()) === 0) await line.locator('summary').click();
    await line.getByLabel('Scostamento dal piano').fill('Un mese di ritardo');
    await line.locator('select[name$=".cause"]').selectOption({ index: 1 });
    await line.getByLabel('Azione correttiva').fill('Si recupera in settembre');
    await line.locator('select[name$=".proposal"]').selectOption('confirm');
  }
  const list = page.getByLabel('Le ho rilette e le confermo');
  if ((await list.count()) > 0) await list.check();
}

describe('the submission of a half-year', () => {
  it('is saved half-filled, refused with what is missing, transmitted, returned, transmitted again', async () => {
    const head = await openAs(ours.people.head);
    await head.goto('/monitoraggio');
    await expectFit(head, 'monitoraggio');
    await head.goto(place);
    await press(head, 'Salva bozza');
    await head.getByText('Bozza salvata. Non è ancora trasmessa.').waitFor();
    await press(head, 'Trasmetti');
    await head.getByRole('alert').getByText('Obiettivo 1: manca la proposta.').waitFor();
    await expectFit(head, 'monitoraggio-incompleto');
    await fillIn(head);
    await press(head, 'Trasmetti');
    await head.getByText('Monitoraggio trasmesso').waitFor();

    const secretary = await openAs(ours.people.secretary, false);
    await secretary.goto(place);
    await secretary.getByLabel('Che cosa integrare').fill('Il numero della determina.');
    await press(secretary, 'Restituisci per integrazioni');
    await secretary.getByText('Restituito per integrazioni: il settore').waitFor();

    await head.goto(place);
    await head.getByRole('heading', { name: 'Che cosa integrare' }).waitFor();
    await head.getByLabel('Riscontri').first().fill('Determina n. 31');
    await press(head, 'Trasmetti');
    await head.getByText('Monitoraggio trasmesso').waitFor();

    const oiv = await openAs(ours.people.oiv);
    await oiv.goto(place);
    await oiv.getByText('Che cosa è cambiato dalla n. 1 alla n. 2').waitFor();
    await expectFit(oiv, 'monitoraggio-nucleo');
  });
});

/** A mail to the head that its server took, as the inbox has it: the id of the inbox's message. */
async function sent(daysAgo: number): Promise<number> {
  const mail = digestFor(ours.people.head, { day: addDays(TODAY, -daysAgo) });
  const to = await inTown(sql, ours.town, async (tx) => {
    const { email } = (await findPerson(tx, ours.people.head)) ?? { email: null };
    await freezeDigests(tx, [mail]);
    await beginData(tx, mail.id, email ?? '');
    await recordAnswer(tx, { digest: mail.id, kind: 'accepted', at: now, code: 250, response: 'ok' });
    return email ?? '';
  });
  const caught = {
    ...{ messageId: mail.messageId, envelopeFrom: 'ritorni@prova.example', envelopeTo: [to] },
    ...{ headerFrom: 'Traguardo', headerTo: to, subject: mail.subject, text: 'x', html: null, headers: [] },
  };
  return storeMessage(sql, caught, now);
}

const readReturns = () =>
  readInboxReturns({
    ...{ sql, returnPath: { address: 'ritorni@prova.example' }, now: () => now },
    log: { info: () => undefined },
  });

describe('a mail that comes back', () => {
  it('twice stops the mailbox on board, mail and person, until Riprova is pressed; by forms without a script', async () => {
    const secretary = await openAs(ours.people.secretary, false);
    const looking = await openAs(ours.people.secretary);
    for (const message of [await sent(2), await sent(1)]) {
      await secretary.goto(`/posta/${message}`);
      await secretary.getByLabel('Che cosa risponde').selectOption('inesistente');
      await press(secretary, 'Simula il rifiuto');
      await readReturns();
    }
    await secretary.goto('/cruscotto');
    await secretary.getByText('a quella casella non scriviamo più').waitFor();
    await secretary.getByRole('link', { name: 'Apri il messaggio' }).first().click();
    await looking.goto(new URL(secretary.url()).pathname);
    await expectFit(looking, 'avviso-tornato');
    for (const path of ['/cruscotto', '/persone', `/persone/${ours.people.head}`]) {
      await looking.goto(path);
      await expectFit(looking, `tornato${path.replaceAll(/\W|[0-9a-f-]{36}/g, '-')}`);
    }
    await secretary.goto(`/persone/${ours.people.head}`);
    await press(secretary, 'Riprova');
    await expect.poll(() => secretary.getByRole('heading', { name: 'Casella sospesa' }).count()).toBe(0);
  });
});

describe('the places', () => {
  it('of the Segretario stand on one line at 1280 px, the rare ones under Altro, by keyboard, without a script', async () => {
    const page = await openAs(ours.people.secretary, false);
    await page.setViewportSize({ width: 1280, height: 900 });
    await page.goto('/cruscotto');
    const places = page.getByRole('navigation', { name: 'Sezioni' });
    const lines = await places
      .locator('> ul > li')
      .evaluateAll((all) => all.map((one) => one.getBoundingClientRect().top));
    expect(new Set(lines).size).toBe(1);
    const rare = await places.locator('details a').first().getAttribute('href');
    await places.getByText('Altro').focus();
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.waitForURL(`**${rare}`);
  });
});
