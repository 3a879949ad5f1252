/** Mornings on which something goes wrong besides the mail server: a clock set back, a role just vacated, one bad mailbox. */
import { beforeEach, describe, expect, test } from 'vitest';
import { civilDate } from '../../domain/time/civil-date.js';
import { changePerson, endRole, roleHolders } from '../../store/people/people.js';
import { REFUSED_FOR_GOOD } from './post-office.js';
import { headOf, SECRETARY } from './small-plan.js';
import { openStage } from './stage.js';
import { fatesOf, foundThirtyJune, HEAD, MAILBOX, noticesOf } from './thirty-june.js';
import type { TestTown } from './town.js';

const stage = await openStage();
const { office } = stage;
const mailsTo = (address: string) => office.mails.filter(({ envelopeTo }) => envelopeTo.includes(address));

let before = 0;
beforeEach(() => {
  office.answer = () => null;
  before = office.mails.length;
});

/** From tomorrow on nobody is head. */
const vacate = (town: TestTown, lastDay: string) =>
  stage.in(town.town, async (tx) => {
    const tenure = (await roleHolders(tx)).find(({ person }) => person.name === HEAD.name);
    await endRole(tx, tenure?.id ?? '', civilDate(lastDay));
  });

describe('a clock set back an hour', () => {
  test('after the round and its mails: nothing is held, written or sent twice', async () => {
    const town = await foundThirtyJune(stage);
    await stage.round(town.town, '2023-06-30 09:00');
    const told = await noticesOf(stage, town);
    await stage.round(town.town, '2023-06-30 08:00');
    await stage.send(town.town, '2023-06-30 08:01');
    expect(await noticesOf(stage, town)).toEqual(told);
    expect(office.mails.length - before).toBe(1);
    const rounds = await stage.in(town.town, (tx) => tx`select day from round`);
    expect(rounds).toHaveLength(1);
  });

  test('between freeze and hand-over: the mail goes out, once, dated as it was frozen', async () => {
    const town = await foundThirtyJune(stage);
    await stage.stock(town.town, '2023-06-30 09:00');
    await stage.send(town.town, '2023-06-30 08:05');
    await stage.send(town.town, '2023-06-30 09:05');
    expect(office.mails.length - before).toBe(1);
    expect(office.contents.at(-1)).toMatch(/^Date: Fri, 30 Jun 2023 07:00:00 \+0000/m);
  });

  test('while a refused mail waits: it is tried again all the same, and given up at 17:00, not before', async () => {
    const town = await foundThirtyJune(stage);
    office.answer = () => ({ at: 'recipient', code: 451, text: '4.7.1 later' });
    await stage.stock(town.town, '2023-06-30 16:30');
    await expect(stage.send(town.town, '2023-06-30 16:31')).rejects.toThrow();
    await expect(stage.send(town.town, '2023-06-30 15:40')).rejects.toThrow();
    await stage.stock(town.town, '2023-06-30 16:59');
    expect((await fatesOf(stage, town))[0]).toEqual(['daily', '2023-06-30', HEAD.name, 'frozen', 2]);
    await stage.stock(town.town, '2023-06-30 17:31');
    expect((await fatesOf(stage, town))[0]).toEqual(['daily', '2023-06-30', HEAD.name, 'given-up', 2]);
  });
});

describe('a role vacated on the morning of the round', () => {
  test('before the freeze: the notice goes to the Segretario, who hears of the vacancy, and whoever left is not mailed', async () => {
    const town = await foundThirtyJune(stage);
    await vacate(town, '2023-06-29');
    await stage.round(town.town, '2023-06-30 09:00');
    expect(office.mails.slice(before).flatMap(({ envelopeTo }) => envelopeTo)).toEqual([
      'segretaria@prova.example',
    ]);
    const alerts = await stage.in(town.town, (tx) => tx`select kind from alert_item`);
    expect(alerts).toHaveLength(1);
  });

  test('while the mail waits for a server that said 451: it is given up, not sent to whoever left', async () => {
    const town = await foundThirtyJune(stage);
    office.answer = () => ({ at: 'recipient', code: 451, text: '4.7.1 later' });
    await stage.stock(town.town, '2023-06-30 09:00');
    await expect(stage.send(town.town, '2023-06-30 09:01')).rejects.toThrow();
    await vacate(town, '2023-06-29');
    office.answer = () => null;
    await stage.send(town.town, '2023-06-30 09:05');
    expect(office.mails.length).toBe(before);
    await stage.round(town.town, '2023-07-03 09:00');
    expect(office.mails.slice(before).map(({ envelopeTo }) => envelopeTo[0])).toEqual([
      'segretaria@prova.example',
    ]);
  });
});

test('an address changed while the mail waits for a server that said 451 gets it; the old one nothing more', async () => {
  const town = await foundThirtyJune(stage);
  office.answer = () => ({ at: 'recipient', code: 451, text: '4.7.1 later' });
  await stage.stock(town.town, '2023-06-30 09:00');
  await expect(stage.send(town.town, '2023-06-30 09:01')).rejects.toThrow();
  await stage.in(town.town, (tx) =>
    changePerson(tx, town.people.get(HEAD.name) ?? '', {
      ...{ name: HEAD.name, email: 'cambiata@prova.example', sharedMailbox: false },
    }),
  );
  office.answer = () => null;
  const old = mailsTo(MAILBOX).length;
  await stage.send(town.town, '2023-06-30 09:02');
  expect([mailsTo('cambiata@prova.example').length, mailsTo(MAILBOX).length]).toEqual([1, old]);
});

test('550 for one of 12 mailboxes: 11 mails are accepted, one is refused, and nobody waits for it', async () => {
  const names = Array.from({ length: 12 }, (_, n) => `Responsabile ${n}`);
  const heads = names.map((name) => headOf('Finanziario', { name }));
  const town = await foundThirtyJune(stage, [...heads, SECRETARY]);
  office.answer = (address) => (address === 'responsabile.5@prova.example' ? REFUSED_FOR_GOOD : null);
  await stage.round(town.town, '2023-06-30 09:00');
  expect(office.mails.length - before).toBe(11);
  const states = (await fatesOf(stage, town)).map((fate) => fate[3]);
  expect(states.filter((state) => state === 'sent')).toHaveLength(11);
  expect(states.filter((state) => state === 'refused')).toHaveLength(1);
});
