/**
 * Which rungs of an obligation can still fire, to whom, and from which day: an explained delay suspends
 * the late ones, what presses for the Sindaco waits for the Segretario's warning of an earlier day, and
 * a notice to the Sindaco put off by its warning takes the place of the weekly ones that came meanwhile.
 */
import { type CivilDate, later } from '../time/civil-date.js';
import type { WorkingCalendar } from '../time/working-calendar.js';
import { given } from './given-notices.js';
import { heightOf, isLateRung } from './ladder.js';
import type { FiredRung } from './notice.js';
import { type Obligation, type Role, roleKey } from './obligation.js';
import type { ScheduledRung } from './rung-days.js';

/** An obligation with the days of its rungs. */
export interface RungsAhead {
  readonly obligation: Obligation;
  /** First day on which it may give a notice. */
  readonly opens: CivilDate;
  /** Lowest first; empty when it has none (closed, undated). */
  readonly rungs: readonly ScheduledRung[];
}

/** A rung that has not fired, for one recipient. */
export interface WaitingRung {
  readonly step: ScheduledRung;
  readonly recipient: Role;
  /** First day on which it can fire. */
  readonly from: CivilDate;
  /** A late `late-8` speaks in its place: it will not fire. */
  readonly isLapsed: boolean;
}

interface Gates {
  /** First working day after the forecast of an explained delay. */
  readonly resumes: CivilDate | null;
  /** Does this ladder warn the Segretario before the Sindaco hears? */
  readonly warns: boolean;
  /** First working day after that warning. */
  readonly afterWarning: CivilDate | null;
}

/** Lowest rung first. */
export function waitingRungs(
  scheduled: RungsAhead,
  fired: readonly FiredRung[],
  calendar: WorkingCalendar,
): readonly WaitingRung[] {
  const { obligation, rungs } = scheduled;
  if (rungs.length === 0) return [];
  const { highest, warnedOn, pressedOn } = given(fired, obligation.version);
  const gates: Gates = {
    resumes: obligation.forecast === null ? null : calendar.after(obligation.forecast, 1),
    warns: rungs.some((step) => step.rung === 'late-7'),
    afterWarning: warnedOn === null ? null : calendar.after(warnedOn, 1),
  };
  const owner = roleKey(obligation.owner);
  const waiting: WaitingRung[] = [];
  let lapsing = pressedOn;
  for (const step of rungs) {
    const from = firstDay(step, scheduled, gates);
    if (from === null) continue;
    if (step.rung === 'late-8' && pressedOn === null && isPutOff(step, from, gates)) lapsing = from;
    const isLapsed = heightOf(step.rung) > heightOf('late-8') && lapsing !== null && step.day <= lapsing;
    if (isLapsed && pressedOn !== null) continue;
    for (const recipient of step.to) {
      const key = recipient === obligation.owner ? owner : roleKey(recipient);
      const isHigher = heightOf(step.rung) > (highest.get(key) ?? -1);
      if (isHigher) waiting.push({ step, recipient, from, isLapsed });
    }
  }
  return waiting;
}

const isPutOff = (step: ScheduledRung, from: CivilDate, { afterWarning }: Gates): boolean =>
  from > step.day && from === afterWarning;

/** `null`: not as long as the warning was not given, or somebody holds it back. */
function firstDay(
  step: ScheduledRung,
  { obligation, opens }: RungsAhead,
  { resumes, warns, afterWarning }: Gates,
): CivilDate | null {
  if (step.rung === 'late-8' && obligation.heldBack) return null;
  let from = later(step.day, opens);
  if (resumes !== null && isLateRung(step.rung)) from = later(from, resumes);
  if (!warns || heightOf(step.rung) <= heightOf('late-7')) return from;
  return afterWarning === null ? null : later(from, afterWarning);
}
