/** The RPCT publishes: re-reads a reason, packs, switches the page on; a citizen reads it. */
import { readFile } from 'node:fs/promises';
import { beforeAll, expect, it } from 'vitest';
import { townTime } from '../activities/town.js';
import { publishing } from '../api/published-town.js';
import { openStage } from '../api/stage.js';
import { expectFit } from './expect-fit.js';
import { openSite } from './site.js';

let now = townTime('2024-04-29 10:00');
const stage = await openStage({ now: () => now });
const site = await openSite(stage);
const { transmit, record } = publishing(stage);

beforeAll(async () => {
  await transmit('2024-04-29');
  now = townTime('2024-05-10 10:00');
  await record('validation', { date: '2024-05-10', outcome: 'validated' });
});

it('the RPCT: a reason in other words, the package, the page for everybody, an address, the publication on record', async () => {
  const context = await site.enter(stage.ours.people.rpct);
  const page = await context.newPage();
  await page.goto('/relazione?anno=2023');
  await page.getByRole('link', { name: 'Motivazioni e pubblicazione' }).click();
  const reason = page.locator('.tr-subpanel', { hasText: 'Dati arrivati' });
  await reason.locator('form').evaluate((form) => form.setAttribute('novalidate', ''));
  await reason.getByRole('button', { name: /^Registra/ }).click();
  await page.getByText('Scegli se e come si pubblica la motivazione.').first().waitFor();
  await reason.getByLabel('Decisione').selectOption('other-words');
  await reason.getByRole('button', { name: /^Registra/ }).click();
  await page.getByText('Scrivi le parole con cui si pubblica la motivazione.').first().waitFor();
  await reason.getByLabel('Altre parole').fill('I dati del tesoriere sono arrivati il 20 aprile.');
  await reason.getByRole('button', { name: /^Registra/ }).click();
  await page.getByText('Decisione registrata').waitFor();

  await page.getByRole('button', { name: 'Prepara un nuovo pacchetto' }).click();
  await page.getByText('Pacchetto preparato').waitFor();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'n. 2 (ZIP)' }).click(),
  ]);
  expect((await readFile(await download.path())).subarray(0, 2).toString()).toBe('PK');

  await page.getByLabel('Mostra a tutti la pagina di ogni anno').check();
  await page.getByRole('button', { name: /^Registra la scelta sulla pagina/ }).click();
  await page.getByText('È accesa.').waitFor();
  const system = page.getByRole('row', { name: /^Ammontare complessivo dei premi/ });
  await system.locator('summary').click();
  await system.getByLabel('Indirizzo della pagina').fill('https://comune.example/premi');
  await system.getByRole('button', { name: /^Registra/ }).click();
  await page.getByText('Registrato dove si trova il documento.').waitFor();
  await expectFit(page, 'pubblicazione');

  const address = (await page.getByRole('link', { name: /^\/pubblico\// }).getAttribute('href')) ?? '';
  const citizen = await site.enter(null);
  const open = await citizen.newPage();
  await open.goto(address);
  await open.getByText('I dati del tesoriere sono arrivati il 20 aprile.').waitFor();
  await expectFit(open, 'pagina-cittadini');
  expect(await citizen.cookies()).toEqual([]);
  await open.getByRole('link', { name: 'Tutti gli anni' }).click();
  await open.getByRole('link', { name: 'Anno 2023' }).waitFor();
  await expectFit(open, 'pagina-cittadini-anni');

  await page.getByRole('link', { name: 'Registra la pubblicazione nel ciclo' }).click();
  await page.getByText('Registra la pubblicazione', { exact: true }).first().click();
  await page.getByLabel(/^Indirizz/).fill('https://comune.example/relazione');
  await page.getByRole('button', { name: 'Registra la pubblicazione' }).click();
  await page.getByText('Registrato nel ciclo').waitFor();
  await page.goto('/relazione/motivazioni?anno=2023');
  await page.getByRole('link', { name: 'https://comune.example/relazione' }).waitFor();
}, 120_000);
