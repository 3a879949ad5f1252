/** October: two dates move, one objective goes, its weight is redistributed; everybody sees which notices moved. */
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { townTime } from '../activities/town.js';
import { openStage } from '../api/stage.js';
import { expectFit } from './expect-fit.js';
import { openSite } from './site.js';

const now = townTime('2023-10-10 10:00');
const stage = await openStage({ now: () => now });
const { people } = stage.ours;
const site = await openSite(stage);

const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();

it('is prepared in the page without a script, looked at, confirmed with its act, and stands in the list for all; a correction stands apart', async () => {
  const plain = await (await site.enter(people.secretary, { javaScriptEnabled: false })).newPage();
  const looking = await (await site.enter(people.secretary)).newPage();

  await plain.goto('/piano?anno=2023');
  await plain.getByRole('link', { name: 'Cambia il piano' }).click();
  await press(plain, 'Prepara una variazione');
  const draft = new URL(plain.url()).pathname;
  // A correction that will be stale when the variation is confirmed.
  await looking.goto('/piano/variazione?anno=2023');
  await press(looking, 'Correggi un errore materiale');
  const stale = new URL(looking.url()).pathname;
  await looking.goto(`${stale}/obiettivi/o1`);
  await looking.getByLabel('Titolo').first().fill('Tempi dei pagamenti');
  await press(looking, 'Salva');
  await looking.getByText('Correzione salvata nella bozza.').waitFor();
  await plain.getByRole('link', { name: '1 – Tempi di pagamento' }).first().click();
  await plain.locator('#milestone-0-date-obiettivo').fill('2023-11-30');
  await press(plain, 'Salva');
  await plain.getByText('Correzione salvata nella bozza.').waitFor();
  await plain.goto(`${draft}/obiettivi/o4`);
  await plain.locator('#milestone-0-kind-obiettivo').selectOption('date');
  await plain.locator('#milestone-0-date-obiettivo').fill('2023-12-15');
  await press(plain, 'Salva');
  await plain.getByText('Correzione salvata nella bozza.').waitFor();
  await plain.goto(`${draft}/obiettivi/o2`);
  await press(plain, 'Togli dal piano');
  await plain.getByText('Obiettivo tolto dal piano in questa bozza.').waitFor();

  await plain.goto(draft);
  await looking.goto(draft);
  await expectFit(looking, 'variazione-bozza');
  await plain.getByText('sommano a 30, sommavano a 42,5').waitFor();
  await press(plain, 'Accetta questi pesi');
  await plain.getByText('Pesi: sommano').waitFor({ state: 'detached' });

  await plain.getByRole('link', { name: "Vai all'anteprima" }).click();
  const ahead = plain.locator('main');
  await ahead.getByText('«Rendiconto» (Finanziario): modificata dopo la scadenza originaria').waitFor();
  expect(await ahead.innerText()).toMatch(/Avvisi: \d+ in più, \d+ in meno/);
  await looking.goto(`${draft}/conferma`);
  await expectFit(looking, 'variazione-anteprima');
  await plain.getByLabel("Numero dell'atto").fill('112');
  await plain.getByLabel("Data dell'atto").fill('2023-10-09');
  await plain.getByLabel('Motivo della variazione').fill('Il contributo regionale è arrivato in settembre.');
  await press(plain, 'Conferma la variazione');
  await plain.getByText('Variazione registrata con il suo atto').waitFor();

  await looking.goto(`${stale}/conferma`);
  await expectFit(looking, 'variazione-superata');
  await press(looking, 'Riporta le modifiche sul piano in vigore');
  await looking.getByText('Tutte le modifiche sono state riportate.').waitFor();
  await looking.getByRole('link', { name: '1 – Tempi dei pagamenti' }).first().waitFor();
  await expectFit(looking, 'variazione-riportata');

  const head = await (await site.enter(people.head)).newPage();
  await head.goto('/piano/variazioni?anno=2023');
  await head.getByRole('heading', { name: 'Variazione n. 1 (G.C. n. 112 del 9/10/2023)' }).waitFor();

  await plain.goto('/piano/variazione?anno=2023');
  // The one carried over: one of a kind is open at a time.
  await press(plain, 'Correggi un errore materiale');
  await plain.getByRole('link', { name: 'Senza date' }).click();
  await plain.getByLabel('Titolo').first().fill('Formazione del personale');
  await press(plain, 'Salva');
  await plain.getByText('Correzione salvata nella bozza.').waitFor();
  await plain.goto(`${new URL(plain.url()).pathname.split('/obiettivi')[0]}/conferma`);
  await plain.getByLabel("Qual era l'errore").fill('Il titolo era rimasto quello della bozza.');
  await press(plain, 'Conferma la correzione');
  await plain.getByText('Errore materiale corretto').waitFor();
  await looking.goto('/piano/variazioni?anno=2023');
  await looking.getByRole('heading', { name: 'Correzioni di errore materiale' }).waitFor();
  await expectFit(looking, 'variazioni-e-correzioni');
});
