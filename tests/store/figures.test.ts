import { afterAll, describe, expect, it } from 'vitest';
import { civilDate } from '../../domain/time/civil-date.js';
import { instant } from '../../domain/time/instant.js';
import { clockDrift, isAdrift } from '../../store/clock-drift.js';
import { connect } from '../../store/connection.js';
import { figuresOf, poolUse } from '../../store/figures.js';
import { inTown } from '../../store/in-town.js';
import { beginData, freezeDigests, recordAnswer } from '../../store/notices/digests.js';
import { storeNext } from '../../store/workflow-next.js';
import { freshDatabase } from '../database.js';
import { digestFor, NOON, plannedTown, TODAY } from './furnished-town.js';

const database = await freshDatabase();
const sql = connect(database.appUrl, { max: 4, applicationName: 'prova figure' });
const admin = connect(database.adminUrl, { max: 1 });
afterAll(() => Promise.all([sql.end(), admin.end()]));
const DAY_MS = 86_400_000;

describe('the figures', () => {
  it('of nothing are zeros, and nothing waits', async () => {
    expect(await figuresOf(sql, TODAY)).toEqual({
      ...{ townsLive: 0, townsOnTrial: 0, rounds: 0, notices: 0, frozen: 0, sent: 0, refused: 0, givenUp: 0 },
      ...{ oldestUnsent: null, oldestNext: null, oldestSignIn: null },
    });
  });

  it('count 2 towns together, of that day alone, and give the age of the oldest in real time, whatever the town’s clock', async () => {
    const [one, two] = [await plannedTown(sql), await plannedTown(sql)];
    await admin`update town set mode = 'live', clock_offset_ms = 0 where id = ${one.town}`;
    await admin`update town set mode = 'trial', clock_offset_ms = ${DAY_MS} where id = ${two.town}`;
    await inTown(sql, one.town, async (tx) => {
      const mails = [digestFor(one.head), digestFor(one.secretary)];
      await freezeDigests(tx, [...mails, digestFor(one.head, { day: civilDate('2023-06-28') })]);
      await beginData(tx, mails[0]?.id ?? '', 'a@prova.example');
      await recordAnswer(tx, {
        digest: mails[0]?.id ?? '',
        kind: 'accepted',
        at: NOON,
        code: 250,
        response: 'ok',
      });
      await recordAnswer(tx, {
        digest: mails[1]?.id ?? '',
        kind: 'permanent',
        at: NOON,
        code: 550,
        response: 'no',
      });
      await tx`insert into round (day, at, notices, digests) values (${TODAY}, ${NOON}, 7, 2)`;
      await tx`insert into round (day, at, notices, digests) values ('2023-06-28', ${NOON}, 90, 9)`;
      const next = { workflowId: 'a', workflowType: 'round', args: [], storedAt: NOON };
      await storeNext(tx, { ...next, nextAt: instant(NOON + 5) });
      await storeNext(tx, { ...next, workflowId: 'b', nextAt: null });
    });
    await inTown(sql, two.town, async (tx) => {
      await freezeDigests(tx, [digestFor(two.head, { frozenAt: instant(NOON + DAY_MS - 60_000) })]);
      await tx`insert into round (day, at, notices, digests) values (${TODAY}, ${NOON}, 3, 1)`;
    });
    await admin`insert into sign_in (address, browser_hash, code_hash, asked_at, expires_at)
      values ('a@prova.example', sha256('a'), sha256('b'), ${instant(NOON + 9)}, ${instant(NOON + 900_000)})`;
    expect(await figuresOf(sql, TODAY)).toEqual({
      ...{ townsLive: 1, townsOnTrial: 1, rounds: 2, notices: 10 },
      ...{ frozen: 3, sent: 1, refused: 1, givenUp: 0 },
      oldestUnsent: NOON - 60_000,
      oldestNext: NOON + 5,
      oldestSignIn: NOON + 9,
    });
  });

  it('hold counts and instants alone: no text leaves that function', async () => {
    const values = Object.values(await figuresOf(sql, TODAY));
    expect(values.filter((value) => typeof value !== 'number' && value !== null)).toEqual([]);
  });
});

it('the use of a pool is that of its program alone', async () => {
  const other = connect(database.appUrl, { max: 1, applicationName: 'un altro' });
  await other`select 1`;
  const use = await sql.begin(async (tx) => {
    await tx`select 1`;
    return poolUse(sql, 'prova figure');
  });
  expect(use).toMatchObject({ active: 1, waiting: 1 });
  expect(await poolUse(sql, 'nessuno')).toEqual({ active: 0, idle: 0, waiting: 0 });
  await other.end();
});

describe('the clock', () => {
  it.each([
    [0, false],
    [29_000, false],
    [-29_000, false],
    [45_000, true],
    [-45_000, true],
    [3_600_000, true],
  ])('%i ms ahead of the database: %s', async (ahead, adrift) => {
    const drift = await clockDrift(sql, () => Date.now() + ahead);
    expect(Math.abs(drift - ahead)).toBeLessThan(14_000);
    expect(isAdrift(drift)).toBe(adrift);
  });

  it('an answer that took 50 seconds does not make a drift of them', async () => {
    const began = Date.now();
    const readings = [began - 25_000, began + 25_000];
    expect(await clockDrift(sql, () => readings.shift() ?? 0)).toBe(0);
  });
});
