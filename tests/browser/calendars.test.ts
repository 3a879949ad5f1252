/** *Calendario normativo*, the address of one's calendar and the closures of the offices, in a real browser. */
import { describe, expect, it } from 'vitest';
import { openStage } from '../api/stage.js';
import { expectFit } from './expect-fit.js';
import { openSite } from './site.js';

const stage = await openStage();
const { ours } = stage;
const { enter } = await openSite(stage);

describe('the Calendario normativo', () => {
  it('without JavaScript says why the PIAO of 2023 fell on 16 October, and counts the other reading once the budget is entered', async () => {
    const context = await enter(ours.people.secretary, { javaScriptEnabled: false });
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
    await piao.getByText('lunedì 15 aprile 2024').first().waitFor();
    await context.close();
  });

  it('fits 1280 and 320 px without an axe violation: as it is, of another year, and with something to correct', async () => {
    const context = await enter(ours.people.secretary);
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

describe('on pages without a script', () => {
  it('a Responsabile makes an address, sees it once whole, and takes it back; the Segretario sees that it is there', async () => {
    const context = await enter(ours.people.otherHead);
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

    const other = await enter(ours.people.secretary);
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
    const context = await enter(ours.people.secretary);
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
