/**
 * The end of a year: what its closing makes people owe is planned from the day of the plan and in line with
 * each fact recorded; with the last of them the year is closed by itself, on the morning after, so that what
 * was recorded by mistake can be withdrawn on the same day; opened again, it waits for another fact. The mails are the
 * round's.
 */
import { isConcluded, stepsOf } from '../domain/cycle/year-steps.js';
import { termsIn } from '../domain/cycle/year-terms.js';
import { addDays } from '../domain/time/civil-date.js';
import type { Instant } from '../domain/time/instant.js';
import { registerInstant } from '../domain/time/round-slot.js';
import { workingCalendar } from '../domain/time/working-calendar.js';
import { civilDateAt } from '../domain/time/zone.js';
import { closeYear } from '../store/cycle/close-year.js';
import { listFacts, standing } from '../store/cycle/closing.js';
import { alignClosing } from '../store/cycle/closing-duties.js';
import type { Cycle } from '../store/cycle/cycles.js';
import { reopenedAt } from '../store/cycle/reopen-year.js';
import { loadYearFacts } from '../store/cycle/year-facts.js';
import type { Tx } from '../store/in-town.js';
import type { Moment } from './stock.js';
import { tellRound } from './tell-round.js';

/** Town time of the morning on which the year is closed, or `closed`; `null`: it waits for facts. */
export async function followClosing(
  tx: Tx,
  cycle: Cycle,
  moment: Moment,
): Promise<Instant | 'closed' | null> {
  const { town, now, today } = moment;
  const setting = {
    rules: termsIn(town.settings, cycle.year).closing,
    calendar: workingCalendar(town.closures),
    today,
  };
  const changed = await alignClosing(tx, cycle, setting);
  if (changed > 0) await tellRound(tx, moment, now);
  if (!isConcluded(stepsOf(await loadYearFacts(tx, cycle, town), today))) return null;
  const last = Math.max(...standing(await listFacts(tx, cycle.id)).map(({ recordedAt }) => recordedAt));
  const reopened = await reopenedAt(tx, cycle.id);
  if (reopened !== null && reopened > last) return null;
  const { zone } = town.clock;
  const morning = registerInstant(cycle.id, addDays(civilDateAt(last as Instant, zone), 1), zone);
  if (now < morning) return morning;
  await closeYear(tx, cycle, {
    ...{ at: now, person: null, role: null, channel: 'workflow', on: today, reason: null },
  });
  return 'closed';
}
