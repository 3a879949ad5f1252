/** *Un giorno passato*: what was due, what went out, what did not and why, what was answered. */
import { heightOf, type Rung } from '../../domain/obligations/ladder.js';
import { type Obligation, type Role, roleKey } from '../../domain/obligations/obligation.js';
import { rungDays } from '../../domain/obligations/rung-days.js';
import { type PastFacts, rungsOn, type UntoldReason, untoldOn } from '../../domain/rehearsal/untold.js';
import { addDays, type CivilDate, earlier, later, parseCivilDate } from '../../domain/time/civil-date.js';
import { workingCalendar } from '../../domain/time/working-calendar.js';
import { civilDateAt, instantAt } from '../../domain/time/zone.js';
import { italianDate } from '../../mail/italian-dates.js';
import type { Tx } from '../../store/in-town.js';
import { type DigestSummary, listDigests } from '../../store/notices/digest-list.js';
import {
  type DeedOfDay,
  deedsBetween,
  firstDayOwed,
  type NoticeOfDay,
  noticesOn,
  passedOverOn,
  roundOn,
  toldAbout,
} from '../../store/notices/past-day.js';
import type { Round } from '../../store/notices/rounds.js';
import { listObligations } from '../../store/obligations/obligations.js';
import { laddersOf } from '../../store/towns/town-settings.js';
import type { Town } from '../../store/towns/towns.js';
import type { FieldProblem } from '../refusals.js';
import { type RecordView, recordView } from './obligation-view.js';

/** A notice with what it is about. */
export type GivenOn = NoticeOfDay & { readonly about: Obligation };

export interface NotGiven {
  readonly about: Obligation;
  readonly rung: Rung;
  readonly recipient: Role;
  readonly reason: UntoldReason;
  readonly toldOn: CivilDate | null;
  /** It was recorded on the day of the round that passed it over; else it is worked out now. */
  readonly recorded: boolean;
}

export interface Deed extends DeedOfDay {
  readonly about: Obligation | null;
}

export interface PastDay {
  readonly day: CivilDate;
  readonly isWorkingDay: boolean;
  readonly round: Round | null;
  /** Due on that day, as they stand now. */
  readonly due: readonly RecordView[];
  readonly digests: readonly DigestSummary[];
  readonly given: readonly GivenOn[];
  readonly notGiven: readonly NotGiven[];
  readonly deeds: readonly Deed[];
}

/** The first day that there is something to look at: nothing was owed before. `today` where nothing is at all. */
export const firstPastDay = async (tx: Tx, today: CivilDate): Promise<CivilDate> =>
  earlier((await firstDayOwed(tx)) ?? today, today);

export type ReadPastDay =
  | { readonly ok: true; readonly day: CivilDate }
  | { readonly ok: false; readonly problems: readonly FieldProblem[] };

export interface PastDays {
  readonly first: CivilDate;
  readonly today: CivilDate;
}

/** A day as typed; empty: the working day before `today`. `field` names it for whoever typed it. */
export function readPastDay(
  asked: string,
  { closures }: Town,
  { first, today }: PastDays,
  field: string,
): ReadPastDay {
  const refused = (message: string): ReadPastDay => ({ ok: false, problems: [{ field, message }] });
  const day = asked === '' ? later(first, workingCalendar(closures).before(today, 1)) : parseCivilDate(asked);
  if (day === null) return refused(`«${asked}» non è un giorno del calendario.`);
  if (day > today)
    return refused("Il giorno deve ancora venire: per i giorni a venire c'è la prova generale.");
  return day < first
    ? refused(`Prima di ${italianDate(first)} qui non scadeva e non partiva nulla.`)
    : { ok: true, day };
}

/** `today`: the day from which standings are seen. */
export async function loadPastDay(tx: Tx, town: Town, day: CivilDate, today: CivilDate): Promise<PastDay> {
  const { zone } = town.clock;
  const calendar = workingCalendar(town.closures);
  const [round, standing, superseded, digests, notices, passed, deeds] = await Promise.all([
    roundOn(tx, day),
    listObligations(tx),
    listObligations(tx, { state: 'superseded' }),
    listDigests(tx, { from: day, until: day, atMost: 10_000 }),
    noticesOn(tx, day),
    passedOverOn(tx, day),
    deedsBetween(tx, instantAt(day, 0, zone), instantAt(addDays(day, 1), 0, zone)),
  ]);
  const ladders = laddersOf(town);
  const facts: PastFacts = { day, roundHeld: round !== null, calendar, days: rungDays(calendar) };
  // What a variation replaced since was told then all the same.
  const about = new Map([...standing, ...superseded].map(({ obligation }) => [obligation.id, obligation]));
  const falling = standing.filter(
    ({ obligation }) => rungsOn(obligation, ladders[obligation.kind], facts).length > 0,
  );
  const told = await toldAbout(
    tx,
    falling.map(({ obligation }) => obligation.id),
  );
  const untold = falling.flatMap(({ obligation, doneRecordedAt }) =>
    untoldOn(
      {
        obligation,
        ladder: ladders[obligation.kind],
        recordedOn: doneRecordedAt === null ? null : civilDateAt(doneRecordedAt, zone),
        told: told.filter((one) => one.obligation === obligation.id).map(keyed),
        passedOver: passed.filter((one) => one.obligation === obligation.id).map(keyed),
      },
      facts,
    ),
  );
  const known = <One extends { readonly obligation: string }>(one: One) => {
    const obligation = about.get(one.obligation);
    return obligation === undefined ? [] : [{ ...one, about: obligation }];
  };
  return {
    day,
    isWorkingDay: calendar.isWorkingDay(day),
    round,
    due: standing
      .filter(({ obligation }) => obligation.term.kind !== 'external' && obligation.term.due === day)
      .map((record) => recordView(record, today, calendar)),
    digests,
    given: notices.flatMap(known),
    notGiven: [
      ...passed.flatMap(known).map((one) => ({ ...one, toldOn: null, recorded: true })),
      ...untold.map(({ obligation, ...one }) => ({ ...one, about: obligation, recorded: false })),
    ].sort((a, b) => heightOf(b.rung) - heightOf(a.rung)),
    deeds: deeds.map((deed) => ({ ...deed, about: about.get(deed.obligation) ?? null })),
  };
}

const keyed = <One extends { readonly recipient: Role }>({ recipient, ...one }: One) => ({
  ...one,
  recipient: roleKey(recipient),
});
