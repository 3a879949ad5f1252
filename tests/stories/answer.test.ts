import { randomBytes } from 'node:crypto';
import { expect, test } from 'vitest';
import { createAnnouncer } from '../../api/announcer.js';
import { createApp } from '../../api/create-app.js';
import { createHealth } from '../../api/health.js';
import { instant } from '../../domain/time/instant.js';
import { readChain } from '../../store/register/register.js';
import { headOf, MAYOR, planOf, SECRETARY } from '../activities/small-plan.js';
import { foundTown, type TestTown } from '../activities/town.js';
import { Visitor } from '../api/visitor.js';
import { openWorld } from '../workflows/world.js';

const world = await openWorld();
const HEAD = headOf('Finanziario');
const MAILBOX = 'responsabile.finanziario@prova.example';
const now = () => instant(Date.now());

/** Nobody can enter: all there is are the links of the mails. */
const announcer = createAnnouncer(world.client, world.sql, now, { warn: () => undefined }, 10_000);
const app = createApp({
  sql: world.sql,
  now,
  announcer,
  health: createHealth(world.sql, () => Promise.resolve(true), now),
  secret: randomBytes(32),
  demo: null,
  publicUrl: null,
  secure: true,
  log: { info: () => undefined, warn: () => undefined, error: () => undefined },
});

/** The Finanziario owes things by these days, the first by Friday 30 June 2023; it is Thursday 1 June. */
async function livingTown(...terms: readonly string[]): Promise<TestTown> {
  const town = await foundTown(world.sql, {
    plan: planOf({ Finanziario: [['2023-06-30', ...terms]] }),
    approved: '2023-05-31',
    now: '2023-06-01 06:00',
    people: [HEAD, SECRETARY, MAYOR],
  });
  await world.announce(town.town, town.starts);
  return town;
}

/** Where the link of the latest mail to that mailbox leads, as the person presses it. */
function linkOfLatest(mailbox = MAILBOX): string {
  const mail = world.office.mails.filter(({ envelopeTo }) => envelopeTo.includes(mailbox)).at(-1);
  const link = /https:\/\/traguardo\.example(\/r\/[0-9a-z]+)/.exec(mail?.text ?? '')?.[1];
  if (link === undefined) throw new Error(`the latest mail to ${mailbox} has no link`);
  return link;
}

async function press(link: string, way: string, fields: Readonly<Record<string, string>>): Promise<string> {
  const visitor = new Visitor(app);
  const form = await visitor.form(link, `${link}/${way}`);
  const { status, headers, text } = await visitor.post(form.action, { ...form.fields, ...fields });
  await announcer.settled();
  if (status !== 303) throw new Error(`${status}: ${text}`);
  return headers.get('location') ?? '';
}

const daysOf = async ({ town, obligations }: TestTown) =>
  (
    await world.in(
      town,
      (tx) => tx<{ day: string; rung: string; role: string }[]>`
        select distinct day, rung, recipient_role as role from notice where obligation = ${obligations[0]?.id ?? ''}
        order by day, role`,
    )
  ).map(({ day, rung, role }) => `${day} ${rung} ${role}`);

test('*In corso* by the link of the mail of 3 July, until 14 July, is silent to Monday 17 July; then the ladder goes on to the Sindaco', async () => {
  const town = await livingTown();
  await world.moveTo(town.town, '2023-07-03 12:00');
  await press(linkOfLatest(), 'in-corso', { reason: 'Manca il parere dei revisori', forecast: '2023-07-14' });
  await world.moveTo(town.town, '2023-07-18 18:00');
  expect((await daysOf(town)).filter((day) => day > '2023-07-01')).toEqual([
    '2023-07-03 late-1 head',
    '2023-07-17 late-7 head',
    '2023-07-17 late-7 secretary',
    '2023-07-18 late-8 head',
    '2023-07-18 late-8 mayor',
  ]);
  const chain = await world.in(town.town, (tx) =>
    readChain(tx, { kind: 'objective', id: town.objectives[0] ?? '' }),
  );
  expect(chain.find(({ body }) => body.kind === 'explained')?.body).toMatchObject({
    channel: 'mail-answer',
    forecast: '2023-07-14',
  });
});

