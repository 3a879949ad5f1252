/** Since when things are still kept, counted in whole days of the town (art. 2963 c.c.: a month lacking the day ends on its last). */
import { addDays, addMonths, type CivilDate } from '../time/civil-date.js';
import type { RetentionUnit } from './retention-rules.js';

/** Last day on which what bears `day` is kept. */
export function keptUntil(day: CivilDate, count: number, unit: RetentionUnit): CivilDate {
  if (unit === 'days') return addDays(day, count);
  return addMonths(day, unit === 'months' ? count : count * 12);
}

/** The first day whose things are kept on `today`: what bears an earlier one goes. */
export function keptSince(today: CivilDate, count: number, unit: RetentionUnit): CivilDate {
  let day = keptUntil(today, -count, unit);
  // Months of unlike length: going back is not the same as having come.
  while (keptUntil(day, count, unit) < today) day = addDays(day, 1);
  while (keptUntil(addDays(day, -1), count, unit) >= today) day = addDays(day, -1);
  return day;
}
