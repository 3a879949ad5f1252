import { randomUUID } from 'node:crypto';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { verifyChain } from '../../domain/register/chain.js';
import { isSeal } from '../../domain/register/seal.js';
import { civilDate } from '../../domain/time/civil-date.js';
import { instant } from '../../domain/time/instant.js';
import { connect } from '../../store/connection.js';
import { inTown, type Tx } from '../../store/in-town.js';
import { eraseWords } from '../../store/privacy/erasure.js';
import {
  appendEntries,
  commitText,
  type RegisterSubject,
  readChain,
  sha256Hex,
} from '../../store/register/register.js';
import { textsWithSalts } from '../../store/register/register-texts.js';
import { listSeals, sealedMonths, sealOfWeek, sealsCovering, sealWeek } from '../../store/register/seals.js';
import { freshDatabase } from '../database.js';
import { bareTown, NOON, plannedTown } from './furnished-town.js';

const database = await freshDatabase();
const sql = connect(database.appUrl, { max: 10 });
afterAll(() => sql.end());

let town: string;
beforeEach(async () => {
  town = await bareTown(sql);
});
const here = <T>(work: (tx: Tx) => Promise<T>): Promise<T> => inTown(sql, town, work);
const subject = (): RegisterSubject => ({ kind: 'objective', id: randomUUID() });
const append = (one: RegisterSubject) =>
  here((tx) => appendEntries(tx, [{ subject: one, body: { at: NOON, kind: 'notice' } }]));
const seal = (day: string) => here((tx) => sealWeek(tx, town, civilDate(day)));

describe('seals in rows', () => {
  it('are one a week; what comes later in the week is left to the next', async () => {
    const one = subject();
    await append(one);
    await seal('2023-06-26');
    const first = await here((tx) => sealOfWeek(tx, civilDate('2023-07-02')));
    await append(one);
    await seal('2023-06-28');
    expect(await here((tx) => sealOfWeek(tx, civilDate('2023-06-26')))).toBe(first);
    await seal('2023-07-03');
    expect((await here((tx) => listSeals(tx))).map(({ week, entries }) => [week, entries])).toEqual([
      ['2023-07-03', 2],
      ['2023-06-26', 1],
    ]);
    expect(await here((tx) => sealedMonths(tx))).toEqual(['2023-07', '2023-06']);
  });

  it('read back are seals: 40 chains, by the domain’s own check', async () => {
    await Promise.all(Array.from({ length: 40 }, () => append(subject())));
    await seal('2023-06-26');
    const [row] = await here((tx) => tx<{ id: string }[]>`select subject as id from register_chain limit 1`);
    const [read] = await here((tx) => sealsCovering(tx, town, [row?.id ?? '']));
    expect(read?.heads).toHaveLength(40);
    expect(read !== undefined && isSeal(read, sha256Hex)).toBe(true);
  });

  it('that cover a chain are those that first cover an entry of it, and the latest', async () => {
    const [mine, other] = [subject(), subject()];
    await append(other);
    await seal('2023-06-05');
    await append(mine);
    await seal('2023-06-12');
    await append(other);
    await seal('2023-06-19');
    await append(mine);
    await seal('2023-06-26');
    await seal('2023-07-03');
    const weeks = (await here((tx) => sealsCovering(tx, town, [mine.id]))).map(({ week }) => week);
    expect(weeks).toEqual(['2023-06-12', '2023-06-26', '2023-07-03']);
    expect(await here((tx) => sealsCovering(tx, town, [randomUUID()]))).toEqual([]);
  });

  it('are not to be changed or taken away by the application, nor to be of another week', async () => {
    await append(subject());
    await seal('2023-06-26');
    for (const statement of [
      (tx: Tx) => tx`update register_seal set day = '2023-06-27'`,
      (tx: Tx) => tx`delete from register_seal`,
    ])
      await expect(here((tx) => statement(tx))).rejects.toMatchObject({ code: '42501' });
    const wrong = (week: string, day: string) =>
      here(
        (tx) => tx`insert into register_seal (week, day, hash, heads)
        values (${week}::date, ${day}::date, ${'a'.repeat(64)}, '[]')`,
      );
    await expect(wrong('2023-07-04', '2023-07-04')).rejects.toMatchObject({ code: '23514' });
    await expect(wrong('2023-07-03', '2023-07-10')).rejects.toMatchObject({ code: '23514' });
  });
});

describe('the erasure of words', () => {
  it('takes those of one person, by and about them; of others, and of other towns, nothing', async () => {
    const planned = await plannedTown(sql);
    const obligation = planned.obligations.find(
      ({ owner: role }) => role.role === 'head' && role.sector === 'Finanziario',
    );
    const one = { kind: 'objective', id: obligation?.objectiveId ?? '' } as const;
    const inside = <T>(work: (tx: Tx) => Promise<T>): Promise<T> => inTown(sql, planned.town, work);
    const enter = (person: string, role: string, text: string, more: Record<string, string | null> = {}) =>
      inside(async (tx) => {
        const [sector] = await tx<{ id: string }[]>`select id from sector where name = 'Finanziario'`;
        const note = await commitText(tx, text);
        const body = { at: NOON, kind: 'x', person, role, obligation: obligation?.id ?? '', note };
        await appendEntries(tx, [
          { subject: one, body: { ...body, sector: role === 'head' ? (sector?.id ?? '') : null, ...more } },
        ]);
        return note;
      });
    const by = await enter(planned.head, 'head', 'scritto da lei');
    const about = await enter(planned.secretary, 'secretary', 'scritto su di lei');
    const byAnother = await enter(planned.secretary, 'head', 'del collega nello stesso ruolo');
    const elsewhere = await here(async (tx) => commitText(tx, 'scritto da lei'));
    const gone = await inside((tx) => eraseWords(tx, planned.head, { at: NOON, zone: 'Europe/Rome' }));
    expect(gone.texts).toBe(2);
    const left = await inside((tx) => textsWithSalts(tx, [by, about, byAnother], 'Europe/Rome'));
    expect(left.map((text) => ('salt' in text ? text.text : text.erased))).toEqual([
      '2023-06-29',
      '2023-06-29',
      'del collega nello stesso ruolo',
    ]);
    expect(await here((tx) => textsWithSalts(tx, [elsewhere], 'Europe/Rome'))).toMatchObject([
      { text: 'scritto da lei' },
    ]);
    expect(verifyChain(await inside((tx) => readChain(tx, one)), sha256Hex).ok).toBe(true);
  });

  it('keeps what others wrote before the person held the role', async () => {
    const planned = await plannedTown(sql);
    const obligation = planned.obligations.find(
      ({ owner: role }) => role.role === 'head' && role.sector === 'Finanziario',
    );
    const note = await inTown(sql, planned.town, async (tx) => {
      const hash = await commitText(tx, 'prima di lei');
      const at = instant(Date.UTC(2022, 11, 31, 10));
      const body = {
        at,
        kind: 'x',
        person: planned.secretary,
        role: 'secretary',
        sector: null,
        obligation: obligation?.id ?? '',
        note: hash,
      };
      await appendEntries(tx, [{ subject: { kind: 'objective', id: obligation?.objectiveId ?? '' }, body }]);
      return hash;
    });
    const gone = await inTown(sql, planned.town, (tx) =>
      eraseWords(tx, planned.head, { at: NOON, zone: 'Europe/Rome' }),
    );
    expect(gone.texts).toBe(0);
    expect(await inTown(sql, planned.town, (tx) => textsWithSalts(tx, [note], 'Europe/Rome'))).toMatchObject([
      { text: 'prima di lei' },
    ]);
  });
});
