/** A paper comes back signed, as people do it: the act from *Il ciclo*, the validation document from *Istruttoria*. */
import { beforeAll, expect, test } from 'vitest';
import { townTime } from '../activities/town.js';
import { transmitted } from '../api/reviewed-town.js';
import { asP7m, asPades } from '../api/signed-files.js';
import { openStage } from '../api/stage.js';
import { expectFit } from './expect-fit.js';
import { openSite } from './site.js';

const stage = await openStage({ now: () => townTime('2024-05-06 10:00') });
const { ours } = stage;
const site = await openSite(stage);
const PDF = Buffer.from('%PDF-1.7\n1 0 obj\n<<>>\nendobj\n%%EOF\n');

beforeAll(async () => {
  await transmitted(stage, '2024-05-02');
  const act = { date: '2024-05-03', organ: 'giunta', number: '48' };
  const secretary = await stage.enter(ours.people.secretary);
  const { status, text } = await secretary.json('POST', '/api/v1/cycles/2023/adoption', act);
  if (status !== 200) throw new Error(text);
});

test('without JavaScript the Segretario attaches the act from *Il ciclo*, a member the validation document; both stand where they belong; it fits and axe finds nothing', async () => {
  const office = await site.enter(ours.people.secretary, { javaScriptEnabled: false });
  const page = await office.newPage();
  await page.goto('/ciclo?anno=2023');
  await page.getByRole('link', { name: /^Allega.*G\.C\. n\. 48 del 3\/5\/2024/ }).click();
  await page.getByLabel('Numero di protocollo').fill('1234');
  await page
    .getByLabel('File firmato')
    .setInputFiles({ name: 'gc48.txt', mimeType: 'text/plain', buffer: PDF });
  await page.getByRole('button', { name: 'Registra' }).click();
  await page.getByText("Non è stato registrato nulla: c'è qualcosa da correggere.").waitFor();
  expect(await page.getByLabel('Numero di protocollo').inputValue()).toBe('1234');
  const p7m = { name: 'gc48.pdf.p7m', mimeType: 'application/pkcs7-mime', buffer: asP7m(PDF) };
  await page.getByLabel('File firmato').setInputFiles(p7m);
  await page.getByRole('button', { name: 'Registra' }).click();
  await page.getByText('Busta firmata P7M (CAdES)').waitFor();
  await page.goto('/ciclo?anno=2023');
  await page.getByText('prot. 1234').waitFor();
  const download = page.waitForEvent('download');
  await page.getByRole('link', { name: 'gc48.pdf.p7m' }).click();
  expect((await download).suggestedFilename()).toBe('gc48.pdf.p7m');
  await office.close();

  const review = await site.enter(ours.people.oiv);
  const theirs = await review.newPage();
  await theirs.goto('/istruttoria?anno=2023');
  await theirs.getByRole('link', { name: /^Allega.*Documento di validazione/ }).click();
  await theirs
    .getByLabel('File firmato')
    .setInputFiles({ name: 'validazione.pdf', mimeType: 'application/pdf', buffer: asPades(PDF) });
  await theirs.getByRole('button', { name: 'Registra' }).click();
  await theirs.getByText('PDF con firma digitale (PAdES)').waitFor();
  await expectFit(theirs, 'copia-firmata');
  await theirs.goto('/istruttoria?anno=2023');
  await theirs.getByRole('link', { name: 'validazione.pdf' }).waitFor();
  await review.close();
});
