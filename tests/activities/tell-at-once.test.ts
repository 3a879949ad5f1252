/** What the cycle's activity announces is told after its commit; what cannot be told stays for the relay. */
import { describe, expect, test } from 'vitest';
import { followCycle } from '../../activities/follow-cycle.js';
import type { WorkflowStart } from '../../store/announcements.js';
import { findTown } from '../../store/towns/towns.js';
import { planOf } from './small-plan.js';
import { openStage } from './stage.js';
import { foundTown, type TestTown, townTime } from './town.js';

const stage = await openStage();

async function follow(town: TestTown, tell: (start: WorkflowStart) => Promise<void>): Promise<void> {
  const offset = (await stage.in(town.town, findTown))?.clock.offsetMs ?? 0;
  const nowMs = townTime('2023-03-01 09:00') - offset;
  await followCycle({ ...stage.deps, tell }, { town: town.town, cycle: town.cycle, year: 2023, nowMs });
}

const found = () =>
  foundTown(stage.sql, {
    plan: planOf({ Finanziario: [['2023-06-30'], ['2023-09-30']] }),
    approved: '2023-02-28',
    now: '2023-02-28 10:00',
    people: [],
  });

const waiting = async ({ town }: TestTown) =>
  (
    await stage.in(
      town,
      (tx) =>
        tx<
          { id: string }[]
        >`select workflow_id as id from announcement where announced_at is null order by 1`,
    )
  ).map(({ id }) => id);

const ofObjectives = (town: TestTown) =>
  town.objectives.map((objective) => `t/${town.town}/o/${objective}/2023`).sort();

describe('two objectives that nobody follows, announced by the cycle', () => {
  test('are told at once, each once, after the commit, and nothing is left to the relay', async () => {
    const town = await found();
    const told: string[] = [];
    await follow(town, async ({ workflowId }) => {
      // Seen from another connection: the facts are there before anybody is told of them.
      expect(await waiting(town)).toContain(workflowId);
      told.push(workflowId);
    });
    expect(told.sort()).toEqual(ofObjectives(town));
    expect(await waiting(town)).toEqual([]);
  });

  test('of which one cannot be told: that one waits for the relay, and the activity ends well', async () => {
    const town = await found();
    const [away = ''] = ofObjectives(town);
    await follow(town, async ({ workflowId }) => {
      if (workflowId === away) throw new Error('the server is away');
    });
    expect(await waiting(town)).toEqual([away]);
  });
});
