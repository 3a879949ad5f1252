import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { type Instant, instant } from '../../domain/time/instant.js';
import {
  backlog,
  claimAnnouncements,
  listTowns,
  markRevived,
  overdueWorkflows,
  settleAnnouncements,
} from '../../store/across-towns.js';
import { announce, markAnnounced } from '../../store/announcements.js';
import { connect } from '../../store/connection.js';
import { inTown } from '../../store/in-town.js';
import { freezeDigests } from '../../store/notices/digests.js';
import { listNexts, storeNext } from '../../store/workflow-next.js';
import { freshDatabase } from '../database.js';
import { bareTown, digestFor, NOON, plannedTown } from './furnished-town.js';

const database = await freshDatabase();
const sql = connect(database.appUrl, { max: 8 });
const admin = connect(database.adminUrl, { max: 1 });
afterAll(() => Promise.all([sql.end(), admin.end()]));

let here: string;
let there: string;
beforeEach(async () => {
  await admin`truncate town cascade`;
  [here, there] = [await bareTown(sql, 'A'), await bareTown(sql, 'B')];
});
const later = (ms: number): Instant => instant(NOON + ms);
const start = (workflowId: string) => ({ workflowId, workflowType: 'round', args: [{ town: workflowId }] });
const told = (town: string, ...ids: string[]): Promise<readonly number[]> =>
  inTown(sql, town, (tx) => announce(tx, ids.map(start), NOON));
const claim = (before: Instant = NOON, atMost = 10): Promise<string[]> =>
  sql.begin(async (tx) => (await claimAnnouncements(tx, before, atMost)).map((one) => one.workflowId));

it('lists the towns by name', async () => {
  expect((await listTowns(sql)).map(({ id, name }) => [id, name])).toEqual([
    [here, 'A'],
    [there, 'B'],
  ]);
});

describe('the relay', () => {
  it('finds what was announced in any town and not told, oldest first, once it is old enough', async () => {
    await told(here, 'a', 'b');
    await told(there, 'c');
    expect(await claim(later(-1))).toEqual([]);
    expect(await claim()).toEqual(['a', 'b', 'c']);
    expect(await claim(NOON, 2)).toEqual(['a', 'b']);
  });

  it('two relays at once never hold the same announcement', async () => {
    await told(here, ...Array.from({ length: 20 }, (_, n) => `w${n}`));
    const both = await sql.begin(async (first) => {
      const mine = await claimAnnouncements(first, NOON, 10);
      const theirs = await claim(NOON, 20);
      return [mine.map((one) => one.workflowId), theirs];
    });
    expect(both.map((ids) => ids?.length)).toEqual([10, 10]);
    expect(new Set(both.flat()).size).toBe(20);
  });

  it('what failed stays and comes after the others; what was told is gone', async () => {
    const [a, b] = await told(here, 'a', 'b');
    await told(there, 'c');
    const at = later(1);
    await sql.begin((tx) => settleAnnouncements(tx, { announced: [b as number], failed: [a as number], at }));
    expect(await claim()).toEqual(['c', 'a']);
  });

  it('an announcement dies with its command’s transaction, and the fast path takes it away', async () => {
    await expect(
      inTown(sql, here, async (tx) => {
        await announce(tx, [start('undone')], NOON);
        throw new Error('on purpose');
      }),
    ).rejects.toThrow();
    const ids = await told(here, 'quick');
    await inTown(sql, there, (tx) => markAnnounced(tx, ids, NOON));
    expect(await claim()).toEqual(['quick']);
    await inTown(sql, here, (tx) => markAnnounced(tx, ids, NOON));
    expect(await claim()).toEqual([]);
  });
});

describe('the watchdog', () => {
  const next = (town: string, id: string, nextAt: Instant | null): Promise<void> =>
    inTown(sql, town, (tx) => storeNext(tx, { ...start(id), nextAt, storedAt: NOON }));
  const overdue = async (before: Instant): Promise<string[]> =>
    (await overdueWorkflows(sql, before, 10)).map((one) => one.workflowId);

  it('finds what is past its stored next in any town; what waits for a change only is never late', async () => {
    await next(here, 'a', later(2_000));
    await next(there, 'b', later(1_000));
    await next(there, 'c', null);
    expect(await overdue(later(1_000))).toEqual([]);
    expect(await overdue(later(1_001))).toEqual(['b']);
    expect(await overdue(later(9_000))).toEqual(['b', 'a']);
  });

  it('revives once in the time it waits, and counts; a new next forgets it', async () => {
    await next(here, 'a', NOON);
    const [late] = await overdueWorkflows(sql, later(600_000), 10);
    if (late === undefined) throw new Error('nothing overdue');
    await markRevived(sql, late, later(600_000));
    expect(await overdue(later(600_000))).toEqual([]);
    expect(await overdue(later(600_001))).toEqual(['a']);
    expect(await backlog(sql, later(600_000))).toMatchObject({ overdueWorkflows: 1, revivals: 1 });
    await next(here, 'a', later(900_000));
    expect(await backlog(sql, later(600_000))).toMatchObject({ overdueWorkflows: 0, revivals: 1 });
  });

  it('knows what a town waits for, the soonest first; what waits for a change only comes last', async () => {
    await next(here, 'b', null);
    await next(here, 'a', later(5));
    await next(there, 'c', later(1));
    expect((await inTown(sql, here, listNexts)).map((one) => one.workflowId)).toEqual(['a', 'b']);
  });
});

it('the backlog counts over all towns', async () => {
  await told(here, 'a');
  await told(there, 'b');
  const planned = await plannedTown(sql);
  await inTown(sql, planned.town, (tx) => freezeDigests(tx, [digestFor(planned.head)]));
  expect(await backlog(sql, NOON)).toEqual({
    announcements: 2,
    oldestAnnouncement: NOON,
    overdueWorkflows: 0,
    revivals: 0,
    unansweredDigests: 1,
    putOffDigests: 0,
  });
});
