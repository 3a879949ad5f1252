import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { Client, Connection } from '@temporalio/client';
import { afterAll, expect, inject, test } from 'vitest';
import { instant } from '../../domain/time/instant.js';
import { freePort } from '../../embedded/free-port.js';
import { announce } from '../../store/announcements.js';
import { roundStart, signalWithStartOf } from '../../workflows/contract.js';
import { headOf, planOf } from '../activities/small-plan.js';
import { openStage } from '../activities/stage.js';
import { foundTown } from '../activities/town.js';
import { OF_TEMPORAL } from '../deploy/alert-rules.js';
import { until } from '../workflows/until.js';

const stage = await openStage();
const MAIN = fileURLToPath(new URL('../../worker/main.ts', import.meta.url));
const TOKEN = 'un-segreto-di-24-segni..';
const port = await freePort();
const address = inject('temporalAddress');
const namespace = `t-metrics-${process.pid}`;

const worker = spawn(process.execPath, ['bootstrap/run.mjs', MAIN], {
  env: {
    PATH: process.env['PATH'],
    DATABASE_URL: stage.database.appUrl,
    TEMPORAL_ADDRESS: address,
    TEMPORAL_NAMESPACE: namespace,
    SMTP_URL: stage.office.url,
    MAIL_FROM: 'avvisi@comune.example',
    PUBLIC_URL: 'http://localhost:3000',
    METRICS_PORT: String(port),
    METRICS_TOKEN: TOKEN,
  },
  stdio: ['ignore', 'inherit', 'pipe', 'ipc'],
});
const lines: string[] = [];
worker.stderr?.on('data', (bytes: Buffer) => lines.push(String(bytes)));
afterAll(() => worker.kill('SIGKILL'));

const scrape = async (): Promise<string> =>
  (await fetch(`http://127.0.0.1:${port}/metrics`, { headers: { authorization: `Bearer ${TOKEN}` } })).text();
/** The value of a figure with these labels; `null`: not shown. */
const valueIn = (text: string, figure: string): number | null => {
  const line = text.split('\n').find((one) => one.startsWith(`${figure} `));
  return line === undefined ? null : Number(line.slice(figure.length + 1));
};

/** Nothing of these may be in a figure or a line of the log. */
const PERSONAL = ['Comune di Prova', 'Prova Riservata', 'Responsabile Uno', '@', 'Obiettivo 1'];

test('a worker with 3 mails to hand over, one of which is refused and one put off, shows what it did and what waits, and Temporal’s own figures', async () => {
  await once(worker, 'message');
  expect((await fetch(`http://127.0.0.1:${port}/metrics`)).status).toBe(401);
  const { town } = await foundTown(stage.sql, {
    plan: planOf({ Uno: [['2023-06-30']], Due: [['2023-06-30']], Tre: [['2023-06-30']] }),
    approved: '2023-06-29',
    now: '2023-06-30 09:00',
    people: ['Uno', 'Due', 'Tre'].map((sector) => headOf(sector)),
  });
  const refusals = [
    { at: 'content', code: 554, text: '5.7.1 rifiutato per Prova Riservata' },
    { at: 'content', code: 451, text: '4.7.1 più tardi, Prova Riservata' },
  ] as const;
  let asked = 0;
  stage.office.answer = (_, at) => {
    if (at !== 'content') return null;
    asked += 1;
    return refusals[asked - 1] ?? null;
  };
  await stage.in(town, (tx) => announce(tx, [roundStart({ town })], instant(Date.now())));
  await until(async () => stage.office.mails.length === 1);
  // A town that does not exist: an activity that fails.
  const connection = await Connection.connect({ address });
  const lost = roundStart({ town: '00000000-0000-4000-8000-000000000000' });
  const client = new Client({ connection, namespace });
  await client.workflow.signalWithStart(lost.workflowType, signalWithStartOf(lost));
  await connection.close();

  // No workflow task of ours fails: that one figure never comes up in a scrape.
  const never = 'temporal_workflow_task_execution_failed_total';
  const missing = (text: string) =>
    OF_TEMPORAL.filter((name) => name !== never && !text.includes(`\n${name}`));
  await until(async () => missing(await scrape()).length === 0);
  const text = await scrape();
  expect(valueIn(text, 'traguardo_mails_total{outcome="accepted"}')).toBe(1);
  expect(valueIn(text, 'traguardo_mails_total{outcome="refused"}')).toBe(1);
  expect(valueIn(text, 'traguardo_mails_total{outcome="put-off"}')).toBe(1);
  expect(valueIn(text, 'traguardo_loop_done_total{loop="relay"}')).toBeGreaterThanOrEqual(1);
  expect(valueIn(text, 'traguardo_loop_failures_total{loop="relay"}')).toBe(0);
  expect(valueIn(text, 'traguardo_mails_unsent')).toBe(1);
  expect(valueIn(text, 'traguardo_mails_put_off')).toBe(1);
  expect(valueIn(text, 'traguardo_oldest_unsent_mail_seconds')).toBeGreaterThan(0);
  expect(valueIn(text, 'traguardo_facts_readable')).toBe(1);
  expect(Math.abs(valueIn(text, 'traguardo_clock_drift_seconds') ?? 99)).toBeLessThan(30);
  expect(valueIn(text, 'traguardo_database_connections_limit')).toBe(18);
  for (const personal of [...PERSONAL, town]) {
    expect(text, personal).not.toContain(personal);
    if (personal !== town) expect(lines.join(''), personal).not.toContain(personal);
  }
});

test('labels hold queues, loops, kinds and states: no id of anything', async () => {
  const labels = [...(await scrape()).matchAll(/(\w+)="([^"]*)"/g)].map(
    ([, name, value]) => `${name} ${value}`,
  );
  expect(labels.filter((label) => /[0-9a-f]{8}-[0-9a-f]{4}-/.test(label))).toEqual([]);
  expect(labels.length).toBeGreaterThan(20);
});

test('it stops with its endpoint', async () => {
  const ended = once(worker, 'close');
  worker.kill('SIGTERM');
  expect((await ended)[0]).toBe(0);
  await expect(scrape()).rejects.toThrow();
});
