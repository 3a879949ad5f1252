/** The history of changes, how long things are kept, and one's own data, in a real browser: without JavaScript, wide and narrow. */
import { expect, it } from 'vitest';
import { inTown } from '../../store/in-town.js';
import { appendAudit } from '../../store/register/audit.js';
import { NOON, openStage } from '../api/stage.js';
import { expectFit } from './expect-fit.js';
import { openSite } from './site.js';

const stage = await openStage();
const { ours } = stage;
const site = await openSite(stage);
await inTown(stage.sql, ours.town, async (tx) => {
  const entry = { at: NOON, role: { role: 'secretary' }, channel: 'page', subjectKind: 'person' } as const;
  const [before, after] = [
    { name: 'Responsabile', email: 'una.casella.molto.lunga.di.prova@comune-dal-nome-lungo.example' },
    { name: 'Responsabile finanziaria', email: null, sharedMailbox: true },
  ];
  await appendAudit(tx, {
    ...entry,
    person: ours.people.secretary,
    action: 'person.change',
    subject: ours.people.head,
    before,
    after,
  });
  await appendAudit(tx, {
    ...entry,
    person: null,
    role: null,
    channel: 'workflow',
    action: 'retention.carry-out',
    subjectKind: 'town',
    subject: ours.town,
    after: { commands: 12, absences: 3 },
  });
});

it('without JavaScript the Segretario filters the history, sets a time too long, is told, sets it right', async () => {
  const context = await site.enter(ours.people.secretary, { javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto('/registro');
  await page.getByRole('link', { name: 'Registro delle modifiche' }).click();
  await page.getByLabel('Che cosa').selectOption({ label: 'Persona modificata' });
  await page.getByRole('button', { name: 'Filtra' }).click();
  await page.getByText('Responsabile finanziaria').waitFor();
  expect(await page.getByRole('row').count()).toBe(2);
  await page.goto('/conservazione');
  await page.getByText('Cambia i tempi').click();
  await page.getByLabel('Assenze').fill('99');
  await page.getByRole('button', { name: 'Registra' }).click();
  await page.getByRole('alert').getByText('Scrivi un numero di anni da 1 a 10.').waitFor();
  await page.getByLabel('Assenze').fill('4');
  await page.getByRole('button', { name: 'Registra' }).click();
  await page.getByText('valgono dal prossimo giro').waitFor();
  await page.getByRole('cell', { name: '4 anni' }).waitFor();
  await page.getByRole('link', { name: 'I miei dati' }).click();
  await page.getByRole('heading', { name: 'Ruoli (1)' }).waitFor();
  await context.close();
});

it('each of these pages fits 1280 and 320 px without an axe violation', async () => {
  const context = await site.enter(ours.people.secretary);
  const page = await context.newPage();
  for (const path of ['/modifiche', '/conservazione', '/i-miei-dati']) {
    await page.goto(path);
    await expectFit(page, path.slice(1));
  }
  await context.close();
});
