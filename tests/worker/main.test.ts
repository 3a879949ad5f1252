import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { afterEach, expect, inject, test } from 'vitest';
import { instant } from '../../domain/time/instant.js';
import { announce } from '../../store/announcements.js';
import { roundStart } from '../../workflows/contract.js';
import { headOf, planOf } from '../activities/small-plan.js';
import { openStage } from '../activities/stage.js';
import { foundTown } from '../activities/town.js';
import { until } from '../workflows/until.js';

const stage = await openStage();
const MAIN = fileURLToPath(new URL('../../worker/main.ts', import.meta.url));

const FIT = {
  DATABASE_URL: stage.database.appUrl,
  TEMPORAL_ADDRESS: inject('temporalAddress'),
  TEMPORAL_NAMESPACE: `t-main-${process.pid}`,
  SMTP_URL: stage.office.url,
  MAIL_FROM: 'avvisi@comune.example',
  PUBLIC_URL: 'http://localhost:3000',
};

const started = new Set<ReturnType<typeof spawn>>();
afterEach(() => {
  for (const child of started) child.kill('SIGKILL');
});

function start(env: Readonly<Record<string, string>>) {
  const child = spawn(process.execPath, ['bootstrap/run.mjs', MAIN], {
    env: { PATH: process.env['PATH'], ...env },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  started.add(child);
  const said: string[] = [];
  for (const stream of [child.stdout, child.stderr])
    stream?.on('data', (bytes: Buffer) => said.push(String(bytes)));
  const exit = once(child, 'close').then(([code]) => ({ code: code as number | null, said: said.join('') }));
  return { child, exit };
}

test.each(['SIGTERM', 'SIGINT'] as const)(
  'the worker makes its namespace, says "ready", and ends with 0 on %s',
  async (signal) => {
    const { child, exit } = start(FIT);
    expect(await Promise.race([once(child, 'message'), exit])).toEqual(['ready', undefined]);
    child.kill(signal);
    const { code, said } = await exit;
    expect(code).toBe(0);
    expect(said).toContain('"msg":"at work"');
    expect(said).toContain('"msg":"stopped"');
  },
);

test('from its start it removes what is past its time, in each town by the day that the town’s clock shows', async () => {
  const { town } = await foundTown(stage.sql, {
    plan: planOf({ Uno: [['2023-12-01']] }),
    approved: '2023-06-29',
    now: '2023-06-30 12:00',
    people: [headOf('Uno')],
  });
  const { child, exit } = start(FIT);
  await until(async () => {
    const [row] = await stage.in(
      town,
      (tx) => tx<{ day: string | null }[]>`select retained_on as day from town`,
    );
    return row?.day === '2023-06-30';
  });
  child.kill('SIGTERM');
  expect((await exit).code).toBe(0);
});

test('stopped while a mail is under way it lets that one end and begins no other; the next worker sends the rest, each of 3 once', async () => {
  const heads = ['Uno', 'Due', 'Tre'].map((sector) => headOf(sector));
  const { town } = await foundTown(stage.sql, {
    plan: planOf({ Uno: [['2023-06-30']], Due: [['2023-06-30']], Tre: [['2023-06-30']] }),
    approved: '2023-06-29',
    now: '2023-06-30 09:00',
    people: heads,
  });
  const first = start(FIT);
  await once(first.child, 'message');
  let stopped = false;
  stage.office.answer = async (_, at) => {
    if (at === 'content' && !stopped) {
      stopped = true;
      first.child.kill('SIGTERM');
      await sleep(300);
    }
    return null;
  };
  const real = instant(Date.now());
  await stage.in(town, (tx) => announce(tx, [roundStart({ town })], real));
  expect((await first.exit).code).toBe(0);
  const states = await stage.in(
    town,
    (tx) => tx<{ state: string }[]>`select state from digest order by state`,
  );
  expect(states.map(({ state }) => state)).toEqual(['frozen', 'frozen', 'sent']);
  const second = start(FIT);
  await until(
    async () => (await stage.in(town, (tx) => tx`select 1 from digest where state = 'sent'`)).length === 3,
  );
  second.child.kill('SIGTERM');
  expect((await second.exit).code).toBe(0);
  expect(stage.office.mails).toHaveLength(3);
});

test('without its settings it ends with 1 and names each that is missing', async () => {
  const { code, said } = await start({}).exit;
  expect(code).toBe(1);
  expect(said).toContain('worker: DATABASE_URL is missing; TEMPORAL_ADDRESS is missing; SMTP_URL is missing');
});

test('where nobody serves Temporal it ends with 1 and says so', async () => {
  const { code, said } = await start({ ...FIT, TEMPORAL_ADDRESS: '127.0.0.1:1' }).exit;
  expect(code).toBe(1);
  expect(said).toContain('worker: Temporal does not answer at 127.0.0.1:1');
});
