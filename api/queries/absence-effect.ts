/** *E se qualcuno manca?*: what an absence would change in the mails of its days. */
import type { FieldProblem } from '../refusals.js';
import type { Rehearsal } from './rehearsal.js';
import { effectBetween, type RehearsalEffect } from './rehearsal-effect.js';
import { readWindow } from './rehearsal-window.js';

/** As typed; an empty substitute: none named. */
export interface AbsenceAsked {
  readonly person: string;
  readonly from: string;
  readonly until: string;
  readonly substitute: string;
}

export type AbsenceRead =
  | { readonly ok: true; readonly effect: RehearsalEffect }
  | { readonly ok: false; readonly problems: readonly FieldProblem[] };

/** Fields of problems: `persona`, `dal`, `al`, `sostituto`. */
export function absenceEffect(rehearsal: Rehearsal, asked: AbsenceAsked): AbsenceRead {
  const { people, start, end } = rehearsal;
  const problems: FieldProblem[] = [];
  const person = people.get(asked.person);
  const substitute = asked.substitute === '' ? null : people.get(asked.substitute);
  if (person === undefined) problems.push({ field: 'persona', message: 'Scegli chi manca.' });
  if (substitute === undefined || (substitute !== null && substitute.id === asked.person))
    problems.push({ field: 'sostituto', message: 'Scegli chi sostituisce, diverso da chi manca.' });
  for (const [field, day] of [
    ['dal', asked.from],
    ['al', asked.until],
  ] as const) {
    if (day === '') problems.push({ field, message: "Indica il primo e l'ultimo giorno." });
  }
  const read = readWindow(asked, { from: start, until: end }, { from: 'dal', until: 'al' });
  if (!read.ok) problems.push(...read.problems);
  if (person === undefined || substitute === undefined || !read.ok || problems.length > 0)
    return { ok: false, problems };
  const { window } = read;
  const absence = { id: '', person: person.id, from: window.from, to: window.until, substitute };
  const without = { ...rehearsal, absences: [absence, ...rehearsal.absences] };
  return { ok: true, effect: effectBetween(rehearsal, without, window) };
}
