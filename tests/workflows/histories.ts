/**
 * Histories of runs that were, which every later version must replay. `RECORD_HISTORIES=1` writes those of
 * this version; names of machines and processes are taken out.
 */
import { readdir, readFile, writeFile } from 'node:fs/promises';
import type { WorkflowHandle } from '@temporalio/client';
import { historyToJSON } from '@temporalio/common/lib/proto-utils.js';

/** Builds and points of return of the server that ran them: a replay does without. */
const LEFT_OUT = ['stickyTaskQueue', 'workerVersion', 'prevAutoResetPoints'];
const FOLDER = new URL('./histories/', import.meta.url);

/** Keeps the history of a run under `name` when this run of the tests records. */
export async function recordHistory(name: string, handle: WorkflowHandle): Promise<void> {
  if (process.env['RECORD_HISTORIES'] !== '1') return;
  const history = JSON.parse(historyToJSON(await handle.fetchHistory())) as { events: unknown[] };
  const text = JSON.stringify({ events: history.events }, (key, value: unknown) => {
    if (key === 'identity') return 'worker';
    return LEFT_OUT.includes(key) ? undefined : value;
  });
  // The sticky queue has the name of the machine.
  const clean = text.replaceAll(/"name":"[^"]*"(?=,"kind":"TASK_QUEUE_KIND_STICKY")/g, '"name":"sticky"');
  await writeFile(new URL(`${name}.json`, FOLDER), `${clean.replaceAll('},{"eventId"', '},\n{"eventId"')}\n`);
}

export interface KeptHistory {
  readonly name: string;
  /** The id the run had, which a replay needs. */
  readonly workflowId: string;
  readonly history: { events: { eventId: string; eventType: string }[] };
}

interface StartedEvent {
  readonly workflowExecutionStartedEventAttributes: { readonly workflowId: string };
}

export async function keptHistories(): Promise<readonly KeptHistory[]> {
  const names = (await readdir(FOLDER)).filter((name) => name.endsWith('.json')).sort();
  return Promise.all(
    names.map(async (name) => {
      const history = JSON.parse(await readFile(new URL(name, FOLDER), 'utf8')) as KeptHistory['history'];
      const [started] = history.events as unknown as readonly StartedEvent[];
      const workflowId = started?.workflowExecutionStartedEventAttributes.workflowId ?? '';
      return { name: name.replace('.json', ''), workflowId, history };
    }),
  );
}
