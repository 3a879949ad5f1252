import { Worker } from '@temporalio/worker';
import { describe, expect, test } from 'vitest';
import { workflowBundle } from '../../worker/workflow-bundle.js';
import { type KeptHistory, keptHistories } from './histories.js';
import { quietRuntime } from './quiet-runtime.js';

quietRuntime();
const kept = await keptHistories();
const bundle = await workflowBundle({ warn: () => undefined });

/** The failure of a replay; `null` when the history replays to its end. */
async function replay({ history, workflowId }: KeptHistory): Promise<string | null> {
  const failed = (error: unknown): string => (error instanceof Error ? error.name : String(error));
  return Worker.runReplayHistory({ workflowBundle: bundle }, history, workflowId).then(() => null, failed);
}

describe('the histories of runs that were', () => {
  test('are those of all 3 workflows', () => {
    expect(kept.map(({ name }) => name)).toEqual([
      'cycle-closed-by-facts',
      'cycle-year',
      'objective-dated-later',
      'objective-year',
      'round-december-1',
      'round-december-12',
      'round-month',
    ]);
  });

  test.each(kept)('replay to their end with the workflows of today: $name', async (history) => {
    expect(await replay(history)).toBe(null);
  });

  test('hold ids and instants only: no name, no address, no machine', () => {
    for (const { history } of kept) {
      const text = JSON.stringify(history).replaceAll(/"data":"([^"]*)"/g, (_, data: string) => atob(data));
      expect(text).not.toMatch(/@[a-z]|file:|node_modules|Responsabile|Obiettivo|Finanziario|Comune/);
    }
  });
});

test('a replay refuses a history in which a timer is missing', async () => {
  const [broken] = structuredClone(kept.filter(({ name }) => name === 'objective-year'));
  const events = broken?.history.events ?? [];
  const at = events.findIndex(({ eventType }) => eventType === 'EVENT_TYPE_TIMER_STARTED');
  events.splice(at, 1);
  for (const [index, event] of events.entries()) event.eventId = String(index + 1);
  expect(await replay(broken as KeptHistory)).not.toBe(null);
});
