import { beforeEach, describe, expect, test } from 'vitest';
import { REFUSED_FOR_GOOD } from './post-office.js';
import { openStage } from './stage.js';
import { fatesOf, foundThirtyJune, HEAD, MAILBOX } from './thirty-june.js';
import { type PersonWish, type TestTown, townTime } from './town.js';

const stage = await openStage();
const { office } = stage;
const found = (people?: readonly PersonWish[]) => foundThirtyJune(stage, people);
const fates = (town: TestTown) => fatesOf(stage, town);
const mailsTo = (address: string) => office.mails.filter(({ envelopeTo }) => envelopeTo.includes(address));

beforeEach(() => {
  office.answer = () => null;
});

describe('a final refusal', () => {
  test('is told to the Segretario at 15:00 with the words of the server, and the mail is not tried again', async () => {
    const town = await found();
    office.answer = (address) => (address === MAILBOX ? REFUSED_FOR_GOOD : null);
    await stage.round(town.town, '2023-06-30 09:00');
    expect(await stage.next(town.town, '2023-06-30 09:01')).toBe(townTime('2023-06-30 15:00'));
    await stage.round(town.town, '2023-06-30 15:00');
    const [alert] = mailsTo('segretaria@prova.example').slice(-1);
    expect(alert?.subject).toBe('Da vedere oggi: 1 avviso rifiutato – Comune di Prova');
    expect(alert?.text).toContain('no such user');
    expect(await fates(town)).toEqual([
      ['daily', '2023-06-30', HEAD.name, 'refused', 1],
      ['alert', '2023-06-30', 'Segretaria', 'sent', 1],
    ]);
  });

  test('of 15:01 is on the board at once and mailed at 15:00 of the next working day', async () => {
    const town = await found();
    await stage.stock(town.town, '2023-06-30 14:00');
    office.answer = (address) => (address === MAILBOX ? REFUSED_FOR_GOOD : null);
    await stage.send(town.town, '2023-06-30 15:01');
    expect(await stage.next(town.town, '2023-06-30 15:02')).toBeLessThanOrEqual(townTime('2023-07-03 15:00'));
    await stage.round(town.town, '2023-06-30 16:00');
    expect((await fates(town)).filter(([kind]) => kind === 'alert')).toEqual([]);
    await stage.round(town.town, '2023-07-03 15:00');
    expect((await fates(town)).filter(([kind]) => kind === 'alert')).toEqual([
      ['alert', '2023-07-03', 'Segretaria', 'sent', 1],
    ]);
  });

  test("of the alert mail itself raises no alert: the Segretario's mailbox is no news to the Segretario's mailbox", async () => {
    const town = await found();
    office.answer = () => REFUSED_FOR_GOOD;
    await stage.round(town.town, '2023-06-30 09:00');
    await stage.round(town.town, '2023-06-30 15:00');
    const waiting = await stage.in(
      town.town,
      (tx) => tx`select kind from alert_item where mailed_on is null`,
    );
    expect(waiting).toEqual([]);
  });
});
