import { expect, test } from 'vitest';
import { instant } from '../../domain/time/instant.js';
import { backlog } from '../../store/across-towns.js';
import { listNexts, storeNext } from '../../store/workflow-next.js';
import { watchOnce } from '../../worker/watchdog.js';
import { roundStart } from '../../workflows/contract.js';
import { headOf, planOf, SECRETARY } from '../activities/small-plan.js';
import { foundTown } from '../activities/town.js';
import { until } from '../workflows/until.js';
import { openWorld } from '../workflows/world.js';

const world = await openWorld();
const MINUTE_MS = 60_000;

/** A town on the evening before a due date; its round waits for the morning. */
async function waitingTown(): Promise<{ town: string; nextAt: number }> {
  const { town } = await foundTown(world.sql, {
    plan: planOf({ Finanziario: [['2023-06-30']] }),
    approved: '2023-06-28',
    now: '2023-06-29 18:00',
    people: [headOf('Finanziario'), SECRETARY],
  });
  await world.announce(town, [roundStart({ town })]);
  await until(async () => (await world.in(town, listNexts)).length > 0);
  const [next] = await world.in(town, listNexts);
  return { town, nextAt: next?.nextAt ?? 0 };
}

const watch = (at: number) =>
  watchOnce({ sql: world.sql, tell: world.tell, now: () => instant(at), log: { warn: () => undefined } });

test('a round that somebody terminated is started again 10 minutes after its stored next, and not before', async () => {
  const { town, nextAt } = await waitingTown();
  const handle = world.client.workflow.getHandle(`t/${town}/r`);
  await handle.terminate();
  expect(await watch(nextAt + 10 * MINUTE_MS)).toBe(0);
  expect(await watch(nextAt + 10 * MINUTE_MS + 1)).toBe(1);
  await until(async () => (await handle.describe()).status.name === 'RUNNING');
  expect((await backlog(world.sql, instant(Date.now()))).revivals).toBe(1);
});

test('a workflow that stays overdue is told once in 10 minutes', async () => {
  const { town, nextAt } = await waitingTown();
  const [next] = await world.in(town, listNexts);
  const told: string[] = [];
  const tell = async ({ workflowId }: { workflowId: string }): Promise<void> => {
    told.push(workflowId);
  };
  const minutes = [11, 12, 20, 21, 22];
  for (const minute of minutes) {
    const now = (): ReturnType<typeof instant> => instant(nextAt + minute * MINUTE_MS);
    await watchOnce({ sql: world.sql, tell, now, log: { warn: () => undefined } });
  }
  expect(told.filter((id) => id === next?.workflowId)).toHaveLength(2);
});

test('a server that cannot be told leaves the workflow overdue', async () => {
  const { town, nextAt } = await waitingTown();
  const tell = (): Promise<void> => Promise.reject(new Error('away'));
  const now = (): ReturnType<typeof instant> => instant(nextAt + 60 * MINUTE_MS);
  await expect(watchOnce({ sql: world.sql, tell, now, log: { warn: () => undefined } })).rejects.toThrow(
    'away',
  );
  const [row] = await world.in(town, (tx) => tx`select revivals, revived_at from workflow_next`);
  expect(row).toEqual({ revivals: 0, revivedAt: null });
  const [next] = await world.in(town, listNexts);
  if (next !== undefined) await world.in(town, (tx) => storeNext(tx, { ...next, nextAt: null }));
});
