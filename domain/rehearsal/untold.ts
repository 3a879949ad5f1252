/**
 * The prova generale backwards: what should have been told on a past day and was not, and why. By the terms,
 * ladders and calendar of today; what was recorded then comes before what is worked out now.
 */

import { heightOf, isLateRung, type Ladder, type Rung } from '../obligations/ladder.js';
import type { PassedOverReason } from '../obligations/notice.js';
import { type Obligation, type Role, type RoleKey, roleKey } from '../obligations/obligation.js';
import { noticesFrom, type RungDays, type ScheduledRung, scheduledRungs } from '../obligations/rung-days.js';
import type { CivilDate } from '../time/civil-date.js';
import type { WorkingCalendar } from '../time/working-calendar.js';

const PASSED_OVER: readonly PassedOverReason[] = [
  ...(['before-notices', 'explained', 'higher-rung', 'former-owner', 'no-round'] as const),
];
/** `later`: told on another day. `changed`: its date, its ladder or its owner was another one then. */
export const UNTOLD_REASONS = [
  ...PASSED_OVER,
  ...(['later', 'done', 'no-longer-due', 'held-back', 'changed'] as const),
] as const;
/** One of {@link UNTOLD_REASONS}. */
export type UntoldReason = (typeof UNTOLD_REASONS)[number];

/** A notice that its day did not give. */
export interface UntoldRung {
  readonly obligation: Obligation;
  readonly rung: Rung;
  readonly recipient: Role;
  readonly reason: UntoldReason;
  /** When it was told after all. */
  readonly toldOn: CivilDate | null;
}

/** A notice that was given, or recorded as passed over. */
export interface ToldRung {
  readonly rung: Rung;
  readonly recipient: RoleKey;
  readonly day: CivilDate;
}

/** The day one looks back at. */
export interface PastFacts {
  readonly day: CivilDate;
  readonly roundHeld: boolean;
  readonly calendar: WorkingCalendar;
  readonly days: RungDays;
}

/** An obligation, with what was recorded about it since. */
export interface PastObligation {
  readonly obligation: Obligation;
  readonly ladder: Ladder;
  /** The day on which it was recorded as done. */
  readonly recordedOn: CivilDate | null;
  readonly told: readonly ToldRung[];
  /** Already recorded as passed over. */
  readonly passedOver: readonly Pick<ToldRung, 'rung' | 'recipient'>[];
}

/** The rungs that would fall on that day had it stayed open. */
export const rungsOn = (
  obligation: Obligation,
  ladder: Ladder,
  { calendar, days, day }: PastFacts,
): readonly ScheduledRung[] =>
  scheduledRungs({ ...obligation, state: 'open' }, ladder, calendar, days).filter((step) => step.day === day);

/** Of the rungs of that day, those that nobody was told on it and that were not recorded as passed over. */
export function untoldOn(past: PastObligation, facts: PastFacts): readonly UntoldRung[] {
  const { obligation, told, passedOver } = past;
  return rungsOn(obligation, past.ladder, facts).flatMap((step) =>
    step.to.flatMap((recipient): readonly UntoldRung[] => {
      const same = (one: Pick<ToldRung, 'rung' | 'recipient'>): boolean =>
        one.rung === step.rung && one.recipient === roleKey(recipient);
      if (passedOver.some(same)) return [];
      const given = told.filter(same);
      if (given.some(({ day }) => day === facts.day)) return [];
      const toldOn = given.find(({ day }) => day > facts.day)?.day ?? null;
      const reason = toldOn === null ? reasonOf(past, step.rung, roleKey(recipient), facts) : 'later';
      return [{ obligation, rung: step.rung, recipient, reason, toldOn }];
    }),
  );
}

function reasonOf(
  { obligation, recordedOn, told }: PastObligation,
  rung: Rung,
  recipient: RoleKey,
  { day, roundHeld, calendar }: PastFacts,
): UntoldReason {
  if (recordedOn !== null && recordedOn <= day) return 'done';
  if (obligation.state === 'waived' || obligation.state === 'superseded') return 'no-longer-due';
  if (day < noticesFrom(obligation, calendar)) return 'before-notices';
  if (rung === 'late-8' && obligation.heldBack) return 'held-back';
  if (isLateRung(rung) && obligation.forecast !== null && obligation.forecast >= day) return 'explained';
  const overtaken = told.some(
    (one) => one.recipient === recipient && one.day <= day && heightOf(one.rung) > heightOf(rung),
  );
  if (overtaken) return 'higher-rung';
  return roundHeld ? 'changed' : 'no-round';
}
