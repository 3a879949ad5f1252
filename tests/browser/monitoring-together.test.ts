/** Nobody loses text: two who write at once, a connection that is lost, no script at all; and who prepares, windows, report. */
import type { Locator, Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { civilDate } from '../../domain/time/civil-date.js';
import { inTown } from '../../store/in-town.js';
import { savedLines } from '../../store/monitoring/submission-lines.js';
import { findSubmission } from '../../store/monitoring/submissions.js';
import { addCompiler } from '../../store/people/compilers.js';
import { addPerson } from '../../store/people/people.js';
import { townTime } from '../activities/town.js';
import { thingsOf } from '../api/route-samples.js';
import { openStage } from '../api/stage.js';
import { expectFit } from './expect-fit.js';
import { openSite } from './site.js';

const now = townTime('2023-07-03 10:00');
const stage = await openStage({ now: () => now });
const { ours, sql } = stage;
const { submission, window } = await thingsOf(sql, ours);
const site = await openSite(stage);
const place = `/monitoraggio/${submission}`;

/** Somebody whom the head named for the whole sector. */
const helper = await inTown(sql, ours.town, async (tx) => {
  const person = await addPerson(tx, { name: 'Collaboratrice', email: null, createdAt: now });
  const sector = (await findSubmission(tx, submission))?.sector ?? '';
  const days = { from: civilDate('2023-07-01'), to: null };
  await addCompiler(tx, { sector, person, objectives: null, ...days, at: now, by: ours.people.head });
  return person;
});

async function openAs(person: string, javaScriptEnabled = true): Promise<Page> {
  const context = await site.enter(person, { javaScriptEnabled });
  const page = await context.newPage();
  page.on('pageerror', (error) => expect.unreachable(error.message));
  await page.goto(place);
  return page;
}

const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();
const line = (page: Page, at: number): Locator => page.locator('fieldset[data-voce]').nth(at);
async function write(page: Page, at: number, text: string): Promise<void> {
  const fold = line(page, at).locator('details');
  if ((await fold.getAttribute('open')) === null) await line(page, at).locator('summary').click();
  await line(page, at).getByLabel('Scostamento dal piano').fill(text);
}
const saved = (page: Page) => page.getByText('Bozza salvata', { exact: true }).waitFor();
/** What the rows hold, in no order. */
const stored = async () =>
  [...(await inTown(sql, ours.town, (tx) => savedLines(tx, submission))).values()].map(
    ({ content, savedBy }) => `${content.deviation} (${savedBy})`,
  );

describe('the draft of a submission', () => {
  it('is merged by objective, told where two wrote the same, kept through a lost connection, and works without a script', async () => {
    const head = await openAs(ours.people.head);
    const other = await openAs(helper);
    await write(head, 0, 'del Responsabile');
    await write(other, 1, 'della collaboratrice');
    await Promise.all([saved(head), saved(other)]);
    expect(await stored()).toEqual(
      expect.arrayContaining(['del Responsabile (Responsabile)', 'della collaboratrice (Collaboratrice)']),
    );

    // The same line, from what each was shown.
    const late = await openAs(helper);
    await write(head, 0, 'del Responsabile, di nuovo');
    await head.getByText('Non ancora salvato').waitFor();
    await saved(head);
    await write(late, 0, 'anche mio');
    await late
      .getByText('Qualcun altro ha scritto nella stessa voce. Premi «Salva bozza» per confrontare.')
      .waitFor();
    expect(await stored()).toContain('del Responsabile, di nuovo (Responsabile)');
    await press(late, 'Salva bozza');
    await late.getByText('Salvato adesso da Responsabile').waitFor();
    await late.getByText('del Responsabile, di nuovo').waitFor();
    expect(await line(late, 0).getByLabel('Scostamento dal piano').inputValue()).toBe('anche mio');
    await expectFit(late, 'monitoraggio-in-due');
    await press(late, 'Salva bozza');
    await late.getByText('Bozza salvata. Non è ancora trasmessa.').waitFor();
    expect(await stored()).toContain('anche mio (Collaboratrice)');

    await other.context().setOffline(true);
    await write(other, 1, 'scritto senza rete');
    await other.getByText('il collegamento non risponde').waitFor();
    await other.context().setOffline(false);
    await saved(other);
    expect(await stored()).toContain('scritto senza rete (Collaboratrice)');

    const plain = await openAs(ours.people.head, false);
    await line(plain, 1).getByLabel('Riscontri').fill('Determina n. 31');
    await press(plain, 'Salva bozza');
    await plain.getByText('Bozza salvata. Non è ancora trasmessa.').waitFor();
    await plain.getByText('scritto senza rete').waitFor({ state: 'attached' });
    expect(await stored()).toContain('scritto senza rete (Responsabile)');
  });
});

describe('the pages around it', () => {
  it('who prepares, windows with their effect, and the report fit, and are read by keyboard and screen readers', async () => {
    const head = await openAs(ours.people.head);
    await head.goto('/monitoraggio/chi-prepara');
    await expectFit(head, 'chi-prepara');
    const secretary = await openAs(ours.people.secretary);
    await secretary.goto('/monitoraggio/finestre');
    await secretary.getByLabel('Entro il').nth(1).fill('2024-02-15');
    await press(secretary, 'Mostra che cosa cambierebbe');
    await secretary.getByRole('heading', { name: 'Che cosa cambierebbe' }).waitFor();
    await expectFit(secretary, 'finestre-e-termini');
    await press(secretary, 'Salva le finestre');
    await secretary.getByText('Finestre registrate').waitFor();
    await secretary.goto('/monitoraggio');
    await secretary.getByRole('link', { name: 'Relazione alla Giunta' }).click();
    await secretary.waitForURL(`**/${window}/relazione`);
    await expectFit(secretary, 'relazione-giunta');
  });
});
