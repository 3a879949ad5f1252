import { randomUUID } from 'node:crypto';
import { afterAll, describe, expect, it } from 'vitest';
import { connect } from '../../store/connection.js';
import { factsClock } from '../../store/facts-clock.js';
import { inTown, readInTown } from '../../store/in-town.js';
import { addPerson } from '../../store/people/people.js';
import { laddersOf, townSettingsSchema } from '../../store/towns/town-settings.js';
import {
  changeSettings,
  createTown,
  findTown,
  loadTown,
  lockTown,
  moveClock,
} from '../../store/towns/towns.js';
import { freshDatabase } from '../database.js';
import { bareTown, NOON } from './furnished-town.js';

const database = await freshDatabase();
const sql = connect(database.appUrl, { max: 4 });
const single = connect(database.appUrl, { max: 1 });
afterAll(() => Promise.all([sql.end(), single.end()]));

describe('inTown', () => {
  it('leaves no town behind on the connection, whether the work succeeded or failed', async () => {
    const town = await bareTown(sql);
    await inTown(single, town, async (tx) => tx`select 1`);
    await expect(
      inTown(single, town, async () => {
        throw new Error('on purpose');
      }),
    ).rejects.toThrow('on purpose');
    expect(await single`select id from town`).toEqual([]);
    expect(await single`select nullif(current_setting('app.town', true), '') as town`).toEqual([
      { town: null },
    ]);
  });

  it('undoes everything when the work throws', async () => {
    const town = await bareTown(sql);
    const failing = inTown(sql, town, async (tx) => {
      await addPerson(tx, { name: 'Nessuno', email: null, createdAt: NOON });
      throw new Error('on purpose');
    });
    await expect(failing).rejects.toThrow('on purpose');
    expect(await inTown(sql, town, (tx) => tx`select 1 from person`)).toEqual([]);
  });

  it('returns what the work returns, arrays included', async () => {
    const town = await bareTown(sql);
    expect(await inTown(sql, town, async () => [1, [2]])).toEqual([1, [2]]);
  });

  it('refuses a town that is not a uuid', async () => {
    await expect(inTown(sql, 'caluso', (tx) => tx`select id from town`)).rejects.toMatchObject({
      code: '22P02',
    });
  });
});

describe('readInTown', () => {
  it('finds what the town has, and leaves neither the town nor its mode behind on the connection', async () => {
    const town = await bareTown(sql);
    expect(await readInTown(single, town, (tx) => tx`select id from town`)).toEqual([{ id: town }]);
    expect(await single`select id from town`).toEqual([]);
    await inTown(single, town, (tx) => addPerson(tx, { name: 'Qualcuno', email: null, createdAt: NOON }));
    expect(await readInTown(single, town, (tx) => tx`select name from person`)).toEqual([
      { name: 'Qualcuno' },
    ]);
  });

  it('refuses to write, nothing of which stays', async () => {
    const town = await bareTown(sql);
    const writing = readInTown(sql, town, (tx) =>
      addPerson(tx, { name: 'Nessuno', email: null, createdAt: NOON }),
    );
    await expect(writing).rejects.toMatchObject({ code: '25006' });
    expect(await inTown(sql, town, (tx) => tx`select 1 from person`)).toEqual([]);
  });

  it('rejects as the work does, 9 times in a row on one connection', async () => {
    const town = await bareTown(sql);
    for (let n = 0; n < 9; n += 1) {
      await expect(readInTown(single, town, () => Promise.reject(new Error('on purpose')))).rejects.toThrow(
        'on purpose',
      );
    }
    expect(await readInTown(single, town, (tx) => tx`select 1 as one`)).toEqual([{ one: 1 }]);
  });
});

