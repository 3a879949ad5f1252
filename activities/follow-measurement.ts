/**
 * The evaluation of a year: what sectors and evaluator will owe is planned as soon as the plan is approved, and in
 * line with each change of it. Nothing opens by itself: the ladder says nothing before the day on which a duty opens.
 */
import { termsIn } from '../domain/cycle/year-terms.js';
import { type Instant, instant } from '../domain/time/instant.js';
import type { Cycle } from '../store/cycle/cycles.js';
import type { Tx } from '../store/in-town.js';
import { planMeasurement } from '../store/measurement/measurement.js';
import type { Moment } from './stock.js';
import { tellRound } from './tell-round.js';

const DAY_MS = 86_400_000;

/** Town time of what the cycle is to be woken for: nothing, the facts announce themselves. */
export async function followMeasurement(tx: Tx, cycle: Cycle, moment: Moment): Promise<Instant | null> {
  const changed = await planMeasurement(tx, cycle, termsIn(moment.town.settings, cycle.year).measurement);
  // A round that waits for a later day than the next morning may have something to say sooner.
  if (changed > 0) await tellRound(tx, moment, instant(moment.now + DAY_MS));
  return null;
}
