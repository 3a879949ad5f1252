import { beforeEach, describe, expect, test } from 'vitest';
import { changePerson } from '../../store/people/people.js';
import { REFUSED_NOW } from './post-office.js';
import { headOf, planOf, SECRETARY } from './small-plan.js';
import { openStage } from './stage.js';
import { fatesOf, foundThirtyJune, HEAD, MAILBOX } from './thirty-june.js';
import { foundTown, type PersonWish, type TestTown, townTime } from './town.js';

const stage = await openStage();
const { office } = stage;
const found = (people?: readonly PersonWish[]) => foundThirtyJune(stage, people);
const fates = (town: TestTown) => fatesOf(stage, town);
const mailsTo = (address: string) => office.mails.filter(({ envelopeTo }) => envelopeTo.includes(address));

beforeEach(() => {
  office.answer = () => null;
});

describe('a temporary refusal', () => {
  test('fails the attempt with a wait of 1, 2, 4, 8 and then every 15 minutes, and the mail goes out when it is taken', async () => {
    const town = await found();
    await stage.stock(town.town, '2023-06-30 09:00');
    office.answer = () => REFUSED_NOW;
    const waits: unknown[] = [];
    for (const at of ['09:01', '09:02', '09:04', '09:08', '09:16', '09:31']) {
      await stage.send(town.town, `2023-06-30 ${at}`).catch((failure: { nextRetryDelay: unknown }) => {
        waits.push(failure.nextRetryDelay);
      });
    }
    expect(waits).toEqual([1, 2, 4, 8, 15, 15].map((minutes) => minutes * 60_000));
    office.answer = () => null;
    await stage.send(town.town, '2023-06-30 09:46');
    expect(await fates(town)).toEqual([['daily', '2023-06-30', HEAD.name, 'sent', 7]]);
  });

  test('of one mailbox does not keep the mail of another from going out', async () => {
    const town = await found([HEAD, headOf('Finanziario', { name: 'Seconda' })]);
    office.answer = (address) => (address === MAILBOX ? REFUSED_NOW : null);
    await stage.stock(town.town, '2023-06-30 09:00');
    await expect(stage.send(town.town, '2023-06-30 09:00')).rejects.toThrow('1 mails without a final answer');
    expect(await fates(town)).toEqual([
      ['daily', '2023-06-30', HEAD.name, 'frozen', 1],
      ['daily', '2023-06-30', 'Seconda', 'sent', 1],
    ]);
  });

  test('that lasts is told to the Segretario at 15:00, given up at 17:00, and the notice joins the mail of Monday 3 July', async () => {
    const town = await found();
    office.answer = (address) => (address === MAILBOX ? REFUSED_NOW : null);
    await stage.stock(town.town, '2023-06-30 09:00');
    await expect(stage.send(town.town, '2023-06-30 09:00')).rejects.toThrow();
    expect(await stage.next(town.town, '2023-06-30 09:01')).toBe(townTime('2023-06-30 15:00'));
    const { alertDay } = await stage.stock(town.town, '2023-06-30 15:00');
    expect(alertDay).toBe('2023-06-30');
    await stage.send(town.town, '2023-06-30 15:00', 'alert');
    const [alert] = mailsTo('segretaria@prova.example').slice(-1);
    expect(alert?.text).toContain('greylisted, try again later');
    expect(await stage.next(town.town, '2023-06-30 15:01')).toBe(townTime('2023-06-30 17:00'));
    await stage.send(town.town, '2023-06-30 17:00');
    office.answer = () => null;
    expect(await stage.next(town.town, '2023-06-30 17:01')).toBeLessThan(townTime('2023-07-03 09:00'));
    await stage.round(town.town, '2023-07-03 09:00');
    expect(await fates(town)).toEqual([
      ['daily', '2023-06-30', HEAD.name, 'given-up', 1],
      ['daily', '2023-07-03', HEAD.name, 'sent', 1],
      ['alert', '2023-06-30', 'Segretaria', 'sent', 1],
    ]);
    const carried = await stage.in(
      town.town,
      (tx) => tx`select l.carried_into is not null as into
        from digest d join digest_line l on l.digest = d.id where d.state = 'given-up'`,
    );
    expect(carried).toEqual([{ into: true }]);
  });

  test('of Thursday leaves a notice that no rung of Friday replaces: it is told on Friday as it stands then', async () => {
    const town = await foundTown(stage.sql, {
      plan: planOf({ Finanziario: [['2023-07-04']] }),
      approved: '2023-06-28',
      now: '2023-06-28 10:00',
      people: [HEAD, SECRETARY],
    });
    office.answer = () => REFUSED_NOW;
    await stage.stock(town.town, '2023-06-29 09:00');
    await expect(stage.send(town.town, '2023-06-29 09:00')).rejects.toThrow();
    await stage.stock(town.town, '2023-06-29 17:00');
    office.answer = () => null;
    await stage.round(town.town, '2023-06-30 09:00');
    const [mail] = mailsTo(MAILBOX).slice(-1);
    expect(mail?.text).toContain('martedì 4 luglio 2023, tra 2 giorni lavorativi');
    const rounds = await stage.in(
      town.town,
      (tx) => tx`select day, notices, digests from round order by day`,
    );
    expect(rounds).toEqual([
      { day: '2023-06-29', notices: 1, digests: 1 },
      { day: '2023-06-30', notices: 0, digests: 1 },
    ]);
  });

  test('after the content had begun is only ever repeated byte for byte, and never carried over', async () => {
    const town = await found();
    office.answer = (_, at) => (at === 'content' ? { at, code: 451, text: 'disk full' } : null);
    await stage.stock(town.town, '2023-06-30 09:00');
    await expect(stage.send(town.town, '2023-06-30 09:00')).rejects.toThrow();
    await stage.in(town.town, (tx) =>
      changePerson(tx, town.people.get(HEAD.name) ?? '', {
        name: 'Altro nome',
        email: 'altra@prova.example',
        sharedMailbox: false,
      }),
    );
    office.answer = () => null;
    const before = mailsTo(MAILBOX).length;
    await stage.send(town.town, '2023-06-30 09:02');
    expect(mailsTo(MAILBOX).length - before).toBe(1);
    const [first, again] = office.contents.slice(-2);
    expect(again).toBe(first);
    expect(mailsTo('altra@prova.example')).toHaveLength(0);
  });
});
