import { randomUUID } from 'node:crypto';
import type { ApplicationFailure } from '@temporalio/activity';
import { MockActivityEnvironment } from '@temporalio/testing';
import { expect, test } from 'vitest';
import { createActivities } from '../../activities/create-activities.js';
import { kindOf, unexpected } from '../../activities/failures.js';
import { connect } from '../../store/connection.js';
import { findTown } from '../../store/towns/towns.js';
import type { StockResult } from '../../workflows/contract.js';
import { headOf, planOf } from './small-plan.js';
import { openStage } from './stage.js';
import { foundTown, townTime } from './town.js';

const stage = await openStage();
const activities = createActivities(stage.deps);

const nothing = (): void => undefined;
const QUIET = {
  logger: { log: nothing, trace: nothing, debug: nothing, info: nothing, warn: nothing, error: nothing },
};

test('a town that does not exist is a final failure, of all 4 activities', async () => {
  const input = {
    town: randomUUID(),
    nowMs: Date.now(),
    objective: randomUUID(),
    cycle: randomUUID(),
    year: 2023,
  };
  const environment = new MockActivityEnvironment({}, QUIET);
  for (const work of [
    () => environment.run(activities.takeStock, input),
    () => environment.run(activities.followObjective, input),
    () => environment.run(activities.followCycle, input),
    () =>
      environment.run(activities.sendDigests, {
        town: input.town,
        day: '2023-06-30',
        kind: 'daily' as const,
      }),
  ]) {
    await expect(work()).rejects.toMatchObject({ type: 'UnknownTown', nonRetryable: true });
  }
});

test('what the database says of a failure does not reach the history: only its kind and code', async () => {
  const sql = connect('postgres://nobody:secret@127.0.0.1:1/none', { max: 1 });
  const failing = createActivities({ ...stage.deps, sql });
  const failure = await new MockActivityEnvironment({}, QUIET)
    .run(failing.takeStock, { town: randomUUID(), nowMs: 0 })
    .then(
      () => null,
      (error: unknown) => error as ApplicationFailure,
    );
  await sql.end();
  expect(failure).toMatchObject({ type: 'Unexpected', nonRetryable: false, message: 'Error ECONNREFUSED' });
  expect(failure?.stack).not.toContain('127.0.0.1');
});

test('a failure keeps places and loses words: no message, no cause', () => {
  const failure = unexpected(new TypeError('mario.rossi@comune.example is not iterable'));
  expect(JSON.stringify([failure.message, failure.stack, failure.cause])).not.toContain('mario');
  expect(failure.stack).toContain('create-activities.test');
  expect(kindOf(Object.assign(new Error('x'), { code: '23505', constraint_name: 'notice_once' }))).toBe(
    'Error 23505 notice_once',
  );
});

test('an attempt made again at 18:00 of a round of 08:30 goes by 18:00: no mail of the morning leaves in the evening', async () => {
  const town = await foundTown(stage.sql, {
    plan: planOf({ Finanziario: [['2023-06-30']] }),
    approved: '2023-06-29',
    now: '2023-06-29 10:00',
    people: [headOf('Finanziario')],
  });
  const offset = (await stage.in(town.town, findTown))?.clock.offsetMs ?? 0;
  const [morning, evening] = [townTime('2023-06-30 09:00') - offset, townTime('2023-06-30 18:00') - offset];
  const late = new MockActivityEnvironment({ currentAttemptScheduledTimestampMs: evening }, QUIET);
  const input = { town: town.town, nowMs: morning };
  const stock: StockResult = await late.run(() => activities.takeStock(input));
  expect(stock.digestDay).toBe(null);
  expect((stock.nextMs ?? 0) + offset).toBeGreaterThan(townTime('2023-07-03 07:29'));
});
