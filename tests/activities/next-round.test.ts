/** A stock that is told what the one before said of the next round: the same in fewer words, and never too late. */
import { beforeEach, expect, test } from 'vitest';
import { REFUSED_NOW } from './post-office.js';
import { openStage } from './stage.js';
import { fatesOf, foundThirtyJune, HEAD, MAILBOX } from './thirty-june.js';
import { townTime } from './town.js';

const stage = await openStage();
const { office } = stage;

beforeEach(() => {
  office.answer = () => null;
});

test('after a mailing it says what a stock says that asks the agenda', async () => {
  const { town } = await foundThirtyJune(stage);
  const { nextRound } = await stage.stock(town, '2023-06-30 09:00');
  expect(nextRound).toBeGreaterThan(townTime('2023-07-03 00:00'));
  await stage.send(town, '2023-06-30 09:01');
  const told = await stage.stock(town, '2023-06-30 09:02', nextRound);
  expect(told).toEqual(await stage.stock(town, '2023-06-30 09:02'));
  expect(told).toMatchObject({ digestDay: null, alertDay: null, nextRound });
});

test('when the round is due it is held', async () => {
  const town = await foundThirtyJune(stage);
  await stage.stock(town.town, '2023-06-30 09:00', townTime('2023-06-30 09:00'));
  expect(await fatesOf(stage, town)).toEqual([['daily', '2023-06-30', HEAD.name, 'frozen', 0]]);
});

test('a mail given up meanwhile joins the next working day, though nothing else was to be said then', async () => {
  const { town } = await foundThirtyJune(stage);
  const { nextRound } = await stage.stock(town, '2023-06-30 09:00');
  office.answer = (address) => (address === MAILBOX ? REFUSED_NOW : null);
  await expect(stage.send(town, '2023-06-30 09:00')).rejects.toThrow();
  const waits = await stage.stock(town, '2023-06-30 15:00', nextRound);
  expect(waits).toMatchObject({ digestDay: '2023-06-30', nextRound });
  const late = Math.max(nextRound ?? 0, townTime('2024-01-01'));
  const given = await stage.stock(town, '2023-06-30 17:00', late);
  expect(given).toEqual({ ...(await stage.stock(town, '2023-06-30 17:00')), alertDay: given.alertDay });
  expect(given.nextRound).toBe(nextRound);
});
