/**
 * Mails that never reached DATA join the next digest: their lines, as they stand on the new day, go to the
 * same person, or to whoever has the role now. What a higher rung of today replaces, and what an answer has
 * made moot, is not repeated.
 */
import type { AgendaOfDay } from '../domain/obligations/agenda.js';
import { isLateRung, type Rung } from '../domain/obligations/ladder.js';
import type { DueRung } from '../domain/obligations/notice.js';
import { type Obligation, type Role, roleKey } from '../domain/obligations/obligation.js';
import type { Receivers } from '../domain/obligations/receivers.js';
import type { SummaryLine } from '../domain/obligations/summary-lines.js';
import type { CivilDate } from '../domain/time/civil-date.js';
import {
  type LeftoverLine,
  type LeftoverSummaryLine,
  leftoverLines,
  leftoverSummary,
} from '../store/digest-leftovers.js';
import type { Tx } from '../store/in-town.js';

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

const SECRETARY: Role = { role: 'secretary' };

/** As rows have them: of obligations that may be unknown to the agenda, or answered since. */
export interface StoredLeftovers {
  readonly lines: readonly LeftoverLine[];
  readonly summary: readonly LeftoverSummaryLine[];
}

export async function loadLeftovers(tx: Tx): Promise<StoredLeftovers> {
  const [lines, summary] = await Promise.all([leftoverLines(tx), leftoverSummary(tx)]);
  return { lines, summary };
}

/** Those that `day` must still tell. */
export function leftoversOn(
  { lines, summary }: StoredLeftovers,
  obligations: readonly Obligation[],
  day: CivilDate,
): readonly Leftover[] {
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

/** What each person must be told beside today's own agenda. */
export function leftoversByPerson(
  leftovers: readonly Leftover[],
  receivers: Receivers,
): ReadonlyMap<string, readonly Leftover[]> {
  const byPerson = new Map<string, Leftover[]>();
  for (const leftover of leftovers) {
    const now = receivers(leftover.recipient);
    const others = now.filter((person) => !leftover.given.includes(person));
    for (const person of now.includes(leftover.person) ? [leftover.person] : others) {
      byPerson.set(person, [...(byPerson.get(person) ?? []), leftover]);
    }
  }
  return byPerson;
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
