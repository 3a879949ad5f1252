import { describe, expect, test } from 'vitest';
import { followCycle } from '../../activities/follow-cycle.js';
import { followObjective } from '../../activities/follow-objective.js';
import { civilDate } from '../../domain/time/civil-date.js';
import { closeYear } from '../../store/cycle/close-year.js';
import { withdrawFact } from '../../store/cycle/closing.js';
import { findCycle } from '../../store/cycle/cycles.js';
import { addPerson, assignRole } from '../../store/people/people.js';
import { changeSettings, findTown, loadTown } from '../../store/towns/towns.js';
import { record, type StepWish } from './record-step.js';
import { planOf } from './small-plan.js';
import { openStage } from './stage.js';
import { foundTown, type TestTown, townTime } from './town.js';

const stage = await openStage();

const found = (approved = '2023-02-28') =>
  foundTown(stage.sql, {
    plan: planOf({ Finanziario: [['2023-06-30']] }),
    approved,
    now: '2023-02-28 10:00',
    people: [],
  });

async function realAt({ town }: TestTown, at: string): Promise<number> {
  return townTime(at) - ((await stage.in(town, findTown))?.clock.offsetMs ?? 0);
}

/** What the year waits for, and when by the town's clock it looks again. */
async function follow(town: TestTown, at: string) {
  const input = { town: town.town, cycle: town.cycle, year: 2023 };
  const { step, nextMs } = await followCycle(stage.deps, { ...input, nowMs: await realAt(town, at) });
  const offset = (await stage.in(town.town, findTown))?.clock.offsetMs ?? 0;
  return { step, next: nextMs === null ? null : nextMs + offset };
}

const waiting = ({ town }: TestTown) =>
  stage.in(
    town,
    (tx) => tx<{ id: string }[]>`select workflow_id as id from announcement where announced_at is null`,
  );

/** What the closing makes people owe: step, round, owner, due, state, day done. */
const owed = async ({ town }: TestTown) => {
  const rows = await stage.in(
    town,
    (tx) => tx<Record<string, string>[]>`
      select d.step, d.round, o.owner_role, o.due, o.state, o.done_on
      from closing_duty d join obligation o on o.id = d.obligation order by d.round, o.due, d.step`,
  );
  return rows.map((row) =>
    Object.values(row)
      .filter((value) => value !== null)
      .join(' '),
  );
};

const recordAll = async (town: TestTown, wishes: readonly StepWish[]): Promise<void> => {
  for (const wish of wishes) await record(stage, town.town, wish);
};

const WHOLE: readonly StepWish[] = [
  { step: 'transmission', on: '2024-04-29' },
  { step: 'adoption', on: '2024-05-03' },
  { step: 'validation', on: '2024-05-20' },
  { step: 'approval', on: '2024-05-31' },
  { step: 'publication', on: '2024-06-05' },
];

