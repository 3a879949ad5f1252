/** The Relazione in a real browser: the Segretario reads what is missing, writes, downloads, freezes a version. */
import { readFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { townTime } from '../activities/town.js';
import { openStage } from '../api/stage.js';
import { expectFit } from './expect-fit.js';
import { openSite } from './site.js';

const stage = await openStage({ now: () => townTime('2024-04-29 10:00') });
const site = await openSite(stage);

it('a text is written, the draft downloaded as a page that stands alone, a new version frozen', async () => {
  const context = await site.enter(stage.ours.people.secretary);
  const page = await context.newPage();
  page.on('pageerror', (error) => expect.unreachable(error.message));
  await page.goto('/ciclo?anno=2023');
  await page.getByText('Registra la trasmissione', { exact: true }).first().click();
  await page.getByLabel('Perché si trasmette lo stesso').fill('Il resto segue.');
  await page.getByRole('button', { name: 'Registra la trasmissione' }).click();
  await page.getByText('Registrato nel ciclo').waitFor();

  await page.goto('/relazione');
  await page.locator('summary', { hasText: 'Presentazione' }).click();
  await page.getByLabel('Presentazione').fill('Che cosa il Comune ha fatto nel 2023.\n- opere\n- servizi');
  await page.getByRole('button', { name: /^Salva.*Presentazione$/ }).click();
  await page.getByText('Testo salvato').waitFor();
  await page.getByText('I dati sono cambiati dopo l').waitFor();
  await page.locator('summary', { hasText: 'Fissa una nuova versione' }).click();
  await expectFit(page, 'relazione');
  await page.getByLabel('Perché serve una nuova versione').fill('Scritta la presentazione.');
  await page.getByRole('button', { name: 'Fissa una nuova versione' }).click();
  await page.getByText('Nuova istantanea fissata').waitFor();

  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: /^HTML.*versione interna.*Istantanea/ }).click(),
  ]);
  expect(download.suggestedFilename()).toBe('relazione-2023-interna-istantanea-3.html');
  const html = await readFile(await download.path(), 'utf8');
  const alone = await context.newPage();
  await alone.setContent(html);
  await alone.getByRole('heading', { name: 'Relazione sulla performance 2023', level: 1 }).waitFor();
  await alone
    .getByRole('listitem')
    .filter({ hasText: /^opere$/ })
    .waitFor();
  await expectFit(alone, 'relazione-documento');
}, 120_000);
