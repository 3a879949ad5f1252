import { describe, expect, test } from 'vitest';
import { civilDate } from '../../domain/time/civil-date.js';
import { listAlerts } from '../../store/notices/alerts.js';
import { headOf, MAYOR, SECRETARY } from './small-plan.js';
import { openStage } from './stage.js';
import { noticesOf as allNoticesOf, foundThirtyJune, HEAD } from './thirty-june.js';
import type { PersonWish, TestTown } from './town.js';

const stage = await openStage();
const found = (people: readonly PersonWish[]) => foundThirtyJune(stage, people);
const noticesOf = (town: TestTown) => allNoticesOf(stage, town);

describe('a role', () => {
  test('that 2 persons hold gives each of them the notice and a mail', async () => {
    const town = await found([HEAD, headOf('Finanziario', { name: 'Seconda' }), SECRETARY]);
    await stage.stock(town.town, '2023-06-30 09:00');
    expect((await noticesOf(town)).map(({ name }) => name)).toEqual(['Responsabile Finanziario', 'Seconda']);
    expect(await stage.in(town.town, (tx) => tx`select count(*) as n from digest`)).toEqual([{ n: 2 }]);
  });

  test('whose holder left yesterday is vacant: the Segretario receives for it, and 1 alert says so', async () => {
    const town = await found([headOf('Finanziario', { to: civilDate('2023-06-29') }), SECRETARY]);
    await stage.stock(town.town, '2023-06-30 09:00');
    expect((await noticesOf(town)).map(({ name }) => name)).toEqual(['Segretaria']);
    const [mail] = await stage.in(town.town, (tx) => tx<{ text: string }[]>`select text from digest`);
    expect(mail?.text).toMatch(
      /Il ruolo di Responsabile del settore Finanziario è vacante e lo\s+sostituisci:/,
    );
    const alerts = await stage.in(town.town, (tx) => listAlerts(tx));
    expect(alerts.map(({ kind, detail }) => ({ kind, detail }))).toEqual([
      {
        kind: 'no-recipient',
        detail: { role: { role: 'head', sector: 'Finanziario' }, mailDay: '2023-06-30', notices: 1 },
      },
    ]);
  });

  test('that is vacant while the Segretario is too goes to the Sindaco; with nobody at all the notice has no person', async () => {
    const mayors = await found([MAYOR]);
    await stage.stock(mayors.town, '2023-06-30 09:00');
    expect((await noticesOf(mayors)).map(({ name }) => name)).toEqual(['Sindaca']);
    const empty = await found([]);
    const { digestDay } = await stage.stock(empty.town, '2023-06-30 09:00');
    expect(digestDay).toBe(null);
    expect(await noticesOf(empty)).toEqual([{ rung: 'due-day', day: '2023-06-30', name: null }]);
    expect(await stage.in(empty.town, (tx) => listAlerts(tx))).toHaveLength(1);
  });

  test('held together with another by one person makes one mail of 2 notices', async () => {
    const both: PersonWish = {
      name: 'Tutto',
      roles: [{ role: 'head', sector: 'Finanziario' }, { role: 'mayor' }],
    };
    const town = await found([both, SECRETARY]);
    for (const day of ['30 09:00', '03 09:00', '05 09:00', '11 09:00', '12 09:00']) {
      await stage.round(town.town, `${day.startsWith('30') ? '2023-06' : '2023-07'}-${day}`);
    }
    const last = (await noticesOf(town)).filter(({ day }) => day === '2023-07-12');
    expect(last.map(({ rung }) => rung)).toEqual(['late-8', 'late-8']);
    const [count] = await stage.in(
      town.town,
      (tx) => tx`select count(*) as n from digest where day = '2023-07-12'`,
    );
    expect(count).toEqual({ n: 1 });
  });
});
