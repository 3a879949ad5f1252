/** A year evaluated in a real browser: the head claims, the Nucleo decides, the Segretario records. */
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { townTime } from '../activities/town.js';
import { thingsOf } from '../api/route-samples.js';
import { openStage } from '../api/stage.js';
import { expectFit } from './expect-fit.js';
import { openSite } from './site.js';

const now = townTime('2024-02-05 10:00');
const stage = await openStage({ now: () => now });
const { ours, sql } = stage;
const { sheet, sector } = await thingsOf(sql, ours);
const site = await openSite(stage);

/** A page of somebody's own browser, on which scripts that fail fail the test. */
async function openAs(person: string): Promise<Page> {
  const page = await (await site.enter(person)).newPage();
  page.on('pageerror', (error) => expect.unreachable(error.message));
  return page;
}

const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();

it('a sheet is saved half-filled, refused with what is missing, transmitted; decided, and recorded', async () => {
  const head = await openAs(ours.people.head);
  await head.goto('/misurazione');
  await expectFit(head, 'misurazione-responsabile');
  await head.goto(`/autovalutazione/${sheet}`);
  const first = head.locator('fieldset[data-voce]').first();
  await first.getByLabel('Esito').selectOption('degree');
  await first.getByLabel('Grado di raggiungimento').fill('120');
  await press(head, 'Salva bozza');
  await head.getByRole('alert').getByText('il grado è un numero da 0 a 100').waitFor();
  await first.getByLabel('Grado di raggiungimento').fill('80');
  await press(head, 'Trasmetti');
  await head.getByRole('alert').getByText('serve la motivazione').first().waitFor();
  await expectFit(head, 'autovalutazione-incompleta');
  for (const line of await head.locator('fieldset[data-voce]').all()) {
    for (const box of await line.getByLabel('In attesa del dato').all()) await box.check();
    await line.getByLabel('Esito').selectOption('degree');
    await line.getByLabel('Grado di raggiungimento').fill('80');
    await line.getByLabel('Motivazione').fill('La gara è andata deserta.');
    await line.getByLabel('Riscontri').fill('Determina n. 31');
  }
  await press(head, 'Trasmetti');

  await head.getByText('Autovalutazione trasmessa').waitFor();

  const nucleo = await openAs(ours.people.oiv);
  await nucleo.goto(`/misurazione/settori/${sector}`);
  await expectFit(nucleo, 'misurazione-settore');
  await press(nucleo, 'Decidi come autovalutato i 2 obiettivi senza decisione');
  await nucleo.getByText('Registrato: il grado è deciso.').waitFor();
  await nucleo.goto('/misurazione');
  await nucleo.getByText('Tecnico: 3 obiettivi sono senza il grado deciso.').waitFor();

  const secretary = await openAs(ours.people.secretary);
  await secretary.goto(`/misurazione/settori/${sector}`);
  await secretary.getByLabel('Indicatore annuale, in giorni').fill('-3,2');
  await press(secretary, 'Registra i tempi di pagamento');
  await secretary.getByText('Tempi di pagamento registrati.').waitFor();
  await secretary.goto('/misurazione');
  await secretary.getByText('Registra un atto').click();
  await secretary.getByLabel('Che atto è').selectOption('payment');
  await secretary.getByLabel('Del', { exact: true }).fill('2024-02-02');
  await secretary.getByLabel('Numero (facoltativo)').fill('44');
  await press(secretary, 'Registra');
  await secretary.getByText('prima della validazione della Relazione').waitFor();
  await expectFit(secretary, 'misurazione');
  await secretary.goto('/misurazione/regole');
  await expectFit(secretary, 'misurazione-regole');
  await secretary.goto('/misurazione/criteri');
  await expectFit(secretary, 'come-si-misura');
  await secretary
    .getByRole('link', { name: /Tempi di pagamento/ })
    .first()
    .click();
  await secretary.getByRole('button', { name: 'Registra come si misura' }).waitFor();
  await expectFit(secretary, 'come-si-misura-un-obiettivo');
  await secretary.goto('/ciclo/termini');
  await secretary.getByLabel('Giorni per la validazione').fill('45');
  await press(secretary, 'Mostra che cosa cambierebbe');
  await secretary.getByRole('heading', { name: 'Che cosa si sposterebbe' }).waitFor();
  await expectFit(secretary, 'termini-del-ciclo');
  await press(secretary, 'Salva i termini');
  await secretary.getByText('Termini registrati').waitFor();
}, 120_000);