describe('a cycle', () => {
  test('with a plan announces its objective once, owes the three duties of fixed day, and first wakes for the window of 1 July', async () => {
    const town = await found();
    const first = await follow(town, '2023-03-01 09:00');
    const again = await follow(town, '2023-03-01 09:01');
    expect(again.next).toBe(first.next);
    expect(first.next).toBeGreaterThanOrEqual(townTime('2023-07-01 04:00'));
    expect(first.next).toBeLessThan(townTime('2023-07-01 06:00'));
    expect(await waiting(town)).toEqual([{ id: `t/${town.town}/o/${town.objectives[0]}/2023` }]);
    expect(await owed(town)).toEqual([
      'transmission 1 secretary 2024-04-30 open',
      'adoption 1 secretary 2024-06-30 open',
      'approval 1 secretary 2024-06-30 open',
    ]);
  });

  test('without a plan waits for a change', async () => {
    const town = await found();
    await stage.in(town.town, (tx) => tx`update cycle set approved_on = null, live_on = null`);
    expect(await follow(town, '2023-03-01 09:00')).toEqual({ step: 'plan', next: null });
  });

  test('is not closed by any day: on 1 April, and two years later, it waits for what is missing', async () => {
    const town = await found();
    await follow(town, '2023-03-01 09:00');
    expect(await follow(town, '2024-04-01 09:00')).toEqual({ step: 'monitoring-1', next: null });
    expect(await follow(town, '2026-04-01 09:00')).toEqual({ step: 'monitoring-1', next: null });
  });

  test('with its last fact recorded on 5 June is closed on the morning of the 6th, tells its objective, and that ends', async () => {
    const town = await found();
    const objective = { town: town.town, objective: town.objectives[0] ?? '', year: 2023 };
    const look = async (at: string) =>
      followObjective(stage.deps, { ...objective, nowMs: await realAt(town, at) });
    await look('2023-03-01 09:00');
    await follow(town, '2024-01-02 09:00');
    await recordAll(town, WHOLE);
    const { next } = await follow(town, '2024-06-05 18:00');
    expect(next).toBeGreaterThanOrEqual(townTime('2024-06-06 04:00'));
    expect(next).toBeLessThan(townTime('2024-06-06 06:00'));
    expect(await follow(town, '2024-06-06 06:00')).toEqual({ step: 'closed', next: null });
    expect((await stage.in(town.town, (tx) => findCycle(tx, 2023)))?.closedOn).toBe('2024-06-06');
    expect(await waiting(town)).toHaveLength(1);
    expect((await look('2024-06-06 07:00')).state).toBe('closed');
    const audit = await stage.in(
      town.town,
      (tx) => tx`select action, channel, after from audit where action = 'cycle.close'`,
    );
    // Two submissions, a self-evaluation and the measurement were never done.
    expect(audit).toEqual([{ action: 'cycle.close', channel: 'workflow', after: { leftOpen: 4 } }]);
    expect(await owed(town)).toEqual([
      'transmission 1 secretary 2024-04-30 done 2024-04-29',
      'validation 1 oiv 2024-05-29 done 2024-05-20',
      'publication 1 secretary 2024-06-14 done 2024-06-05',
      'adoption 1 secretary 2024-06-30 done 2024-05-03',
      'approval 1 secretary 2024-06-30 done 2024-05-31',
    ]);
  });

  test('closed by hand supersedes what was to come and leaves the phase that was late as it stood', async () => {
    const town = await found();
    await follow(town, '2023-03-01 09:00');
    const left = await stage.in(town.town, async (tx) => {
      const cycle = await findCycle(tx, 2023);
      if (cycle === null) throw new Error('no cycle');
      const who = { person: null, role: null, channel: 'cli' } as const;
      const on = civilDate('2023-09-01');
      return closeYear(tx, cycle, {
        ...who,
        on,
        at: townTime('2023-09-01 10:00'),
        reason: 'fusione di Comuni',
      });
    });
    expect(left).toBe(7);
    const open = await stage.in(town.town, (tx) => tx`select kind, due from obligation where state = 'open'`);
    expect(open).toEqual([{ kind: 'milestone', due: '2023-06-30' }]);
    expect(await follow(town, '2023-09-01 10:01')).toEqual({ step: 'closed', next: null });
  });
});

