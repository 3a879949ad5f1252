/** Individual objectives, and a legal term made an obligation, in a real browser: without JavaScript, wide and narrow. */
import { describe, expect, it } from 'vitest';
import { openStage } from '../api/stage.js';
import { expectFit } from './expect-fit.js';
import { openSite } from './site.js';

const stage = await openStage();
const { ours } = stage;
const site = await openSite(stage);

describe('without JavaScript', () => {
  it('a head pastes collaborators, assigns an objective, is told what does not fit, and records a degree', async () => {
    const context = await site.enter(ours.people.head, { javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto('/obiettivi-individuali');
    await page.getByText('Aggiungi collaboratori').click();
    await page.getByLabel('Elenco').fill('Anna Verdi; anna.verdi@prova.example\nBruno Neri');
    await page.getByRole('button', { name: 'Aggiungi' }).click();
    await page.getByText('Collaboratori registrati').waitFor();
    await page.getByText('1 di 3 collaboratori hanno obiettivi').waitFor();
    await page.getByRole('table').getByRole('link', { name: 'Anna Verdi' }).click();
    await page.getByLabel('Obiettivo', { exact: true }).fill('Riscossione entro trenta giorni');
    await page.getByLabel("Collegato all'obiettivo del settore").selectOption({ index: 1 });
    await page.getByLabel('Entro il').fill('2023-11-30');
    await page.getByLabel('Peso').fill('60');
    await page.getByRole('button', { name: 'Assegna' }).click();
    await page.getByText('I pesi sommano a 60, non a 100.').waitFor();
    await page.getByText('Grado di fine anno').click();
    await page.getByLabel('Grado da 0 a 100').fill('92,5');
    await page.getByRole('button', { name: 'Registra' }).first().click();
    await page.getByText('92,5 %').waitFor();
    await page.getByRole('link', { name: 'Scheda di assegnazione' }).click();
    await page.getByText('Per presa visione').waitFor();
    await context.close();
  });

  it('the Segretario makes the rendiconto an obligation of the Finanziario, and takes it back', async () => {
    const context = await site.enter(ours.people.secretary, { javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto('/calendario-normativo?anno=2023');
    const term = page.locator('#rendiconto');
    await term.getByText('Rendilo una scadenza').click();
    await term.getByLabel('A carico di').selectOption({ label: 'Responsabile del settore Finanziario' });
    await term.getByRole('button', { name: 'Apri la scadenza' }).click();
    await term.getByRole('link', { name: 'È una scadenza a carico di' }).click();
    await page
      .getByRole('heading', { name: 'Rendiconto della gestione 2023 (art. 227 c. 2 TUEL)' })
      .waitFor();
    await page.getByText('martedì 30 aprile 2024').waitFor();
    await page.goBack();
    await term.getByText('Togli dalle scadenze').click();
    await term.getByLabel('Motivo').fill('lo segue il revisore');
    await term.getByRole('button', { name: 'Togli' }).click();
    await page.getByText('non è più una scadenza').waitFor();
    expect(await term.getByText('È una scadenza').count()).toBe(0);
    await context.close();
  });
});

it('every page of them fits 1280 and 320 px without an axe violation', async () => {
  const context = await site.enter(ours.people.head);
  const page = await context.newPage();
  await page.goto('/obiettivi-individuali');
  await expectFit(page, 'obiettivi-individuali');
  const sheet = page.getByRole('table').getByRole('link', { name: 'Collaboratrice' });
  await page.goto((await sheet.getAttribute('href')) ?? '');
  await expectFit(page, 'obiettivi-individuali-persona');
  await page.goto(`${new URL(page.url()).pathname}/scheda`);
  await page.emulateMedia({ media: 'print' });
  await expectFit(page, 'obiettivi-individuali-scheda');
  await context.close();
  const secretary = await site.enter(ours.people.secretary);
  const board = await secretary.newPage();
  await board.goto('/obiettivi-individuali');
  await expectFit(board, 'obiettivi-individuali-segretario');
  await secretary.close();
});
