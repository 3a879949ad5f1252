/** Rows go to whoever awaits a query, and stay with nobody else. */
import { afterAll, expect, it } from 'vitest';
import { connect } from '../../store/connection.js';
import { begin } from '../../store/lost-connection.js';
import { freshDatabase } from '../database.js';

const database = await freshDatabase();
const sql = connect(database.appUrl, { max: 1 });
afterAll(() => sql.end({ timeout: 1 }));

it('gives the rows with their count, alone, among others, and by execute()', async () => {
  const found = await begin(sql, async (tx) => {
    const early = tx`select 1 as n`.execute();
    const [some, none] = await Promise.all([
      tx`select n from generate_series(1, 3) n where ${tx`n > ${1}`}`,
      tx`select 1 where false`,
    ]);
    return { some, none, early: await early, values: await tx`select 7 as n`.values() };
  });
  expect([...found.some]).toEqual([{ n: 2 }, { n: 3 }]);
  expect([found.some.count, found.none.length, found.none.count]).toEqual([2, 0, 0]);
  expect([...found.early]).toEqual([{ n: 1 }]);
  expect([...found.values]).toEqual([[7]]);
});

it('refuses to give them twice rather than give none', async () => {
  const twice = begin(sql, async (tx) => {
    const query = tx`select 1 as n`;
    await query;
    return query;
  });
  await expect(twice).rejects.toThrow('awaited once');
});

it('leaves the query without its rows', async () => {
  const left = await begin(sql, async (tx) => {
    const query = tx`select n from generate_series(1, 3) n`;
    const rows = await query;
    const kept = (await Object.getPrototypeOf(Object.getPrototypeOf(query)).then.call(query)) as unknown[];
    return [rows.length, kept.length];
  });
  expect(left).toEqual([3, 0]);
});

it('tells a failure as ever, and rolls back', async () => {
  const failing = begin(sql, async (tx) => {
    await tx`select 1 as n`;
    await tx`select 1 / 0`;
  });
  await expect(failing).rejects.toMatchObject({ code: '22012' });
  expect(await begin(sql, async (tx) => (await tx`select 1 as n`).length)).toBe(1);
});
