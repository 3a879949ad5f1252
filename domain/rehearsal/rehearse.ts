/**
 * The prova generale: the same agenda run over a whole range of days as if nobody did anything. One
 * mail per receiver that has something on a day; the round of the real town makes the same facts.
 */
import { agendaOfDay, nextAgendaDay } from '../obligations/agenda.js';
import type { AgendaFacts } from '../obligations/agenda-facts.js';
import type { DigestFacts } from '../obligations/digest.js';
import { digestsOfDay } from '../obligations/digests-of-day.js';
import { withFired } from '../obligations/notice.js';
import { type Role, roleKey } from '../obligations/obligation.js';
import { type Receivers, receiverIds, substitutionsOf } from '../obligations/receivers.js';
import type { Named, Staff } from '../obligations/staff.js';
import type { LastPosted } from '../obligations/summary-facts.js';
import { addDays, type CivilDate } from '../time/civil-date.js';

export interface RehearsedMail {
  readonly day: CivilDate;
  /** A person's id; the role itself where nobody at all receives for it, and in a rehearsal without people. */
  readonly to: string;
  readonly facts: DigestFacts;
}

/** Days of a rehearsal: all from `start` are lived through, those of `from`–`until` (included) are given. */
export interface RehearsedDays {
  readonly start: CivilDate;
  readonly from: CivilDate;
  readonly until: CivilDate;
}

/** A town as it stands: what was given and answered so far, and who holds which role, or is absent, on a day to come. */
export interface RehearsedTown {
  readonly town: string;
  readonly facts: AgendaFacts;
  readonly lastPosted: LastPosted;
  readonly staffOn: (day: CivilDate) => Staff<Named>;
}

/** The mails of a plan before anybody has a role: one per role and day, in that order. */
export const rehearse = (
  town: string,
  facts: Omit<AgendaFacts, 'fired'>,
  range: RehearsedDays,
): Generator<RehearsedMail> =>
  mailsOf({ town, facts: { ...facts, fired: new Map() }, lastPosted: new Map() }, range, () => null);

/** The mails of a town from now on, one per person and day, in that order. */
export const rehearseTown = (town: RehearsedTown, range: RehearsedDays): Generator<RehearsedMail> =>
  mailsOf(town, range, town.staffOn);

function* mailsOf(
  { town, facts, lastPosted }: Omit<RehearsedTown, 'staffOn'>,
  range: RehearsedDays,
  staffOn: (day: CivilDate) => Staff<Named> | null,
): Generator<RehearsedMail> {
  let lived = facts;
  let day = nextAgendaDay(lived, addDays(range.start, -1));
  while (day !== null && day <= range.until) {
    const agenda = agendaOfDay(lived, day);
    const staff = staffOn(day);
    const context = { town, day, facts: lived, lastPosted };
    const receivers = receiversAmong(staff);
    const digests = day < range.from ? [] : [...digestsOfDay(context, agenda, receivers)];
    for (const [to, digest] of digests.sort(([a], [b]) => (a < b ? -1 : 1))) {
      yield { day, to, facts: standingIn(to, digest, staff) };
    }
    lived = { ...lived, fired: withFired(lived.fired, agenda.due, day) };
    day = nextAgendaDay(lived, day);
  }
}

/** Each role by itself in a rehearsal without people, and where there is nobody at all. */
function receiversAmong(staff: Staff<Named> | null): Receivers {
  const byItself = (role: Role): readonly string[] => [roleKey(role)];
  if (staff === null) return byItself;
  const people = receiverIds(staff);
  return (role) => {
    const ids = people(role);
    return ids.length > 0 ? ids : byItself(role);
  };
}

/** What a person is told of roles whose holder is not there; a mail to a role alone tells nobody anything. */
function standingIn(to: string, digest: DigestFacts, staff: Staff<Named> | null): DigestFacts {
  if (staff === null || digest.roles.some((role) => roleKey(role) === to)) return digest;
  return { ...digest, ...substitutionsOf(staff, to, digest.roles) };
}
