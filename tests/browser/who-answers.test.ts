/** Lead sector, "a chi spetta", paper and missing roles in a real browser: no axe violation, no side scroll, no script. */
import { randomUUID } from 'node:crypto';
import type { BrowserContext } from 'playwright-core';
import { expect, it } from 'vitest';
import { civilDate } from '../../domain/time/civil-date.js';
import { inTown } from '../../store/in-town.js';
import { freezeDigests, recordAnswer } from '../../store/notices/digests.js';
import { insertNotices } from '../../store/notices/notices.js';
import { addPerson, assignRole } from '../../store/people/people.js';
import { obligationsOf } from '../api/obligations-of-stage.js';
import { thingsOf } from '../api/route-samples.js';
import { NOON, openStage } from '../api/stage.js';
import { digestFor } from '../store/furnished-town.js';
import { SMALL_PLAN } from '../store/small-plan.js';
import { expectFit } from './expect-fit.js';
import { openSite } from './site.js';

const stage = await openStage();
const { ours, sql } = stage;
const { ofFinance, open } = obligationsOf(stage);
const things = await thingsOf(sql, ours);
const late = open(({ subject }) => subject.milestone === 'entro il 15/04');
const role = { role: 'head', sector: 'Finanziario' } as const;
const day = civilDate('2023-06-28');

/** Somebody without a mailbox, with a mail of 28 June about two obligations. */
const mail = await inTown(sql, ours.town, async (tx) => {
  const person = await addPerson(tx, { name: 'Ugo Senza Casella', email: null, createdAt: NOON });
  await assignRole(tx, { person, role, validFrom: civilDate('2023-01-01') });
  const lines = [late, ofFinance].map(({ id }) => ({
    obligation: id,
    notice: randomUUID(),
    rung: 'late-3' as const,
  }));
  await insertNotices(
    tx,
    lines.map(({ obligation, notice, rung }) => ({
      ...{ id: notice, obligation, obligationVersion: 1, rung, recipient: role, person, day },
    })),
  );
  const digest = digestFor(person, { day, roles: [role], lines });
  await freezeDigests(tx, [digest]);
  await recordAnswer(tx, { digest: digest.id, kind: 'permanent', at: NOON, code: null, response: 'nessuna' });
  return digest.id;
});
const head = await stage.enter(ours.people.head);
const said = { reason: 'È del Settore Tecnico, che ha il capitolo di spesa.' };
expect((await head.json('POST', `/api/v1/obligations/${late.id}/not-mine`, said)).status).toBe(200);

const secretary = await stage.enter(ours.people.secretary);
const nextYear = { ...SMALL_PLAN, document: { ...SMALL_PLAN.document, year: 2024 } };
const { draft } = JSON.parse((await secretary.json('POST', '/api/v1/plan-drafts', nextYear)).text) as {
  draft: string;
};

const site = await openSite(stage);
const asSecretary = (javaScriptEnabled = true): Promise<BrowserContext> =>
  site.enter(ours.people.secretary, { javaScriptEnabled });

it.each([
  ['the board with what is to be handed over and decided', '/cruscotto', 'da-decidere'],
  ['the sheets to hand over', '/avvisi/da-consegnare', 'da-consegnare'],
  ['an obligation that somebody says is not theirs', `/scadenze/${late.id}`, 'non-sua'],
  ['an objective of two sectors', `/obiettivi/${ofFinance.objectiveId}`, 'capofila'],
  ['the confirmation of a plan with such an objective', `/importa/${draft}/conferma`, 'capofila-conferma'],
  ['a person whose Vice one could make', `/persone/${things.person}`, 'vice'],
] as const)(
  '%s has no axe violation at 1280 and 320 px, and does not scroll sideways',
  async (_, path, shot) => {
    const context = await asSecretary();
    const page = await context.newPage();
    await page.goto(path);
    await expectFit(page, shot);
    await context.close();
  },
);

it('a printed sheet has what is owed and a line to sign, and none of the forms', async () => {
  const context = await asSecretary();
  const page = await context.newPage();
  await page.goto('/avvisi/da-consegnare');
  await page.emulateMedia({ media: 'print' });
  expect(await page.getByText('Firma:').isVisible()).toBe(true);
  expect(await page.getByRole('link', { name: 'Obiettivo 2 – Rendiconto' }).isVisible()).toBe(true);
  expect(await page.getByRole('button', { name: 'Registra la consegna' }).isVisible()).toBe(false);
  await context.close();
});

it('from the board, without JavaScript, the Segretario decides, records the hand-over and names a lead sector', async () => {
  const context = await asSecretary(false);
  const page = await context.newPage();
  await page.goto('/cruscotto');
  await page.getByRole('link', { name: 'Decidi a chi spetta' }).click();
  const leave = page.locator(`form[action="/scadenze/${late.id}/resta"]`);
  await leave.getByLabel('Motivo').fill('Il capitolo è del Finanziario');
  await leave.getByRole('button').click();
  expect(await page.textContent('main')).toContain(
    'resta a chi ha risposto, che lo legge nel prossimo messaggio',
  );

  await page.goto('/cruscotto');
  await page.getByRole('link', { name: 'Stampa i fogli e registra la consegna' }).click();
  const record = page.locator(`form[action="/avvisi/${mail}/consegnato"]`);
  await record.getByLabel('Consegnato da').fill('Messo comunale');
  await record.getByRole('button').click();
  expect(await page.textContent('main')).toContain('giovedì 29 giugno 2023, da Messo comunale');

  await page.goto(`/obiettivi/${ofFinance.objectiveId}`);
  const lead = page.locator(`form[action="/obiettivi/${ofFinance.objectiveId}/capofila"]`);
  await page.getByText('Cambia il capofila').click();
  await lead.getByLabel('Risponde').selectOption({ label: 'Tecnico' });
  await lead.getByLabel('Motivo').fill('Lo cura un ufficio solo');
  await lead.getByRole('button').click();
  expect(await page.textContent('main')).toContain('capofila, per tutti');
  await context.close();
});
