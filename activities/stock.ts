/** What one stock-taking, or one hand-over, goes by: the town as it is now, under its clock. */
import type { TownRounds } from '../domain/obligations/agenda-at.js';
import type { CivilDate } from '../domain/time/civil-date.js';
import type { Instant } from '../domain/time/instant.js';
import { townNow } from '../domain/time/town-clock.js';
import { type WorkingCalendar, workingCalendar } from '../domain/time/working-calendar.js';
import { civilDateAt } from '../domain/time/zone.js';
import type { Tx } from '../store/in-town.js';
import { lastRound, roundAskedOn } from '../store/rounds.js';
import { findTown, lockTown, type Town } from '../store/towns.js';
import { unknownTown } from './failures.js';

export interface Moment {
  readonly town: Town;
  /** The one instant of all decisions, in real time and in the town's. */
  readonly real: Instant;
  readonly now: Instant;
  readonly today: CivilDate;
}

export interface Stock extends Moment {
  readonly calendar: WorkingCalendar;
  readonly rounds: TownRounds;
}

/** The town at the real instant `real`. Throws the final failure `UnknownTown`. */
export async function momentOf(tx: Tx, real: Instant): Promise<Moment> {
  const town = await findTown(tx);
  if (town === null) throw unknownTown();
  const now = townNow(real, town.clock);
  return { town, real, now, today: civilDateAt(now, town.clock.zone) };
}

/** The same with the town held until the transaction ends: rounds, and moves of its clock, wait for each other. */
export async function openStock(tx: Tx, real: Instant): Promise<Stock> {
  if ((await findTown(tx)) === null) throw unknownTown();
  await lockTown(tx);
  const moment = await momentOf(tx, real);
  const { town } = moment;
  const rounds: TownRounds = {
    town: town.id,
    zone: town.clock.zone,
    lastRound: (await lastRound(tx))?.day ?? null,
    askedOn: await roundAskedOn(tx),
  };
  return { ...moment, calendar: workingCalendar(town.closures), rounds };
}
