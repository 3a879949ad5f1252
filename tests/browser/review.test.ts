/** *Istruttoria* as people use it: a member opens it, asks, a head answers, the member concludes and records the outcome. */
import { beforeAll, expect, test } from 'vitest';
import { townTime } from '../activities/town.js';
import { transmitted } from '../api/reviewed-town.js';
import { openStage } from '../api/stage.js';
import { expectFit } from './expect-fit.js';
import { openSite } from './site.js';

const stage = await openStage({ now: () => townTime('2024-05-06 10:00') });
const { ours } = stage;
const site = await openSite(stage);

beforeAll(() => transmitted(stage, '2024-05-02'));

test('without JavaScript: asked on an objective, answered by its head, noted, concluded, validated with observations', async () => {
  const member = await site.enter(ours.people.oiv, { javaScriptEnabled: false });
  const page = await member.newPage();
  await page.goto('/istruttoria?anno=2023');
  expect(await page.locator('.tr-lead').innerText()).toContain('entro sabato 1 giugno 2024');
  await page.locator('table a').first().click();
  await page.getByText('Fai una domanda', { exact: true }).click();
  await page.getByLabel('Domanda', { exact: true }).fill('Con quale atto è stato approvato?');
  await page.getByRole('button', { name: 'Invia la domanda' }).click();
  await page.getByText('Domanda inviata').waitFor();
  const objective = page.url();
  await page.getByText('Scrivi un appunto', { exact: true }).click();
  await page.getByLabel('Appunto', { exact: true }).fill('Da rivedere con il piano');
  await page.getByRole('button', { name: "Salva l'appunto" }).click();
  await page.getByText('Lo vedi solo tu').waitFor();

  const answering = await site.enter(ours.people.head, { javaScriptEnabled: false });
  const theirs = await answering.newPage();
  await theirs.goto('/istruttoria?anno=2023');
  await theirs.getByRole('link', { name: /^Rispondi/ }).click();
  await theirs.getByLabel('Risposta', { exact: true }).fill('Con la G.C. 12 del 2023');
  await theirs.getByRole('button', { name: 'Invia la risposta' }).click();
  await theirs.getByText('risulta conclusa').waitFor();
  await answering.close();

  await page.goto(objective);
  await page.getByText('Con la G.C. 12 del 2023').waitFor();
  await page.locator('#conclusione ~ details summary').click();
  await page.getByLabel('Conclusione', { exact: true }).selectOption('met');
  await page.getByRole('button', { name: 'Registra la conclusione' }).click();
  await page.getByText('Conclusione registrata').waitFor();
  const following = page.getByText('Prossimo obiettivo senza conclusione').getByRole('link');
  expect(await following.getAttribute('href')).not.toBe(new URL(page.url()).pathname);
  await page.goto('/istruttoria?anno=2023');
  await page.getByText(/^Obiettivi con una conclusione: 1 su /).waitFor();
  const parts = page.getByRole('navigation', { name: 'In questa pagina' }).getByRole('link');
  for (const part of await parts.all())
    expect(await page.locator((await part.getAttribute('href')) ?? '').count()).toBe(1);
  await page.getByText("Registra l'esito", { exact: true }).first().click();
  await page.locator('#outcome-esito').selectOption('with-observations');
  await page.getByRole('button', { name: "Registra l'esito" }).click();
  await page.getByText('Scrivi le osservazioni').first().waitFor();
  await page.getByLabel('Osservazioni o motivi').fill('Indicatori più chiari');
  await page.getByRole('button', { name: "Registra l'esito" }).click();
  await page.getByText('Esito registrato').waitFor();
  expect(await page.locator('#esito ~ p').first().innerText()).toContain('Validata con osservazioni');
  await member.close();
});

test('it fits 1280 and 320 px and axe finds nothing: the year, an objective and its document for a member, the year for who answers', async () => {
  const member = await site.enter(ours.people.oiv);
  const page = await member.newPage();
  for (const [place, shot] of [
    ['/istruttoria?anno=2023', 'istruttoria'],
    ['/istruttoria/criteri', 'istruttoria-criteri'],
  ] as const) {
    await page.goto(place);
    await expectFit(page, shot);
  }
  // On A4 a title stands in words, not in letters.
  await page.goto('/istruttoria?anno=2023');
  await page.emulateMedia({ media: 'print' });
  await page.setViewportSize({ width: 794, height: 1123 });
  const titles = await page.locator('tbody th').evaluateAll((all) => all.map((one) => one.clientWidth));
  expect(Math.min(...titles)).toBeGreaterThanOrEqual(140);
  expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(794);
  await page.emulateMedia({ media: 'screen' });
  await page.setViewportSize({ width: 1280, height: 900 });
  await page.goto('/istruttoria?anno=2023');
  await page.locator('table a').first().click();
  await expectFit(page, 'istruttoria-obiettivo');

  // A document opens where it stands, beside what it proves; nothing is saved on the way.
  await page.goto('/istruttoria?anno=2023');
  const proved = page.locator('tbody tr', {
    has: page.locator('[data-label="Documenti"]', { hasText: /^[1-9]/ }),
  });
  await proved.first().locator('a').first().click();
  await page.getByRole('link', { name: 'delibera.pdf', exact: true }).press('Enter');
  const open = page.locator('#documento');
  await open.getByText('Che cosa prova').waitFor();
  expect(await open.locator('iframe').getAttribute('title')).toBe('Documento: delibera.pdf');
  await expectFit(page, 'istruttoria-documento');
  await open.getByRole('link', { name: 'Chiudi il documento' }).click();
  expect(await page.locator('#documento').count()).toBe(0);
  await member.close();
});
