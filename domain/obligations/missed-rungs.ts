/**
 * What a round makes up for because none was held when it should have been: the rungs it passes over, and those
 * it gives on a later day than their own (design §3, *After an outage*).
 */
import type { CivilDate } from '../time/civil-date.js';
import type { AgendaOfDay } from './agenda.js';
import type { AgendaFacts } from './agenda-facts.js';
import type { DueRung } from './notice.js';
import { roleKey } from './obligation.js';

/** A rung whose own day had no round. */
export interface MissedRung extends DueRung {
  /** The working day on which it should have been told. */
  readonly day: CivilDate;
  /** Not given at all: a higher one stands for it. */
  readonly isPassedOver: boolean;
}

/** A round, and the one held before it; `null`: it is the first. */
export interface RoundAfter {
  /** The day of this round. */
  readonly day: CivilDate;
  readonly lastRound: CivilDate | null;
}

/** `facts` before the round; `agenda` what it says. Only of days after the last round: on those before one was held. */
export function missedRungs(
  facts: AgendaFacts,
  { due, passedOver }: Pick<AgendaOfDay, 'due' | 'passedOver'>,
  { day, lastRound }: RoundAfter,
): readonly MissedRung[] {
  const skipped = passedOver
    .filter(({ reason }) => reason === 'no-round')
    .map(({ reason: _, ...rung }) => ({ ...rung, isPassedOver: true }));
  const yesterday = facts.calendar.before(day, 1);
  const delayed = delayedRungs(facts, due).map((rung) => ({ ...rung, isPassedOver: false }));
  return [...skipped, ...delayed].filter(
    (one) => one.day <= yesterday && (lastRound === null || one.day > lastRound),
  );
}

/** Each with the first day on which it could be given; without those that reach somebody a lower rung was for. */
function delayedRungs(
  facts: AgendaFacts,
  due: readonly DueRung[],
): readonly (DueRung & { day: CivilDate })[] {
  const told = new Map<string, DueRung>(
    due.map((one) => [`${one.obligation.id} ${one.rung} ${roleKey(one.recipient)}`, one]),
  );
  const ids = new Set(due.map(({ obligation }) => obligation.id));
  return facts.schedule
    .filter(({ obligation }) => ids.has(obligation.id))
    .flatMap(({ obligation, waiting }) =>
      waiting.flatMap(({ step, recipient, from }) => {
        const one = told.get(`${obligation.id} ${step.rung} ${roleKey(recipient)}`);
        return one === undefined ? [] : [{ ...one, day: from }];
      }),
    );
}