describe('a town', () => {
  it('is unknown before it is made, and has every setting by default after', async () => {
    const id = randomUUID();
    expect(await inTown(sql, id, findTown)).toBeNull();
    await expect(inTown(sql, id, loadTown)).rejects.toThrow(/does not exist/);
    await inTown(sql, id, (tx) =>
      createTown(tx, { id, slug: id, name: 'Prova', mode: 'trial', createdAt: NOON }),
    );
    const town = await inTown(sql, id, loadTown);
    expect(town).toMatchObject({
      name: 'Prova',
      mode: 'trial',
      clock: { offsetMs: 0, zone: 'Europe/Rome' },
      closures: [{ kind: 'weekday', weekday: 6 }],
      settings: {
        words: { sector: 'Settore' },
        mayorRung: { on: true, act: null },
        footer: { privacy: null },
      },
    });
    expect(laddersOf(town).question.steps.map((step) => step.rung)).toEqual([
      'first-notice',
      'due-day',
      'late-3',
    ]);
  });

  it('cannot be made inside another one', async () => {
    const id = randomUUID();
    const making = inTown(sql, await bareTown(sql), (tx) =>
      createTown(tx, { id, slug: id, name: 'Prova', mode: 'demo', createdAt: NOON }),
    );
    await expect(making).rejects.toMatchObject({ code: '42501' });
  });

  it('takes its choice about the Sindaco’s rung into every ladder', async () => {
    const id = await bareTown(sql);
    const settings = townSettingsSchema.parse({ mayorRung: { on: false, act: 'G.C. 3/2023' } });
    await inTown(sql, id, (tx) => changeSettings(tx, settings));
    const ladders = laddersOf(await inTown(sql, id, loadTown));
    expect(Object.values(ladders).map((ladder) => ladder.mayor)).toEqual(
      Object.keys(ladders).map(() => ({ on: false, act: 'G.C. 3/2023' })),
    );
  });

  it('has a clock that only moves forward, and none of its own once it is live', async () => {
    const id = await bareTown(sql);
    const move = (ms: number): Promise<void> => inTown(sql, id, (tx) => moveClock(tx, ms));
    await move(1_000);
    await expect(move(999)).rejects.toMatchObject({ constraint_name: 'town_clock_moves_forward' });
    const live = inTown(sql, id, (tx) => tx`update town set mode = 'live'`);
    await expect(live).rejects.toMatchObject({ constraint_name: 'town_clock_is_real_when_live' });
    await inTown(sql, id, (tx) => tx`update town set mode = 'live', clock_offset_ms = 0`);
    await expect(move(1_000)).rejects.toMatchObject({ constraint_name: 'town_clock_is_real_when_live' });
  });
});

describe('the clock of facts', () => {
  it('is the real instant plus the offset; the day is the town’s, not the machine’s', async () => {
    const id = randomUUID();
    const clockOffsetMs = 3_600_000;
    await inTown(sql, id, (tx) =>
      createTown(tx, { id, slug: id, name: 'Prova', mode: 'demo', clockOffsetMs, createdAt: NOON }),
    );
    const real = Date.UTC(2023, 5, 29, 21, 30) as typeof NOON;
    const { now, today } = await inTown(sql, id, (tx) => factsClock(tx, real));
    expect(now - real).toBe(clockOffsetMs);
    // 22:30Z is 00:30 of the 30th in Rome.
    expect(today).toBe('2023-06-30');
  });
});

describe('lockTown', () => {
  it('lets one through at a time, and does not hold up commands that only refer to the town', async () => {
    const town = await bareTown(sql);
    const order: string[] = [];
    const round = (name: string): Promise<void> =>
      inTown(sql, town, async (tx) => {
        await lockTown(tx);
        order.push(`${name} in`);
        await inTown(single, town, (other) => addPerson(other, { name, email: null, createdAt: NOON }));
        order.push(`${name} out`);
      });
    await Promise.all([round('a'), round('b'), round('c')]);
    expect(order.map((step) => step.split(' ')[1])).toEqual(['in', 'out', 'in', 'out', 'in', 'out']);
  });
});
