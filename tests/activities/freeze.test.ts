import { describe, expect, test } from 'vitest';
import { verifyChain } from '../../domain/register/chain.js';
import { civilDate } from '../../domain/time/civil-date.js';
import { inTown, type Tx } from '../../store/in-town.js';
import { askRound } from '../../store/notices/rounds.js';
import { completeObligation, setExternalDate } from '../../store/obligations/obligation-commands.js';
import { readChain, sha256Hex } from '../../store/register/register.js';
import { openStage } from './stage.js';
import { noticesOf as allNoticesOf, foundThirtyJune } from './thirty-june.js';
import { type TestTown, townTime } from './town.js';

const stage = await openStage();
const found = (terms?: readonly (string | null)[]) => foundThirtyJune(stage, undefined, terms);
const noticesOf = (town: TestTown) => allNoticesOf(stage, town);

const countOf = async ({ town }: TestTown, table: string): Promise<number> =>
  stage.in(
    town,
    async (tx) => (await tx<{ n: number }[]>`select count(*) as n from ${tx(table)}`)[0]?.n ?? -1,
  );

/** The head says that the milestone was concluded, in the transaction `tx`. */
const complete = (tx: Tx, { obligations }: TestTown, at: string) =>
  completeObligation(tx, {
    obligation: obligations[0]?.id ?? '',
    rowVersion: null,
    doneOn: civilDate(at.slice(0, 10)),
    recordedAt: townTime(at),
    by: null,
    note: null,
  });

describe('one round a day', () => {
  test('is held at the slot between 07:30 and 09:00: before it nothing is frozen, after it one mail is', async () => {
    const town = await found();
    const early = await stage.next(town.town, '2023-06-30 07:29');
    expect(await countOf(town, 'digest')).toBe(0);
    expect(early).toBeGreaterThanOrEqual(townTime('2023-06-30 07:30'));
    expect(early).toBeLessThan(townTime('2023-06-30 09:00'));
    const { digestDay } = await stage.stock(town.town, '2023-06-30 09:00');
    expect(digestDay).toBe('2023-06-30');
    expect(await noticesOf(town)).toEqual([
      { rung: 'due-day', day: '2023-06-30', name: 'Responsabile Finanziario' },
    ]);
  });

  test('that is taken 6 times, 4 of them at once, writes 1 notice, 1 mail, 1 round and 1 entry in the register', async () => {
    const town = await found();
    const at = '2023-06-30 09:00';
    const twice = [await stage.stock(town.town, at), await stage.stock(town.town, at)];
    const atOnce = await Promise.all([1, 2, 3, 4].map(() => stage.stock(town.town, at)));
    expect(new Set([...twice, ...atOnce].map(({ digestDay }) => digestDay))).toEqual(new Set(['2023-06-30']));
    for (const table of ['notice', 'digest', 'digest_line', 'round', 'register_entry']) {
      expect([table, await countOf(town, table)]).toEqual([table, 1]);
    }
  });

  test('missed at its slot is made up at 16:59, and at 17:00 waits for the next working day, Monday 3 July', async () => {
    const [late, tooLate] = [await found(), await found()];
    await stage.stock(late.town, '2023-06-30 16:59');
    expect((await noticesOf(late)).map(({ day }) => day)).toEqual(['2023-06-30']);
    const next = await stage.next(tooLate.town, '2023-06-30 17:00');
    expect(await noticesOf(tooLate)).toEqual([]);
    expect(next).toBeGreaterThan(townTime('2023-07-03 07:29'));
    expect(next).toBeLessThan(townTime('2023-07-03 09:00'));
  });

  test('that somebody asks for is held at once: at 06:00, and at 18:00 with an hour for its mails', async () => {
    for (const [at, sent] of [
      ['06:00', '06:01'],
      ['18:00', '18:59'],
    ] as const) {
      const town = await found();
      await stage.in(town.town, (tx) => askRound(tx, civilDate('2023-06-30')));
      expect((await stage.stock(town.town, `2023-06-30 ${at}`)).digestDay).toBe('2023-06-30');
      await stage.send(town.town, `2023-06-30 ${sent}`);
      const states = await stage.in(town.town, (tx) => tx`select state from digest`);
      expect(states).toEqual([{ state: 'sent' }]);
    }
  });

  test('is not held on Saturday 1 July 2023', async () => {
    const town = await found(['2023-07-01']);
    await stage.stock(town.town, '2023-07-01 09:00');
    expect(await countOf(town, 'round')).toBe(0);
  });
});

