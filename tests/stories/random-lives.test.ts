/**
 * Rehearsal = reality: 100 random years, each told ahead by the pure functions of the prova generale and then lived
 * by the real activities. Its tenth part through Temporal is in `random-lives-by-workflows.test.ts`.
 */
import { expect, test } from 'vitest';
import { smtpTransport } from '../../mail/transport.js';
import { openPostOffice, REFUSED_NOW } from '../activities/post-office.js';
import { openStage } from '../activities/stage.js';
import { within } from './lives/ask-product.js';
import { expectSame } from './lives/expect-same.js';
import { liveOnce } from './lives/live-once.js';
import { add, NOTHING_HAPPENED, type WhatHappened, whatHappened } from './lives/what-happened.js';

/** One waits for the database while another thinks. */
const AT_ONCE = 4;
// What was frozen is compared, not what arrived.
const stage = await openStage({ reads: false, connections: AT_ONCE + 2 });
const closed = await openPostOffice();
closed.answer = () => REFUSED_NOW;
const driver = { deps: stage.deps, refusing: smtpTransport(closed.settings) };

/** The gate lives the same years each time; `npm run bench -- lives` draws others. */
const FIRST = Number(process.env['LIFE_SEED'] ?? 20_230_629);
const LIVES = Number(process.env['LIVES'] ?? 100);

async function live(seed: number): Promise<WhatHappened> {
  const { life, told, lived, asked } = await liveOnce(driver, seed);
  expectSame(lived, told.mails, seed);
  for (const stretch of asked) expectSame(within(lived, stretch), stretch.mails, seed);
  return whatHappened(life, told, asked);
}

test(`${LIVES} random years are what was told ahead, day by day, text by text, and what the prova generale of then said (LIFE_SEED=${FIRST})`, async () => {
  console.log(`LIFE_SEED=${FIRST}`);
  const happened = NOTHING_HAPPENED();
  let next = FIRST;
  const lane = async (): Promise<void> => {
    while (next < FIRST + LIVES) add(happened, await live(next++));
  };
  await Promise.all(Array.from({ length: AT_ONCE }, lane));
  console.log(happened);
  // Chance must have tried everything: what never happens proves nothing.
  if (LIVES >= 100)
    for (const [what, times] of Object.entries(happened)) expect(times, what).toBeGreaterThan(0);
}, 600_000);