/** The latest mail to a mailbox. */
const latest = (mailbox = MAILBOX) =>
  world.office.mails.filter(({ envelopeTo }) => envelopeTo.includes(mailbox)).at(-1);

test('*Concluso* by link is repeated in the next mail that leaves anyway, once; withdrawn by its link, the notices go on', async () => {
  const town = await livingTown('2023-08-02');
  await world.moveTo(town.town, '2023-06-30 12:00');
  const link = linkOfLatest();
  await press(link, 'concluso', { doneOn: '2023-06-29', note: 'Delibera 12' });
  await world.moveTo(town.town, '2023-07-03 12:00');
  const repeated = latest();
  expect(repeated?.subject).toBe('2 scadenze in arrivo – Comune di Prova');
  expect(repeated?.text?.replaceAll(/\s+/g, ' ')).toContain(
    'Risposta: Concluso giovedì 29 giugno 2023 Registrata: venerdì 30 giugno 2023 Si può ritirare fino a: venerdì 7 luglio 2023',
  );
  const again =
    /Apri o ritira\s+https:\/\/traguardo\.example(\/r\/[0-9a-z]+)/.exec(repeated?.text ?? '')?.[1] ?? '';
  await press(again, 'ritira', {});
  await world.moveTo(town.town, '2023-07-17 18:00');
  expect((await daysOf(town)).filter((day) => day > '2023-07-01')).toEqual([
    '2023-07-04 late-1 head',
    '2023-07-05 late-3 head',
    '2023-07-11 late-7 secretary',
    '2023-07-12 late-8 head',
    '2023-07-12 late-8 mayor',
    '2023-07-17 weekly-1 head',
  ]);
  const texts = world.office.mails
    .filter(({ envelopeTo }) => envelopeTo.includes(MAILBOX))
    .map(({ text }) => text);
  expect(texts.filter((text) => text?.includes('Risposta: Concluso'))).toHaveLength(1);
});

test('*Non è di mia competenza* is told to the Segretario at 15:00 of the same day with its reason; withdrawn before, it is not', async () => {
  const town = await livingTown();
  const secretary = 'segretaria@prova.example';
  await world.moveTo(town.town, '2023-06-30 10:00');
  await press(linkOfLatest(), 'non-mia', { reason: 'È del settore Tecnico' });
  await press(linkOfLatest(), 'ritira', {});
  await world.moveTo(town.town, '2023-06-30 16:00');
  expect(latest(secretary)?.subject ?? '').not.toContain('Da vedere oggi');
  await world.moveTo(town.town, '2023-07-03 10:00');
  await press(linkOfLatest(), 'non-mia', { reason: 'È del settore Tecnico, per delega' });
  await world.moveTo(town.town, '2023-07-03 15:30');
  const alert = latest(secretary);
  expect(alert?.subject).toBe('Da vedere oggi: 1 risposta «non è di mia competenza» – Comune di Prova');
  expect(alert?.text).toContain('Motivo: «È del settore Tecnico, per delega»');
});

test('the Segretario holds the notice to the Sindaco back by the link of the warning: on 12 July nobody tells the Sindaco', async () => {
  const town = await livingTown();
  await world.moveTo(town.town, '2023-07-11 12:00');
  await press(linkOfLatest('segretaria@prova.example'), 'trattieni', {
    reason: 'Il Responsabile è in malattia',
  });
  await world.moveTo(town.town, '2023-07-18 18:00');
  expect((await daysOf(town)).filter((day) => day > '2023-07-10')).toEqual([
    '2023-07-11 late-7 secretary',
    '2023-07-17 weekly-1 head',
  ]);
});
