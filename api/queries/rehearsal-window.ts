/** Which days of a rehearsal somebody asks for, and in which pages they are shown. */
import {
  addDays,
  type CivilDate,
  daysBetween,
  earlier,
  later,
  parseCivilDate,
} from '../../domain/time/civil-date.js';
import type { FieldProblem } from '../refusals.js';

/** Both days included. */
export interface RehearsalWindow {
  readonly from: CivilDate;
  readonly until: CivilDate;
}

/** Farther ahead nobody knows what will be owed. */
export const LONGEST_WINDOW_DAYS = 731;
/** Days on one page. */
const PAGE_DAYS = 60;

export type ReadWindow =
  | { readonly ok: true; readonly window: RehearsalWindow }
  | { readonly ok: false; readonly problems: readonly FieldProblem[] };

/**
 * `from` and `until` as typed, empty for the whole of `known`. Days before `known.from` are past: the window begins
 * there. `fields` names them for whoever typed them.
 */
export function readWindow(
  asked: { readonly from: string; readonly until: string },
  known: RehearsalWindow,
  fields: { readonly from: string; readonly until: string },
): ReadWindow {
  const problems: FieldProblem[] = [];
  const day = (name: 'from' | 'until'): CivilDate => {
    if (asked[name] === '') return known[name];
    const read = parseCivilDate(asked[name]);
    if (read !== null) return read;
    problems.push({ field: fields[name], message: `«${asked[name]}» non è un giorno del calendario.` });
    return known[name];
  };
  const [from, until] = [later(day('from'), known.from), day('until')];
  if (problems.length > 0) return { ok: false, problems };
  if (until < from) {
    const message =
      asked.until !== '' && until < known.from
        ? "L'ultimo giorno è già passato: la prova generale comincia da oggi."
        : "L'ultimo giorno viene prima del primo.";
    return { ok: false, problems: [{ field: fields.until, message }] };
  }
  if (daysBetween(known.from, until) > LONGEST_WINDOW_DAYS) {
    const message = 'La prova generale arriva fino a due anni da oggi: scegli un ultimo giorno più vicino.';
    return { ok: false, problems: [{ field: fields.until, message }] };
  }
  return { ok: true, window: { from, until } };
}

export interface WindowPage extends RehearsalWindow {
  /** From 1. */
  readonly number: number;
  readonly pages: number;
}

/** The page of a window with that number, the nearest where there is none. */
export function pageOf({ from, until }: RehearsalWindow, number: number): WindowPage {
  const pages = Math.ceil((daysBetween(from, until) + 1) / PAGE_DAYS);
  const there = Math.min(Math.max(1, number), pages);
  const first = addDays(from, (there - 1) * PAGE_DAYS);
  return { from: first, until: earlier(addDays(first, PAGE_DAYS - 1), until), number: there, pages };
}
