/** Individual objectives and their degrees as a form or a body asks for them: read, with a sentence for each fault. */
import type { IndividualDegree } from '../../../domain/cycle/individual-objectives.js';
import { points } from '../../../domain/plan/points.js';
import { degreeOf } from '../../../domain/scoring/degree.js';
import { civilDateOf, parseCivilDate } from '../../../domain/time/civil-date.js';
import type { AssignedIndividual } from '../../../store/plan/individual-objectives.js';
import { decimalOf } from '../../pages/form-values.js';
import type { FieldProblem } from '../../refusals.js';

/** As typed; an empty weight: none is given. */
export interface IndividualAsked {
  /** Id of the sector's objective. */
  readonly parent: string;
  readonly title: string;
  readonly weight: string;
  readonly due: string;
}

export type Read<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly problems: readonly FieldProblem[] };

export const TITLE_LIMIT = 300;
const NOTE_LIMIT = 2_000;

/** `parents`: ids of those that it may be linked to. */
export function readIndividual(
  asked: IndividualAsked,
  year: number,
  parents: readonly string[],
): Read<AssignedIndividual> {
  const problems: FieldProblem[] = [];
  const problem = (field: string, message: string): void => {
    problems.push({ field, message });
  };
  const title = asked.title.trim().replace(/\s+/g, ' ');
  if (title === '') problem('title', "Scrivi l'obiettivo.");
  if (title.length > TITLE_LIMIT) problem('title', `L'obiettivo supera i ${TITLE_LIMIT} caratteri.`);
  if (!parents.includes(asked.parent))
    problem('parent', "Scegli l'obiettivo del settore a cui si collega, tra quelli in vigore.");
  const weight = decimalOf(asked.weight, 'weight', problem);
  if (weight !== null && (weight <= 0 || weight > 100)) problem('weight', 'Il peso va da più di 0 a 100.');
  const due = parseCivilDate(asked.due.trim());
  if (due === null) problem('due', 'Indica il giorno entro cui va raggiunto.');
  else if (due < civilDateOf(year, 1, 1) || due > civilDateOf(year, 12, 31))
    problem('due', `Un obiettivo del ${year} va raggiunto entro il ${year}.`);
  if (problems.length > 0 || due === null) return { ok: false, problems };
  return {
    ok: true,
    value: { parent: asked.parent, title, weight: weight === null ? null : points(weight), due },
  };
}

/** As typed. */
export interface DegreeAsked {
  /** 0–100; empty: not recorded yet. */
  readonly degree: string;
  readonly notAssessable: boolean;
  readonly note: string;
}

export function readDegree(asked: DegreeAsked): Read<{ degree: IndividualDegree; note: string | null }> {
  const problems: FieldProblem[] = [];
  const problem = (field: string, message: string): void => {
    problems.push({ field, message });
  };
  const note = asked.note.trim();
  if (note.length > NOTE_LIMIT) problem('note', `La nota supera i ${NOTE_LIMIT} caratteri.`);
  const typed = decimalOf(asked.degree, 'degree', problem);
  const degree = typed === null ? null : degreeOf(typed);
  if (typed !== null && degree === null)
    problem('degree', 'Il grado va da 0 a 100, con quattro decimali al più.');
  if (asked.notAssessable && typed !== null)
    problem('degree', 'O un grado, o non valutabile: lascia vuoto uno dei due.');
  if (asked.notAssessable && note === '') problem('note', 'Scrivi perché non è valutabile.');
  if (problems.length > 0) return { ok: false, problems };
  const decided: IndividualDegree = asked.notAssessable
    ? { is: 'not-assessable' }
    : degree === null
      ? { is: 'open' }
      : { is: 'degree', degree };
  return { ok: true, value: { degree: decided, note: note === '' ? null : note } };
}