describe('facts make the duties that hang on them', () => {
  test('a transmission of 10 May makes the validation due on 9 June; withdrawn, nobody owes it; on 20 May once more, due on 19 June', async () => {
    const town = await found();
    await follow(town, '2024-01-02 09:00');
    const fact = await record(stage, town.town, { step: 'transmission', on: '2024-05-10' });
    expect(await owed(town)).toContain('validation 1 oiv 2024-06-09 open');
    await stage.in(town.town, async (tx) => {
      const by = await addPerson(tx, {
        name: 'Segretaria',
        email: null,
        createdAt: townTime('2024-05-10 10:00'),
      });
      await withdrawFact(tx, fact, { at: townTime('2024-05-11 10:00'), by, because: 'era un altro ente' });
    });
    await follow(town, '2024-05-11 10:01');
    expect(await owed(town)).toContain('transmission 1 secretary 2024-04-30 open');
    expect(await owed(town)).toContain('validation 1 oiv 2024-06-09 superseded');
    await record(stage, town.town, { step: 'transmission', on: '2024-05-20' });
    expect(await owed(town)).toContain('validation 1 oiv 2024-06-19 open');
  });

  test('not validated on 5 June: transmission and adoption are owed again by 5 July, and the second validation 30 days after the second transmission', async () => {
    const town = await found();
    await follow(town, '2024-01-02 09:00');
    await recordAll(town, [
      { step: 'transmission', on: '2024-05-10' },
      { step: 'adoption', on: '2024-05-09' },
      { step: 'validation', on: '2024-06-05', outcome: 'not-validated' },
    ]);
    expect((await owed(town)).filter((one) => one.includes(' 2 '))).toEqual([
      'adoption 2 secretary 2024-07-05 open',
      'transmission 2 secretary 2024-07-05 open',
    ]);
    await recordAll(town, [
      { step: 'transmission', on: '2024-06-20' },
      { step: 'adoption', on: '2024-06-19' },
    ]);
    expect(await owed(town)).toContain('validation 2 oiv 2024-07-20 open');
    await recordAll(town, [
      { step: 'validation', on: '2024-07-01' },
      { step: 'approval', on: '2024-07-02' },
    ]);
    expect(await owed(town)).toContain('publication 1 secretary 2024-07-16 open');
  });

  test('an adoption dated before the year was ready, and an approval before the validation, conclude their duties on their days', async () => {
    const town = await found();
    await follow(town, '2023-03-01 09:00');
    await recordAll(town, [
      { step: 'adoption', on: '2023-12-20' },
      { step: 'approval', on: '2024-01-10' },
      { step: 'publication', on: '2024-01-12' },
    ]);
    expect(await owed(town)).toEqual([
      'publication 1 secretary 2024-01-12 done 2024-01-12',
      'transmission 1 secretary 2024-04-30 open',
      'adoption 1 secretary 2024-06-30 done 2023-12-20',
      'approval 1 secretary 2024-06-30 done 2024-01-10',
    ]);
    // Published, but not closed: the transmission and the validation are missing.
    expect((await follow(town, '2024-01-13 09:00')).step).not.toBe('closed');
  });

  test('the publication is the RPCT’s where somebody is, and a changed setting moves what is open to its new day, as a second version', async () => {
    const town = await found();
    await stage.in(town.town, async (tx) => {
      const person = await addPerson(tx, {
        name: 'RPCT',
        email: null,
        createdAt: townTime('2023-02-28 10:00'),
      });
      await assignRole(tx, { person, role: { role: 'rpct' }, validFrom: civilDate('2023-01-01') });
    });
    await follow(town, '2023-03-01 09:00');
    await stage.in(town.town, async (tx) => {
      const { settings } = await loadTown(tx);
      const closing = { ...settings.closing, order: 'draft-validated' as const };
      await changeSettings(tx, {
        ...settings,
        closing: { ...closing, transmission: { month: 5, day: 15, yearsAfter: 1 } },
      });
    });
    await follow(town, '2023-03-02 09:00');
    const versions = await stage.in(
      town.town,
      (
        tx,
      ) => tx`select d.step, o.due, o.version, o.state from closing_duty d join obligation o on o.id = d.obligation
        order by d.step`,
    );
    expect(versions).toEqual([
      { step: 'adoption', due: '2024-06-30', version: 1, state: 'superseded' },
      { step: 'approval', due: '2024-06-30', version: 1, state: 'open' },
      { step: 'transmission', due: '2024-05-15', version: 2, state: 'open' },
    ]);
    await recordAll(
      town,
      WHOLE.filter(({ step }) => step !== 'adoption' && step !== 'publication'),
    );
    expect(await owed(town)).toContain('publication 1 rpct 2024-06-14 open');
  });
});
