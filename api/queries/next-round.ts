/** What goes out next, to whom, on which rung: the same agenda and the same digests as the round's. */
import { agendaOfDay, nextAgendaDay } from '../../domain/obligations/agenda.js';
import { saysSomething } from '../../domain/obligations/agenda-at.js';
import type { DigestFacts } from '../../domain/obligations/digest.js';
import { digestsOfDay } from '../../domain/obligations/digests-of-day.js';
import { roleKey } from '../../domain/obligations/obligation.js';
import { receiversOf } from '../../domain/obligations/receivers.js';
import type { Staff } from '../../domain/obligations/staff.js';
import type { CivilDate } from '../../domain/time/civil-date.js';
import type { Instant } from '../../domain/time/instant.js';
import { roundWindow } from '../../domain/time/round-slot.js';
import { loadStaff } from '../../store/absences.js';
import type { Tx } from '../../store/in-town.js';
import type { Person } from '../../store/people.js';
import type { TownFacts } from './town-facts.js';

/** Today's round: held, not needed, or still to come (`slot`: when; past it, at any moment). */
export type RoundToday =
  | { readonly state: 'held'; readonly at: Instant; readonly notices: number; readonly digests: number }
  | { readonly state: 'closed' | 'nothing' }
  | { readonly state: 'waiting'; readonly slot: Instant; readonly asked: boolean }
  /** Past 17:00 without a round: its notices go out with the next one, unless somebody asks. */
  | { readonly state: 'missed' };

export interface Recipient {
  /** `null`: nobody holds the role, nor stands in for it. */
  readonly person: Person | null;
  readonly facts: DigestFacts;
}

export interface NextRound {
  readonly today: RoundToday;
  /** The day that `recipients` is about: today while its round is to come, else the next working day. */
  readonly day: CivilDate;
  readonly recipients: readonly Recipient[];
  /** When nothing goes out on `day`: the first day on which something does. */
  readonly afterwards: CivilDate | null;
}

/** `asked`: the day for which somebody pressed "Invia ora". */
export async function nextRound(tx: Tx, facts: TownFacts, asked: CivilDate | null): Promise<NextRound> {
  const today = roundToday(facts, asked);
  const day = today.state === 'waiting' ? facts.today : facts.calendar.after(facts.today, 1);
  // Whoever is there on that day, which need not be who is there now.
  const staff = await loadStaff(tx, day);
  const recipients = recipientsOn(facts, staff, day);
  return {
    today,
    day,
    recipients,
    afterwards: recipients.length > 0 ? null : nextAgendaDay(facts.agenda, day),
  };
}

/** Where today's round stands. `askedOn`: the day for which somebody pressed "Invia ora". */
export function roundToday(facts: TownFacts, askedOn: CivilDate | null): RoundToday {
  const { agenda, calendar, lastRound, now, today, town } = facts;
  if (lastRound?.day === today) {
    const { at, notices, digests } = lastRound;
    return { state: 'held', at, notices, digests };
  }
  if (!calendar.isWorkingDay(today)) return { state: 'closed' };
  if (!saysSomething(agendaOfDay(agenda, today))) return { state: 'nothing' };
  const window = roundWindow(town.id, today, town.clock.zone);
  const asked = askedOn === today;
  return now >= window.until && !asked ? { state: 'missed' } : { state: 'waiting', slot: window.slot, asked };
}

function recipientsOn(
  { agenda, lastPosted, town }: TownFacts,
  staff: Staff<Person>,
  day: CivilDate,
): readonly Recipient[] {
  const people = new Map<string, Person>();
  const context = { town: town.name, day, facts: agenda, lastPosted };
  const digests = digestsOfDay(context, agendaOfDay(agenda, day), (role) => {
    const receivers = receiversOf(staff, role);
    for (const person of receivers) people.set(person.id, person);
    return receivers.length > 0 ? receivers.map(({ id }) => id) : [roleKey(role)];
  });
  return [...digests]
    .map(([key, facts]) => ({ person: people.get(key) ?? null, facts }))
    .sort((a, b) => ((a.person?.name ?? '') < (b.person?.name ?? '') ? -1 : 1));
}
