/** What one stock-taking, or one hand-over, goes by: the town as it is now, under its clock. */
import type { TownRounds } from '../domain/obligations/agenda-at.js';
import type { Staff } from '../domain/obligations/staff.js';
import type { CivilDate } from '../domain/time/civil-date.js';
import type { Instant } from '../domain/time/instant.js';
import { townNow } from '../domain/time/town-clock.js';
import { type WorkingCalendar, workingCalendar } from '../domain/time/working-calendar.js';
import { civilDateAt } from '../domain/time/zone.js';
import type { Tx } from '../store/in-town.js';
import { roundsSoFar } from '../store/notices/rounds.js';
import { loadStaff } from '../store/people/absences.js';
import type { Person } from '../store/people/people.js';
import { findTown, lockTown, type Town } from '../store/towns/towns.js';
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
  /** Who holds what today and who is away: read at the first word, once for all who ask. */
  staff(): Promise<Staff<Person>>;
}

/** The town at the real instant `real`. Throws the final failure `UnknownTown`. */
export const momentOf = async (tx: Tx, real: Instant): Promise<Moment> => momentIn(await findTown(tx), real);

function momentIn(town: Town | null, real: Instant): Moment {
  if (town === null) throw unknownTown();
  const now = townNow(real, town.clock);
  return { town, real, now, today: civilDateAt(now, town.clock.zone) };
}

/** The same with the town held until the transaction ends: rounds, and moves of its clock, wait for each other. */
export async function openStock(tx: Tx, real: Instant): Promise<Stock> {
  const [held, { last, askedOn }] = await Promise.all([lockTown(tx), roundsSoFar(tx)]);
  const moment = momentIn(held, real);
  const { town } = moment;
  const rounds: TownRounds = {
    town: town.id,
    zone: town.clock.zone,
    sendsAt: town.settings.sending.minute,
    lastRound: last?.day ?? null,
    askedOn,
  };
  let staff: Promise<Staff<Person>> | null = null;
  const staffToday = (): Promise<Staff<Person>> => {
    staff ??= loadStaff(tx, moment.today);
    return staff;
  };
  return { ...moment, calendar: workingCalendar(town.closures), rounds, staff: staffToday };
}
