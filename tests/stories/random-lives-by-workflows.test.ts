/** Rehearsal = reality, through Temporal: 10 random years told ahead and lived by the real workflows. */
import { expect, test } from 'vitest';
import { openWorld } from '../workflows/world.js';
import { liveByWorkflows } from './lives/by-workflows.js';
import { expectSame } from './lives/expect-same.js';
import { foundLife, frozenMails } from './lives/found.js';
import { randomLife } from './lives/random-life.js';
import { toldAhead } from './lives/told-ahead.js';

const world = await openWorld();
/** The gate lives the same years each time; `npm run bench -- lives` draws others. */
const FIRST = Number(process.env['LIFE_SEED'] ?? 20_230_629);
const LIVES = Number(process.env['LIVES'] ?? 10);
const AT_ONCE = 5;

async function live(seed: number): Promise<number> {
  const life = randomLife(seed, { calm: true });
  const town = await foundLife(world.sql, life);
  const told = toldAhead(town, life);
  await liveByWorkflows(world, town, life, told.deeds).catch((error: Error) => {
    throw new Error(`LIFE_SEED=${seed}: ${error.message}`, { cause: error });
  });
  expectSame(await frozenMails(world.sql, town, life), told.mails, seed);
  return told.mails.length;
}

test(`${LIVES} random years of the real workflows are what was told ahead, text by text (LIFE_SEED=${FIRST})`, async () => {
  console.log(`LIFE_SEED=${FIRST}`);
  let [next, mails] = [FIRST, 0];
  const lane = async (): Promise<void> => {
    while (next < FIRST + LIVES) mails += await live(next++);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, lane));
  expect(mails).toBeGreaterThan(3 * LIVES);
}, 600_000);
