/**
 * One round after another as they would come: what a town remembers from one to the next, on which day the
 * next one is, what it says.
 */
import { agendaOfDay, nextAgendaDay } from '../obligations/agenda.js';
import { type AgendaFacts, afterNotices } from '../obligations/agenda-facts.js';
import type { RoundToTell } from '../obligations/digests-of-round.js';
import { NO_LEFTOVERS, type StoredLeftovers, type Waiting, waitingOn } from '../obligations/leftovers.js';
import { type Role, roleKey } from '../obligations/obligation.js';
import { type Receivers, receiverIds } from '../obligations/receivers.js';
import { answeredBy, type LinkAnswer, toldOf } from '../obligations/repeated-answers.js';
import type { Named, Staff } from '../obligations/staff.js';
import type { LastPosted } from '../obligations/summary-facts.js';
import { withoutTold } from '../obligations/told-leftovers.js';
import type { Observed } from '../review/reminders.js';
import type { CivilDate } from '../time/civil-date.js';

/** A town as it stands: what was given and answered so far, and who holds which role, or is absent, on a day to come. */
export interface RehearsedTown {
  readonly town: string;
  readonly zone: string;
  readonly facts: AgendaFacts;
  readonly lastPosted: LastPosted;
  /** Lines of mails that did not go out: the next round tells them. */
  readonly leftovers: StoredLeftovers;
  /** Answers by link, oldest first: the next mail to whoever gave them repeats them. */
  readonly answers: readonly LinkAnswer[];
  readonly staffOn: (day: CivilDate) => Staff<Named>;
  /** What the evaluators observed, latest first; absent where they observed nothing. */
  readonly observed?: readonly Observed[];
}

/** What stays as it is from round to round; no staff in a rehearsal without people. */
export type Stage = Pick<RehearsedTown, 'town' | 'zone' | 'lastPosted' | 'observed'> & {
  readonly staffOn: (day: CivilDate) => Staff<Named> | null;
};
/** What a round changes. */
export type Pending = Pick<RehearsedTown, 'facts' | 'leftovers' | 'answers'>;

/** Does something of earlier mails wait for the next? */
export const hasPending = ({ leftovers, answers }: Pending): boolean =>
  leftovers.lines.length + leftovers.summary.length + answers.length > 0;

/** The day of the next round after `day`; also the one after a mail that did not go out, whatever the agenda says. */
export function nextRoundDay(stage: Stage, { facts, leftovers }: Pending, day: CivilDate): CivilDate | null {
  const next = nextAgendaDay(facts, day);
  if (leftovers.lines.length + leftovers.summary.length === 0) return next;
  const morning = facts.calendar.after(day, 1);
  return waitingFor(stage.staffOn(morning), facts, leftovers, morning).size > 0 ? morning : next;
}

/** What the round of `day` tells. */
export function roundOn(stage: Stage, { facts, leftovers, answers }: Pending, day: CivilDate): RoundToTell {
  const { town, zone, lastPosted, observed = [] } = stage;
  const staff = stage.staffOn(day);
  const receivers = receiversAmong(staff);
  const { calendar } = facts;
  return {
    context: { town, day, facts, lastPosted, observed },
    agenda: agendaOfDay(facts, day),
    receivers,
    staff,
    waiting: waitingFor(staff, facts, leftovers, day),
    answered: answers.length === 0 ? new Map() : answeredBy(answers, { day, zone, calendar, receivers }),
  };
}

const waitingFor = (
  staff: Staff<Named> | null,
  { schedule }: AgendaFacts,
  leftovers: StoredLeftovers,
  day: CivilDate,
): Waiting =>
  staff === null || leftovers === NO_LEFTOVERS
    ? new Map()
    : waitingOn(
        leftovers,
        schedule.map(({ obligation }) => obligation),
        day,
        receiverIds(staff),
      );

/** The town once that round was held and told these people. */
export function afterRound(
  { facts, leftovers, answers }: Pending,
  { context: { day }, agenda, waiting, receivers }: RoundToTell,
  told: ReadonlySet<string>,
): Pending {
  return {
    facts: afterNotices(facts, agenda.due, day),
    leftovers: leftovers === NO_LEFTOVERS ? leftovers : withoutTold(leftovers, waiting),
    answers:
      answers.length === 0
        ? answers
        : answers.filter((one) => !toldOf(one, receivers).some((person) => told.has(person))),
  };
}

/** Each role by itself in a rehearsal without people, and where there is nobody at all. */
function receiversAmong(staff: Staff<Named> | null): Receivers {
  if (staff === null) return byItself;
  const people = receiverIds(staff);
  return (role) => {
    const ids = people(role);
    return ids.length > 0 ? ids : byItself(role);
  };
}

const byItself = (role: Role): readonly string[] => [roleKey(role)];
