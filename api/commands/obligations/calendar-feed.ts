/** The secret address of a person's calendar: made, renewed, revoked. The token itself never comes here. */

import type { FactsClock } from '../../../store/facts-clock.js';
import type { Tx } from '../../../store/in-town.js';
import { addCalendarFeed, revokeCalendarFeed } from '../../../store/notices/calendar-feeds.js';
import { holdPerson } from '../../../store/people/absences.js';
import { findPerson } from '../../../store/people/people.js';
import type { Action } from '../../rights.js';
import { auditCommand } from '../audit-command.js';
import { type Commander, type Outcome, runCommand } from '../run-command.js';

export interface CalendarMade {
  readonly [key: string]: boolean;
  /** Another address opened it until now. */
  readonly renewed: boolean;
}

/** `hash`: of the token. Asked again with the same key it is done already, and the token that was shown then holds. */
export function makeCalendar(commander: Commander, hash: Uint8Array): Promise<Outcome<CalendarMade>> {
  return runCommand(commander, 'calendar.keep', { calendar: 'make' }, async (tx, clock) => {
    const { id: person } = commander.viewer.person;
    await holdPerson(tx, person);
    const renewed = await revokeCalendarFeed(tx, person, { person, at: clock.now });
    await addCalendarFeed(tx, { person, hash, at: clock.now });
    await audit(tx, commander, clock, { name: 'calendar.make', right: 'calendar.keep', person });
    return { ok: true, result: { renewed }, starts: [] };
  });
}

export interface CalendarRevoked {
  readonly [key: string]: boolean;
  /** `false`: there was none. */
  readonly revoked: boolean;
}

/** One's own, or by the Segretario somebody's. */
export function revokeCalendar(
  commander: Commander,
  person: string,
  right: 'calendar.keep' | 'people.change',
): Promise<Outcome<CalendarRevoked>> {
  return runCommand(commander, right, { calendar: 'revoke', person }, async (tx, clock) => {
    if ((await findPerson(tx, person)) === null) return { ok: false, refusal: { code: 'not-found' } };
    const by = { person: commander.viewer.person.id, at: clock.now };
    const revoked = await revokeCalendarFeed(tx, person, by);
    if (revoked) await audit(tx, commander, clock, { name: 'calendar.revoke', right, person });
    return { ok: true, result: { revoked }, starts: [] };
  });
}

const audit = (
  tx: Tx,
  commander: Commander,
  clock: FactsClock,
  { name, right, person }: { readonly name: string; readonly right: Action; readonly person: string },
): Promise<void> =>
  auditCommand(tx, commander, clock, { right, action: name, subjectKind: 'person', subject: person });
