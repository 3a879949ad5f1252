/** A server that dies, or is restarted, in the middle of transactions: they fail, and the program goes on. */
import { setImmediate as turn } from 'node:timers/promises';
import { afterAll, describe, expect, it } from 'vitest';
import { instant } from '../../domain/time/instant.js';
import { connect } from '../../store/connection.js';
import { inTown, readInTown, type Tx } from '../../store/in-town.js';
import { storeEvidence } from '../../store/obligations/evidence.js';
import { createTown } from '../../store/towns/towns.js';
import { freshDatabase } from '../database.js';

const database = await freshDatabase();
const sql = connect(database.appUrl, { max: 2 });
const killer = connect(database.appUrl, { max: 1 });
afterAll(() => Promise.all([sql.end({ timeout: 1 }), killer.end({ timeout: 1 })]));

const town = '00000000-0000-4000-8000-000000000001';
await inTown(sql, town, (tx) =>
  createTown(tx, {
    ...{ id: town, slug: 'prova', name: 'Comune di Prova', mode: 'demo', clockOffsetMs: 0, closures: [] },
    createdAt: instant(0),
  }),
);

const end = (tx: Tx) =>
  tx<{ pid: number }[]>`select pg_backend_pid() as pid`.then(
    ([row]) => killer`select pg_terminate_backend(${row?.pid ?? 0})`,
  );
/** What is left to be written is written, or throws, by then. */
const later = async (): Promise<void> => {
  for (let n = 0; n < 50; n += 1) await turn();
};

async function* endingAfterOne(tx: Tx): AsyncGenerator<Uint8Array> {
  yield new Uint8Array(1_048_576);
  await end(tx);
  await later();
  throw new Error('the sender has gone');
}

describe('a transaction whose connection ends', () => {
  it.each<[string, (tx: Tx) => Promise<unknown>]>([
    ['while a query runs', async (tx) => Promise.all([end(tx), tx`select pg_sleep(60)`])],
    [
      'between two queries',
      async (tx) => {
        await end(tx);
        await tx`select 1`;
      },
    ],
    [
      'long before the next query',
      async (tx) => {
        await end(tx);
        await later();
        await tx`select 1`;
      },
    ],
    [
      'in the middle of a file, whose sender goes too',
      async (tx) => {
        const file = { obligation: town, name: 'a.pdf', type: 'application/pdf', addedBy: null };
        await storeEvidence(tx, { ...file, addedAt: instant(0) }, endingAfterOne(tx));
      },
    ],
  ])(
    '%s rejects, 5 times in a row, and the 2 connections of the pool are of use afterwards',
    async (_, work) => {
      for (let n = 0; n < 5; n += 1) {
        await expect(inTown(sql, town, work)).rejects.toThrow();
        await later();
      }
      const both = await Promise.all([1, 2].map(() => inTown(sql, town, (tx) => tx`select name from town`)));
      expect(both.flat()).toEqual([{ name: 'Comune di Prova' }, { name: 'Comune di Prova' }]);
    },
  );

  it('rejects too where it only reads, 5 times in a row', async () => {
    for (let n = 0; n < 5; n += 1) {
      await expect(
        readInTown(sql, town, (tx) => Promise.all([end(tx), tx`select pg_sleep(60)`])),
      ).rejects.toThrow();
      await later();
    }
    expect(await readInTown(sql, town, (tx) => tx`select name from town`)).toEqual([
      { name: 'Comune di Prova' },
    ]);
  });

  it('that ends while nobody waits for its commit any more goes by unheard', async () => {
    for (let n = 0; n < 5; n += 1) {
      const pid = await readInTown(sql, town, async (tx) => {
        const [row] = await tx<{ pid: number }[]>`select pg_backend_pid() as pid`;
        return row?.pid ?? 0;
      });
      await killer`select pg_terminate_backend(${pid})`;
      await later();
    }
    expect(await readInTown(sql, town, (tx) => tx`select name from town`)).toEqual([
      { name: 'Comune di Prova' },
    ]);
  });

  it('that fails by itself is rolled back as ever', async () => {
    await expect(
      inTown(sql, town, async (tx) => {
        await tx`update town set name = 'Altro'`;
        throw new Error('no');
      }),
    ).rejects.toThrow('no');
    expect(await inTown(sql, town, (tx) => tx`select name from town`)).toEqual([{ name: 'Comune di Prova' }]);
  });
});
