import { expect, test } from 'vitest';
import { headOf, MAYOR, planOf, SECRETARY } from './small-plan.js';
import { openStage } from './stage.js';
import { foundTown } from './town.js';

const stage = await openStage();

/** Due on Friday 9 and Friday 30 June; rounds are held until Thursday 8 June, then not before Wednesday 28. */
async function livedThrough() {
  const town = await foundTown(stage.sql, {
    plan: planOf({ Finanziario: [['2023-06-09'], ['2023-06-30']] }),
    approved: '2023-04-28',
    now: '2023-04-28 10:00',
    people: [headOf('Finanziario'), SECRETARY, MAYOR],
  });
  for (const day of ['05-10', '05-25', '05-31', '06-06']) await stage.round(town.town, `2023-${day} 09:00`);
  return town;
}

const noticesSince = (town: string, day: string) =>
  stage.in(
    town,
    (tx) => tx`select n.day, o.due, n.rung, p.name from notice n join obligation o on o.id = n.obligation
      join person p on p.id = n.person where n.day > ${day} order by n.day, o.due, p.name`,
  );

test('after an outage of 20 days each obligation gives 1 notice, its highest rung, to everyone a rung passed over would have reached; late-8 waits for its late-7', async () => {
  const { town } = await livedThrough();
  await stage.round(town, '2023-06-28 09:00');
  expect(await noticesSince(town, '2023-06-08')).toEqual([
    { day: '2023-06-28', due: '2023-06-09', rung: 'late-7', name: 'Responsabile Finanziario' },
    { day: '2023-06-28', due: '2023-06-09', rung: 'late-7', name: 'Segretaria' },
    { day: '2023-06-28', due: '2023-06-30', rung: 'three-days', name: 'Responsabile Finanziario' },
  ]);
  await stage.round(town, '2023-06-29 09:00');
  expect(await noticesSince(town, '2023-06-28')).toEqual([
    { day: '2023-06-29', due: '2023-06-09', rung: 'late-8', name: 'Responsabile Finanziario' },
    { day: '2023-06-29', due: '2023-06-09', rung: 'late-8', name: 'Sindaca' },
  ]);
});

test('what an outage passed over is recorded with its day and reason, and told to the Segretario at 15:00', async () => {
  const { town } = await livedThrough();
  await stage.round(town, '2023-06-28 09:00');
  const passed = await stage.in(
    town,
    (tx) => tx`select p.rung, p.day, p.reason from passed_over p join obligation o on o.id = p.obligation
      where p.day > '2023-06-08' order by p.day, p.rung`,
  );
  expect(passed).toEqual([
    { rung: 'due-day', day: '2023-06-09', reason: 'no-round' },
    { rung: 'late-1', day: '2023-06-12', reason: 'no-round' },
    { rung: 'late-3', day: '2023-06-14', reason: 'no-round' },
    { rung: 'ten-days', day: '2023-06-16', reason: 'no-round' },
  ]);
  await stage.round(town, '2023-06-28 15:00');
  const alert = stage.office.mails.at(-1);
  expect(alert?.headerTo).toContain('segretaria@prova.example');
  expect(alert?.text).toMatch(/Da venerdì 9 giugno 2023 a martedì 27 giugno\s+2023/);
  expect(alert?.text).toContain('Avvisi saltati: 4');
  expect(alert?.text).toContain('Riuniti in un solo avviso per scadenza: 2');
  expect(alert?.text).toContain('Persone avvisate: 2');
});

test('a day on which nothing was due is no outage: 3 weeks of silence between two rungs raise no alert', async () => {
  const { town } = await livedThrough();
  const alerts = await stage.in(town, (tx) => tx`select kind from alert_item`);
  expect(alerts).toEqual([]);
});
