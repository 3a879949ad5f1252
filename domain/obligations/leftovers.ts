/**
 * Mails that never reached DATA join the next digest: their lines, as they stand on the new day, go to the
 * same person, or to whoever has the role now. What a higher rung of today replaces, and what an answer has
 * made moot, is not repeated. The round and the rehearsal both ask here.
 */
import type { CivilDate } from '../time/civil-date.js';
import type { AgendaOfDay } from './agenda.js';
import { isLateRung, type Rung } from './ladder.js';
import type { DueRung } from './notice.js';
import { type Obligation, type Role, roleKey } from './obligation.js';
import type { Receivers } from './receivers.js';
import type { SummaryLine } from './summary-lines.js';

/** A notice in a mail that was given up; `obligation` is an id. */
export interface LeftoverLine {
  readonly digest: string;
  /** Whom the mail was for. */
  readonly person: string;
  readonly obligation: string;
  readonly notice: string;
  readonly rung: Rung;
  readonly recipient: Role;
  /** Everybody who was given the same notice, as several holders of one role are. */
  readonly given: readonly string[];
}

/** A line of a weekly summary in such a mail. */
export type LeftoverSummaryLine = Pick<LeftoverLine, 'digest' | 'person' | 'obligation'>;

/** As they were kept: of obligations that may be unknown to the agenda, or answered since. */
export interface StoredLeftovers {
  readonly lines: readonly LeftoverLine[];
  readonly summary: readonly LeftoverSummaryLine[];
}

/** Every earlier mail has reached its server. */
export const NO_LEFTOVERS: StoredLeftovers = { lines: [], summary: [] };

/** A line that waits to be told; `rung` and `notice` are `null` for one of the weekly summary. */
export interface Leftover {
  readonly digest: string;
  /** Whom the mail was for. */
  readonly person: string;
  readonly obligation: Obligation;
  readonly recipient: Role;
  readonly rung: Rung | null;
  readonly notice: string | null;
  /** Who has been given the same notice. */
  readonly given: readonly string[];
}

/** By person id. */
export type Waiting = ReadonlyMap<string, readonly Leftover[]>;

const SECRETARY: Role = { role: 'secretary' };

/** What each person must be told on `day` beside its own agenda. */
export const waitingOn = (
  stored: StoredLeftovers,
  obligations: readonly Obligation[],
  day: CivilDate,
  receivers: Receivers,
): Waiting => byPerson(leftoversOn(stored, obligations, day), receivers);

function leftoversOn(
  { lines, summary }: StoredLeftovers,
  obligations: readonly Obligation[],
  day: CivilDate,
): readonly Leftover[] {
  if (lines.length + summary.length === 0) return [];
  const byId = new Map(obligations.map((one) => [one.id, one]));
  const ofSummary = { recipient: SECRETARY, rung: null, notice: null, given: [] };
  const all = [...lines, ...summary.map((line) => ({ ...line, ...ofSummary }))];
  return all.flatMap(({ obligation: id, ...line }) => {
    const obligation = byId.get(id);
    return obligation === undefined || isMoot(obligation, line.rung, day) ? [] : [{ ...line, obligation }];
  });
}

function isMoot({ forecast, heldBack }: Obligation, rung: Rung | null, day: CivilDate): boolean {
  if (rung === null) return false;
  return (rung === 'late-8' && heldBack) || (isLateRung(rung) && forecast !== null && forecast >= day);
}

function byPerson(leftovers: readonly Leftover[], receivers: Receivers): Waiting {
  const people = new Map<string, Leftover[]>();
  for (const leftover of leftovers) {
    const now = receivers(leftover.recipient);
    const others = now.filter((person) => !leftover.given.includes(person));
    for (const person of now.includes(leftover.person) ? [leftover.person] : others) {
      people.set(person, [...(people.get(person) ?? []), leftover]);
    }
  }
  return people;
}

/** Today's agenda with what is left over; a new rung for the same recipient stands for an old one. */
export function agendaWith(agenda: AgendaOfDay, leftovers: readonly Leftover[]): AgendaOfDay {
  const key = ({ obligation, recipient }: DueRung): string => `${obligation.id} ${roleKey(recipient)}`;
  const fresh = new Set(agenda.due.map(key));
  const due = leftovers
    .flatMap(({ rung, ...rest }): readonly DueRung[] => (rung === null ? [] : [{ ...rest, rung }]))
    .filter((one) => !fresh.has(key(one)));
  const summary = leftovers
    .filter(({ rung }) => rung === null)
    .map(({ obligation }) => summaryLine(obligation));
  return {
    ...agenda,
    due: [...due, ...agenda.due],
    summary: agenda.summary.length > 0 ? agenda.summary : summary,
  };
}

const summaryLine = (obligation: Obligation): SummaryLine => ({
  obligation,
  why: obligation.term.kind === 'external' ? 'external' : 'late',
});
