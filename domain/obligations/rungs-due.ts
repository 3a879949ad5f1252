/**
 * The heart of the agenda: which rung of one obligation fires on a working day, to whom, and what it
 * passes over. The highest rung whose day has come fires, to everyone whom any rung passed over would
 * have reached; a lower one never fires after a higher; what presses for the Sindaco always waits for
 * the Segretario's warning of an earlier day (design §3).
 */
import type { CivilDate } from '../time/civil-date.js';
import type { WorkingCalendar } from '../time/working-calendar.js';
import type { ScheduledObligation } from './agenda-facts.js';
import { heightOf, isLateRung } from './ladder.js';
import type { DueRung, FiredRung, PassedOverReason, PassedOverRung } from './notice.js';
import { roleKey } from './obligation.js';
import type { ScheduledRung } from './rung-days.js';
import { waitingRungs } from './waiting-rungs.js';

export interface RungsDue {
  readonly due: readonly DueRung[];
  readonly passedOver: readonly PassedOverRung[];
}

const NOTHING: RungsDue = { due: [], passedOver: [] };

/** `day` is a working day on which the round happens. */
export function rungsDue(
  scheduled: ScheduledObligation,
  fired: readonly FiredRung[],
  calendar: WorkingCalendar,
  day: CivilDate,
): RungsDue {
  const { obligation } = scheduled;
  const first = firstDay(scheduled, fired, calendar);
  if (first === null || first > day) return NOTHING;
  const waiting = waitingRungs(scheduled, fired, calendar);
  const come = waiting.filter((one) => one.from <= day && !one.isLapsed);
  const top = come.at(-1)?.step;
  if (top === undefined) return NOTHING;
  const reached = new Map(come.map((one) => [roleKey(one.recipient), one.recipient]));
  // Also those still to come: a long closure can put ten-days before first-notice, which then never fires.
  const overtaken = waiting.filter(
    (one) =>
      (heightOf(one.step.rung) < heightOf(top.rung) || one.isLapsed) && reached.has(roleKey(one.recipient)),
  );
  return {
    due: [...reached.values()].map((recipient) => ({ obligation, rung: top.rung, recipient })),
    passedOver: overtaken.map(({ step, recipient }) => ({
      obligation,
      rung: step.rung,
      recipient,
      day: step.day,
      reason: reasonFor(scheduled, step, fired, day),
    })),
  };
}

function reasonFor(
  { obligation, opens }: ScheduledObligation,
  step: ScheduledRung,
  fired: readonly FiredRung[],
  day: CivilDate,
): PassedOverReason {
  if (step.day < opens) return 'before-notices';
  if (obligation.forecast !== null && isLateRung(step.rung) && step.day <= obligation.forecast)
    return 'explained';
  if (step.day >= day) return 'higher-rung';
  // A new date opens a version of its own, so that what an earlier version told since then was told to its owner.
  const wasTold = fired.some((one) => one.version < obligation.version && one.day >= step.day);
  return wasTold ? 'former-owner' : 'no-round';
}

/** The first working day after `day` on which a rung of it fires if nothing happens; `null` when none will. */
export function nextRungDay(
  scheduled: ScheduledObligation,
  fired: readonly FiredRung[],
  calendar: WorkingCalendar,
  day: CivilDate,
): CivilDate | null {
  const first = firstDay(scheduled, fired, calendar);
  return first === null || first > day ? first : calendar.after(day, 1);
}

interface Known {
  readonly fired: readonly FiredRung[];
  readonly calendar: WorkingCalendar;
  readonly first: CivilDate | null;
}

/** What was worked out last for an obligation: a rehearsal asks about each on every day, and few have news. */
const known = new WeakMap<ScheduledObligation, Known>();

/** The first day on which a rung of it can fire, be it past; `null` when none can any more. */
function firstDay(
  scheduled: ScheduledObligation,
  fired: readonly FiredRung[],
  calendar: WorkingCalendar,
): CivilDate | null {
  if (scheduled.rungs.length === 0) return null;
  const last = known.get(scheduled);
  if (last !== undefined && last.fired === fired && last.calendar === calendar) return last.first;
  let first: CivilDate | null = null;
  for (const { from, isLapsed } of waitingRungs(scheduled, fired, calendar)) {
    if (!isLapsed && (first === null || from < first)) first = from;
  }
  known.set(scheduled, { fired, calendar, first });
  return first;
}
