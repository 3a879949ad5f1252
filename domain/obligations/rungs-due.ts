/**
 * The heart of the agenda: which rung of one obligation fires on a working day, to whom, and what it
 * passes over. The highest rung whose day has come fires, to everyone whom any rung passed over would
 * have reached; a lower one never fires after a higher; what presses for the Sindaco always waits for
 * the Segretario's warning of an earlier day (design §3).
 */
import type { CivilDate } from '../time/civil-date.js';
import type { ScheduledObligation } from './agenda-facts.js';
import { heightOf, isLateRung } from './ladder.js';
import type { DueRung, PassedOverReason, PassedOverRung } from './notice.js';
import { roleKey } from './obligation.js';
import type { ScheduledRung } from './rung-days.js';

/** Of one obligation on one working day. */
export interface RungsDue {
  readonly due: readonly DueRung[];
  readonly passedOver: readonly PassedOverRung[];
}

const NOTHING: RungsDue = { due: [], passedOver: [] };

/** `day` is a working day on which the round happens. */
export function rungsDue(scheduled: ScheduledObligation, day: CivilDate): RungsDue {
  const { obligation, waiting, first } = scheduled;
  if (first === null || first > day) return NOTHING;
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
      reason: reasonFor(scheduled, step, day),
    })),
  };
}

function reasonFor(
  { obligation, opens, fired }: ScheduledObligation,
  step: ScheduledRung,
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
