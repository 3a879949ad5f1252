/**
 * Worker, Temporal and PostgreSQL killed with -9, one at a time, at random points of the example's year, which is
 * begun again in another town until there were enough. `npm run bench -- kills [KILLS, default 200] [SEED]`; a mail of
 * the prova generale that is missing, one too many, or other bytes under one Message-ID end it with an error.
 */
import { createHash } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { isDeepStrictEqual } from 'node:util';
import type { Instant } from '../domain/time/instant.js';
import { partMark } from '../embedded/node-part.js';
import { livePostmaster } from '../embedded/postmaster.js';
import { findByArgument } from '../embedded/process-search.js';
import { inTown } from '../store/in-town.js';
import type { CaughtMessage } from '../store/notices/inbox.js';
import { expectedMails, readExample } from '../tests/activities/caluso.js';
import { mailsOf } from '../tests/activities/mails-of.js';
import { foundTown, townTime } from '../tests/activities/town.js';
import { type Dice, diceOf } from '../tests/oracle/dice.js';
import { type BenchStack, startBenchStack } from './bench-stack.js';
import { type Figure, rounded } from './figure.js';

const VICTIMS = ['worker', 'Temporal', 'PostgreSQL'] as const;
const BEGINS = '2023-02-28 18:00';
const ENDS = '2023-07-31';
/** Longest life between two deaths, in milliseconds: a step of the clock takes some tens of them. */
const LONGEST_MS = 3_000;
/** How long the clock may stand still before it is given up, in milliseconds. */
const PATIENCE_MS = 600_000;

export async function benchKills(): Promise<readonly Figure[]> {
  const wanted = Number(process.argv[3] ?? 200);
  const seed = Number(process.argv[4] ?? Date.now() % 1_000_000);
  process.stderr.write(`seed ${seed}\n`);
  const dice = diceOf(seed);
  const received = new Map<string, Set<string>>();
  const stack = await startBenchStack({ steadyAfter: 0, store: async (mail) => keep(received, mail) });
  const killed = new Map<string, number>(VICTIMS.map((victim) => [victim, 0]));
  const total = () => [...killed.values()].reduce((sum, n) => sum + n, 0);
  const [start, example] = [performance.now(), await readExample()];
  let [towns, mails] = [0, 0];
  try {
    for (; total() < wanted; towns += 1) {
      const town = await foundTown(stack.sql, { ...example, now: BEGINS });
      for (const one of town.starts) await stack.tell(one);
      const life = { over: false };
      const living = lived(stack, town.town, townTime(`${ENDS} 18:00`)).finally(() => {
        life.over = true;
      });
      // Whoever waits for the year hears of its failure, not the process.
      living.catch(() => undefined);
      while (!life.over && total() < wanted) {
        await sleep(dice.between(0, LONGEST_MS));
        if (life.over) break;
        const victim = await kill(stack, dice);
        if (victim !== null) killed.set(victim, (killed.get(victim) ?? 0) + 1);
      }
      await living;
      mails += await compared(stack, town.town, expectedMails(example, ENDS, { cycle: true }), received);
      process.stderr.write(`${total()} of ${wanted}\n`);
    }
  } finally {
    await stack.stop();
  }
  const twice = [...received].filter(([, contents]) => contents.size > 1).length;
  if (twice > 0) throw new Error(`seed ${seed}: ${twice} Message-IDs came with different contents`);
  return [
    ...[...killed].map(([victim, value]) => ({
      what: `kill -9 of ${victim}`,
      value,
      unit: 'count' as const,
    })),
    { what: 'half-years of the example lived through', value: towns, unit: 'count' },
    { what: 'mails, each as the prova generale said', value: mails, unit: 'count' },
    { what: 'missing, doubled or other mails', value: 0, unit: 'count', bar: 0 },
    { what: 'time', value: rounded((performance.now() - start) / 1000), unit: 's' },
  ];
}

/** By Message-ID, the hashes of what came under it. */
function keep(received: Map<string, Set<string>>, { messageId, subject, text, html }: CaughtMessage): void {
  const content = createHash('sha256')
    .update(JSON.stringify([subject, text, html]))
    .digest('hex');
  const id = messageId ?? '';
  received.set(id, (received.get(id) ?? new Set()).add(content));
}

/** One of the three, where it runs just now. */
async function kill(stack: BenchStack, dice: Dice): Promise<string | null> {
  const victim = VICTIMS[dice.between(0, VICTIMS.length - 1)] ?? 'worker';
  const { folder, postgres, temporalDatabase } = stack.data;
  const found =
    victim === 'PostgreSQL'
      ? [(await livePostmaster(postgres))?.process]
      : findByArgument(victim === 'worker' ? partMark(folder) : temporalDatabase);
  const [one] = found;
  if (one === undefined) return null;
  process.kill(one.pid, 'SIGKILL');
  return victim;
}

/** The clock goes on from where it stood, whenever what it needs has come back. */
async function lived(stack: BenchStack, town: string, to: Instant): Promise<void> {
  for (const end = Date.now() + PATIENCE_MS; ; ) {
    const moved = await stack.move(town, to).catch(String);
    if (typeof moved === 'object' && moved.ok) return;
    if (Date.now() > end) throw new Error(`the clock stands still: ${JSON.stringify(moved)}`);
    await sleep(500);
  }
}

/** Throws at the first difference; returns how many mails there were. */
async function compared(
  stack: BenchStack,
  town: string,
  told: ReturnType<typeof expectedMails>,
  received: ReadonlyMap<string, unknown>,
): Promise<number> {
  const came = await mailsOf({ in: (id, work) => inTown(stack.sql, id, work) }, town);
  const wrong = told.findIndex((mail, at) => !isDeepStrictEqual(mail, { ...came[at] }));
  if (wrong >= 0 || came.length !== told.length)
    throw new Error(`${came.length} mails of ${told.length}; first other: ${JSON.stringify(told[wrong])}`);
  const rows = await inTown(
    stack.sql,
    town,
    (tx) => tx<{ id: string; state: string }[]>`select message_id as id, state from digest`,
  );
  const lost = rows.filter(({ id, state }) => state !== 'sent' || !received.has(id));
  if (lost.length > 0)
    throw new Error(`${lost.length} mails did not reach the server: ${JSON.stringify(lost)}`);
  return came.length;
}
