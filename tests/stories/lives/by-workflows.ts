/** A life lived by the real workflows on the town's clock, which goes from deed to deed. */
import { createAnnouncer } from '../../../api/announcer.js';
import { type Instant, instant } from '../../../domain/time/instant.js';
import { instantAt } from '../../../domain/time/zone.js';
import { loadTown, moveClock } from '../../../store/towns/towns.js';
import { shiftNexts } from '../../../store/workflow-next.js';
import { roundStart } from '../../../workflows/contract.js';
import { type TestTown, ZONE } from '../../activities/town.js';
import type { World } from '../../workflows/world.js';
import { carryOut, commandDeps } from './carry-out.js';
import type { Deed } from './deeds.js';
import type { Life, Stretch } from './life.js';

const PATIENT_MS = 10_000;

export async function liveByWorkflows(
  world: World,
  town: TestTown,
  life: Life,
  deeds: readonly Deed[],
): Promise<void> {
  const now = (): Instant => instant(Date.now());
  const announcer = createAnnouncer(world.client, world.sql, now, { warn: () => undefined }, PATIENT_MS);
  const deps = commandDeps({ ...world.deps, now, announcer });
  await world.announce(town.town, town.starts);
  const happening = [
    ...deeds.map((deed) => ({ at: deed.at, deed })),
    ...life.outages.map((outage) => ({ at: outage.from, outage })),
  ].sort((a, b) => a.at - b.at);
  for (const one of happening) {
    await world.moveTo(town.town, one.at);
    if ('outage' in one) await goOut(world, town, one.outage);
    else {
      const starts = await carryOut(deps, town, one.deed);
      await announcer.settled();
      if (starts.length > 0) await world.announce(town.town, starts);
    }
  }
  await world.moveTo(town.town, instantAt(life.until, 23 * 60, ZONE));
}

/** A jump of the clock without the steps in between: nothing of what was due in it has happened. */
async function goOut(world: World, town: TestTown, { to }: Stretch): Promise<void> {
  await world.in(town.town, async (tx) => {
    const { clock } = await loadTown(tx);
    const by = to - (Date.now() + clock.offsetMs);
    if (by <= 0) return;
    await moveClock(tx, clock.offsetMs + by);
    await shiftNexts(tx, -by);
  });
  await world.announce(town.town, [roundStart(town)]);
}
