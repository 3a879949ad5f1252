/**
 * The morning on which the first half's window opens in every Italian municipality. Some towns live it with the
 * real workflows: what a town costs there is the service time of a queue, into which 7,900 towns come by their
 * own slots (04:00–06:00 the openings, 07:30–09:00 the rounds). The lateness is extrapolated so, and says so.
 */
import { randomUUID } from 'node:crypto';
import { civilDate } from '../domain/time/civil-date.js';
import type { Instant } from '../domain/time/instant.js';
import { registerInstant, roundWindow } from '../domain/time/round-slot.js';
import { instantAt } from '../domain/time/zone.js';
import { cycleStart } from '../workflows/contract.js';
import { type BenchStack, startBenchStack } from './bench-stack.js';
import { type Done, held, wakeAll } from './burst.js';
import { type Figure, rounded } from './figure.js';
import { makeTowns } from './many-towns.js';
import { residentMb } from './resident.js';

const TOWNS = Number(process.env['BENCH_TOWNS'] ?? 100);
const ALL_TOWNS = 7_900;
const ZONE = 'Europe/Rome';
const YEAR = 2023;
const APPROVED = instantAt(civilDate('2023-03-01'), 600, ZONE);
const OPENING_DAY = civilDate('2023-07-01');
/** 1 July 2023 is a Saturday. */
const ROUND_DAY = civilDate('2023-07-03');

export async function benchOpeningMorning(): Promise<readonly Figure[]> {
  const stack = await startBenchStack();
  try {
    const towns = await makeTowns(stack, TOWNS);
    await followObjectives(stack);
    const [cycle] = await stack.owner<{ id: string }[]>`select id from cycle where year = ${YEAR} limit 1`;
    const startOf = (town: string) => cycleStart({ town, cycle: cycle?.id ?? '', year: YEAR });
    await setClocks(stack, towns, APPROVED);
    const planned = await wakeAll(stack, towns, looked, startOf);
    const before = residentMb(process.pid)(/worker\/main/);
    await setClocks(stack, towns, instantAt(OPENING_DAY, 6 * 60 + 1, ZONE));
    const opened = await wakeAll(stack, towns, hasOpened, startOf);
    await setClocks(stack, towns, instantAt(ROUND_DAY, 9 * 60 + 1, ZONE));
    const told = await wakeAll(stack, towns, held);
    const after = residentMb(process.pid)(/worker\/main/);
    const all = Array.from({ length: ALL_TOWNS }, () => randomUUID());
    const opening = all.map((id) => registerInstant(id, OPENING_DAY, ZONE));
    const rounds = all.map((id) => roundWindow(id, ROUND_DAY, ZONE).slot);
    const late = (slots: readonly Instant[], seconds: number): number =>
      rounded(mostLate(slots, (seconds * 1000) / TOWNS) / 1000);
    const extrapolated = `${ALL_TOWNS} towns in their slots, extrapolated from ${TOWNS}: most late`;
    return [
      { what: 'towns (25 objectives each)', value: TOWNS, unit: 'count' },
      {
        what: 'windows and duties planned on the day of the plan',
        value: rounded(TOWNS / planned),
        unit: '1/s',
      },
      { what: 'windows opened', value: rounded(TOWNS / opened), unit: '1/s' },
      { what: 'rounds that tell of it', value: rounded(TOWNS / told), unit: '1/s' },
      { what: `opening: ${extrapolated}`, value: late(opening, opened), unit: 's', bar: 600 },
      { what: `round: ${extrapolated}`, value: late(rounds, told), unit: 's', bar: 600 },
      { what: 'worker before the morning', value: before, unit: 'MB' },
      { what: 'worker after it', value: after, unit: 'MB' },
    ];
  } finally {
    await stack.stop();
  }
}

/** Milliseconds that the last served waits beyond its slot, one after the other at `service` milliseconds each. */
function mostLate(slots: readonly Instant[], service: number): number {
  let free = 0;
  let most = 0;
  for (const slot of [...slots].sort((a, b) => a - b)) {
    free = Math.max(free, slot) + service;
    most = Math.max(most, free - slot);
  }
  return most;
}

const setClocks = async ({ owner }: BenchStack, towns: readonly string[], at: Instant): Promise<void> => {
  await owner`update town set clock_offset_ms = ${at - Date.now()} where id = any (${[...towns]})`;
};

/** As if each objective had its workflow: to start 25 a town is what approving a plan costs, not this morning. */
const followObjectives = async ({ owner }: BenchStack): Promise<void> => {
  await owner`insert into workflow_next (town, workflow_id, workflow_type, args, next_at, stored_at)
    select town, 't/' || town || '/o/' || id || '/' || ${YEAR}::text, 'objective', '[]'::jsonb, null, now()
    from objective on conflict do nothing`;
};

/** The cycle has looked, and stored when it will look again. */
const looked: Done = async ({ owner }, towns, since) => {
  const [row] = await owner<{ towns: number }[]>`
    select count(*) as towns from workflow_next
    where workflow_type = 'cycle' and stored_at >= ${since} and town = any (${[...towns]})`;
  return row?.towns ?? 0;
};

const hasOpened: Done = async ({ owner }, towns) => {
  const [row] = await owner<{ towns: number }[]>`
    select count(*) as towns from monitoring_window
    where ordinal = 1 and opened_at is not null and town = any (${[...towns]})`;
  return row?.towns ?? 0;
};