describe('a fact', () => {
  test('of 07:00, before the freeze, counts: no mail on 30 June', async () => {
    const town = await found();
    await stage.in(town.town, (tx) => complete(tx, town, '2023-06-30 07:00'));
    await stage.stock(town.town, '2023-06-30 09:00');
    expect(await noticesOf(town)).toEqual([]);
  });

  test('that is being written while the freeze begins is waited for, and counts', async () => {
    const town = await found();
    const stock = await inTown(stage.sql, town.town, async (tx) => {
      await complete(tx, town, '2023-06-30 08:59');
      const taken = stage.stock(town.town, '2023-06-30 09:00');
      for (let waiting = 0; waiting === 0; ) {
        const [row] = await tx<{ n: number }[]>`select count(*) as n from pg_stat_activity
          where datname = current_database() and wait_event_type = 'Lock'`;
        waiting = row?.n ?? 0;
      }
      return { taken };
    });
    expect((await stock.taken).digestDay).toBe(null);
    expect(await noticesOf(town)).toEqual([]);
  });

  test('of 09:01, after the freeze, does not recall the mail of that day and stops the 13 later ones', async () => {
    const town = await found();
    await stage.stock(town.town, '2023-06-30 09:00');
    await stage.in(town.town, (tx) => complete(tx, town, '2023-06-30 09:01'));
    const before = stage.office.mails.length;
    await stage.send(town.town, '2023-06-30 09:02');
    expect(stage.office.mails.length - before).toBe(1);
    expect(await stage.next(town.town, '2023-06-30 09:03')).toBe(null);
    await stage.stock(town.town, '2023-08-01 09:00');
    expect(await noticesOf(town)).toHaveLength(1);
  });

  test('that dates an external term gives it the ladder anew: version 2, with a next of its own', async () => {
    const town = await found([null]);
    await stage.round(town.town, '2023-07-03 09:00');
    await stage.in(town.town, (tx) =>
      setExternalDate(tx, {
        obligation: town.obligations[0]?.id ?? '',
        rowVersion: null,
        due: civilDate('2023-07-10'),
        today: civilDate('2023-07-03'),
      }),
    );
    await stage.stock(town.town, '2023-07-05 09:00');
    const given = await stage.in(
      town.town,
      (tx) => tx`select rung, obligation_version as version from notice`,
    );
    expect(given).toEqual([{ rung: 'three-days', version: 2 }]);
  });
});

test('the register of 3 rounds is a chain that holds: ids, codes and days, and the hash of each mail', async () => {
  const town = await found();
  for (const at of ['2023-06-30 09:00', '2023-07-03 09:00', '2023-07-05 09:00'])
    await stage.round(town.town, at);
  const chain = await stage.in(town.town, (tx) =>
    readChain(tx, { kind: 'objective', id: town.objectives[0] ?? '' }),
  );
  expect(verifyChain(chain, sha256Hex)).toEqual({ ok: true, head: chain.at(-1)?.hash });
  expect(
    chain.map(({ body }) => [body.kind, body['rung'] ?? body['answer'], body['due'] ?? body['code']]),
  ).toEqual([
    ['notice', 'due-day', '2023-06-30'],
    ['delivery', 'accepted', 250],
    ['notice', 'late-1', '2023-06-30'],
    ['delivery', 'accepted', 250],
    ['notice', 'late-3', '2023-06-30'],
    ['delivery', 'accepted', 250],
  ]);
  const mails = await stage.in(
    town.town,
    (tx) => tx<{ hash: string }[]>`select content_hash as hash from digest order by day`,
  );
  const contents = chain.flatMap(({ body }) => body['content'] ?? []);
  expect(contents).toEqual(mails.map(({ hash }) => hash));
  expect(JSON.stringify(chain)).not.toMatch(/Responsabile|prova\.example|Obiettivo/);
});
