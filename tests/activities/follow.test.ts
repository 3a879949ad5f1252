import { describe, expect, test } from 'vitest';
import { followObjective } from '../../activities/follow-objective.js';
import { civilDate } from '../../domain/time/civil-date.js';
import { insertAnswer } from '../../store/obligations/answers.js';
import {
  completeObligation,
  setExternalDate,
  setForecast,
} from '../../store/obligations/obligation-commands.js';
import { addPerson } from '../../store/people/people.js';
import { readChain } from '../../store/register/register.js';
import { findTown } from '../../store/towns/towns.js';
import { planOf } from './small-plan.js';
import { openStage } from './stage.js';
import { foundTown, type TestTown, townTime } from './town.js';

const stage = await openStage();

const found = (terms: readonly (string | null)[]) =>
  foundTown(stage.sql, {
    plan: planOf({ Finanziario: [terms] }),
    approved: '2023-02-28',
    now: '2023-02-28 10:00',
    people: [],
  });

async function realAt({ town }: TestTown, at: string): Promise<number> {
  const offset = (await stage.in(town, findTown))?.clock.offsetMs ?? 0;
  return townTime(at) - offset;
}

async function follow(town: TestTown, at: string) {
  const input = { town: town.town, objective: town.objectives[0] ?? '', year: 2023 };
  const { state, nextMs } = await followObjective(stage.deps, { ...input, nowMs: await realAt(town, at) });
  const offset = (await stage.in(town.town, findTown))?.clock.offsetMs ?? 0;
  return { state, next: nextMs === null ? null : nextMs + offset };
}

const stood = async ({ town, objectives }: TestTown) =>
  (await stage.in(town, (tx) => readChain(tx, { kind: 'objective', id: objectives[0] ?? '' })))
    .filter(({ body }) => body.kind === 'stood')
    .map(({ body }) => [body['due'], body['stood'], body['version']]);

const command = (town: TestTown, at = 0) => ({
  obligation: town.obligations[at]?.id ?? '',
  rowVersion: null,
});

describe('an objective', () => {
  test('of 3 due dates enters on the morning after each, between 04:00 and 06:00, what stood: concluded, explained, no answer', async () => {
    const town = await found(['2023-04-28', '2023-06-30', '2023-11-30']);
    await stage.in(town.town, async (tx) => {
      const done = {
        doneOn: civilDate('2023-04-27'),
        recordedAt: townTime('2023-04-27 12:00'),
        by: null,
        note: null,
      };
      await completeObligation(tx, { ...command(town), ...done });
      await setForecast(tx, { ...command(town, 1), forecast: civilDate('2023-07-20') });
    });
    const first = await follow(town, '2023-03-01 09:00');
    expect(first.state).toBe('open');
    expect(first.next).toBeGreaterThanOrEqual(townTime('2023-04-29 04:00'));
    expect(first.next).toBeLessThan(townTime('2023-04-29 06:00'));
    for (const at of ['2023-04-29 06:00', '2023-07-01 06:00', '2023-12-01 06:00']) await follow(town, at);
    expect(await stood(town)).toEqual([
      ['2023-04-28', 'concluded', 1],
      ['2023-06-30', 'explained', 1],
      ['2023-11-30', 'no-answer', 1],
    ]);
    expect((await follow(town, '2023-12-02 06:00')).next).toBe(null);
  });

  test('answered "not mine" by its term, with no decision yet, is entered as such, and not as without an answer', async () => {
    const town = await found(['2023-04-28']);
    await stage.in(town.town, async (tx) => {
      const person = await addPerson(tx, { name: 'Ada', email: null, createdAt: townTime('2023-03-01') });
      await insertAnswer(tx, {
        ...{ obligation: command(town).obligation, version: 1, kind: 'not-mine', person },
        ...{ role: { role: 'head', sector: 'Finanziario' }, asOwner: true, channel: 'page', digest: null },
        ...{ declaredName: null, at: townTime('2023-04-27 12:00'), doneOn: null, forecast: null },
        ...{ forecastBefore: null, note: 'È del Tecnico' },
      });
    });
    await follow(town, '2023-04-29 06:00');
    expect(await stood(town)).toEqual([['2023-04-28', 'disclaimed', 1]]);
  });

  test('followed 5 times at once, and once more, enters each due date once', async () => {
    const town = await found(['2023-04-28', '2023-06-30']);
    await Promise.all([1, 2, 3, 4, 5].map(() => follow(town, '2023-07-03 09:00')));
    await follow(town, '2023-07-03 09:01');
    expect(await stood(town)).toHaveLength(2);
  });

  test('concluded at 09:00 of the day after its due date had no answer at 06:00 of that day', async () => {
    const town = await found(['2023-04-28']);
    const late = {
      doneOn: civilDate('2023-04-28'),
      recordedAt: townTime('2023-04-29 09:00'),
      by: null,
      note: null,
    };
    await stage.in(town.town, (tx) => completeObligation(tx, { ...command(town), ...late }));
    await follow(town, '2023-05-02 09:00');
    expect(await stood(town)).toEqual([['2023-04-28', 'no-answer', 1]]);
  });

  test('whose external term becomes known on 3 July looks again: next on the morning after, entry of version 2', async () => {
    const town = await found([null]);
    expect((await follow(town, '2023-03-01 09:00')).next).toBe(null);
    const dated = { due: civilDate('2023-07-14'), today: civilDate('2023-07-03') };
    await stage.in(town.town, (tx) => setExternalDate(tx, { ...command(town), ...dated }));
    expect((await follow(town, '2023-07-03 09:00')).next).toBeLessThan(townTime('2023-07-15 06:00'));
    await follow(town, '2023-07-15 06:00');
    expect(await stood(town)).toEqual([['2023-07-14', 'no-answer', 2]]);
  });

  test('says nothing of a term before notices began, of which nobody was told in time', async () => {
    const town = await found(['2023-02-15']);
    await follow(town, '2023-03-01 09:00');
    expect(await stood(town)).toEqual([]);
  });

  test.each(['withdrawn', 'evaluated'])('that is %s is closed, each time it is asked', async (state) => {
    const town = await found(['2023-06-30']);
    await stage.in(town.town, (tx) => tx`update objective set state = ${state}`);
    for (const at of ['2023-03-01 09:00', '2023-03-02 09:00']) {
      expect(await follow(town, at)).toEqual({ state: 'closed', next: null });
    }
  });

  test('that the town does not have is closed', async () => {
    const town = await found(['2023-06-30']);
    const input = { town: town.town, objective: town.cycle, year: 2023, nowMs: Date.now() };
    expect(await followObjective(stage.deps, input)).toEqual({ state: 'closed', nextMs: null });
  });
});
