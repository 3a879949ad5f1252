/** *Il ciclo* as people use it: the line of the year, a fact recorded without JavaScript, withdrawn, the year closed. */
import { beforeAll, expect, test } from 'vitest';
import { townTime } from '../activities/town.js';
import { oweClosing } from '../api/owed-closing.js';
import { openStage } from '../api/stage.js';
import { expectFit } from './expect-fit.js';
import { openSite } from './site.js';

const stage = await openStage({ now: () => townTime('2024-05-03 10:00') });
const { ours } = stage;
const site = await openSite(stage);

beforeAll(() => oweClosing(stage));

test('the Segretario records the transmission, late and with its reason, by forms alone; a mistake is told beside its field', async () => {
  const context = await site.enter(ours.people.secretary, { javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto('/ciclo?anno=2023');
  const steps = page.locator('ol.tr-year > li');
  expect(await steps.count()).toBe(14);
  const step = page.locator('#transmission');
  await step.locator('summary').first().click();
  await step.getByLabel('Giorno', { exact: true }).fill('2024-05-02');
  await step.getByLabel('Numero di protocollo').fill('4321');
  await step.getByLabel('Perché si trasmette lo stesso').fill('Il Nucleo comincia dalla bozza');
  await step.getByRole('button', { name: 'Registra la trasmissione' }).click();
  await page.getByText('Registrato nel ciclo').waitFor();
  expect(await step.innerText()).toContain('2 giorni oltre il termine');
  expect(await page.locator('#validation').innerText()).toContain('Entro sabato 1 giugno 2024');
  const adoption = page.locator('#adoption');
  await adoption.locator('summary').first().click();
  await adoption.getByLabel("Numero dell'atto").fill('40');
  await adoption.getByLabel("Data dell'atto").fill('2022-05-02');
  await adoption.getByRole('button').last().click();
  await adoption.getByText('viene prima del 2023').first().waitFor();
  expect(await adoption.getByLabel("Numero dell'atto").inputValue()).toBe('40');
  await context.close();
});

test('it fits 1280 and 320 px and axe finds nothing, for the Segretario with every form open and for a head who only reads', async () => {
  for (const who of ['secretary', 'head'] as const) {
    const context = await site.enter(ours.people[who]);
    const page = await context.newPage();
    await page.goto('/ciclo?anno=2023');
    await expectFit(page, `ciclo-${who}`);
    await context.close();
  }
});

test('closed by hand and opened again, each with its reason and by forms alone', async () => {
  const context = await site.enter(ours.people.secretary);
  const page = await context.newPage();
  await page.goto('/ciclo?anno=2023');
  await page.getByText('Chiudi il ciclo', { exact: true }).first().click();
  await page.getByLabel('Perché si chiude').fill('Fusione di Comuni');
  await page.getByRole('button', { name: 'Chiudi il ciclo' }).click();
  await page.getByText('Il ciclo 2023 è chiuso').waitFor();
  await expectFit(page, 'ciclo-chiuso');
  // The board says how the year ended, and presses nobody.
  await page.goto('/cruscotto?anno=2023');
  await page.getByText('Il 2023 è chiuso da').waitFor();
  await page.getByRole('heading', { name: /^Non concluse alla chiusura \([1-9]/ }).waitFor();
  expect(await page.getByText(/senza riscontro|oltre il termine/i).count()).toBe(0);
  await expectFit(page, 'cruscotto-chiuso');
  await page.goto('/ciclo?anno=2023');
  await page.getByText('Riapri il ciclo', { exact: true }).first().click();
  await page.getByLabel('Perché si riapre').fill('La fusione è annullata');
  await page.getByRole('button', { name: 'Riapri il ciclo' }).click();
  await page.getByText('Motivo: La fusione è annullata').waitFor();
  await context.close();
});
