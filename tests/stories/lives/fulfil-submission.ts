/** What becomes of a wish about a sector's submission: transmitted, acknowledged, returned, reopened. */
import { afterStep, dueAgain } from '../../../domain/cycle/submission-state.js';
import { roleKey } from '../../../domain/obligations/obligation.js';
import { receiversOf } from '../../../domain/obligations/receivers.js';
import { type CivilDate, later } from '../../../domain/time/civil-date.js';
import type { Deed } from './deeds.js';
import type { WishAt } from './life.js';
import { change, staffIn, type TownState } from './state.js';

/** `null`: not from where it stands, not before its window opens, or nobody is there to do it. */
export function fulfilSubmission(
  state: TownState,
  { at, kind, sector, window, dice }: Extract<WishAt, { readonly window: number }>,
  today: CivilDate,
): Deed | null {
  // What a variation owes anew has another id, as its row has: nobody does anything about it.
  const obligation = state.obligations.find(({ id }) => id === `monitoring.${window}.${sector}`);
  const next = afterStep(state.submissions.get(obligation?.id ?? '') ?? 'draft', kind);
  if (obligation === undefined || obligation.opens === null || next === null) return null;
  const isCompiled = kind === 'transmit';
  const { objectives = [] } = state.plan.sectors.find(({ name }) => name === sector) ?? {};
  if (today < obligation.opens || (isCompiled && objectives.length === 0)) return null;
  const staff = staffIn(state, today);
  const people = isCompiled ? receiversOf(staff, obligation.owner) : (staff.holders.get('secretary') ?? []);
  const person = people[dice % Math.max(1, people.length)];
  if (person === undefined) return null;
  const role = isCompiled ? obligation.owner : ({ role: 'secretary' } as const);
  state.submissions.set(obligation.id, next);
  if (kind === 'transmit') change(state, obligation.id, (one) => ({ ...one, state: 'done', doneOn: today }));
  if (kind === 'return' || kind === 'reopen')
    change(state, obligation.id, (one) => ({
      ...one,
      ...{ state: 'open', doneOn: null, forecast: null, heldBack: false, version: one.version + 1 },
      term: { kind: 'date', due: dueAgain(today, state.calendar) },
      startDay: later(one.startDay, today),
    }));
  // Taking note of it is about the submission, not about what is owed.
  if (kind !== 'acknowledge') state.posted.set(roleKey(role), today);
  return { at, today, kind, person: person.id, role, byLink: false, sector, opens: obligation.opens };
}
