/** The act of a variation, or the reason of a correction, as typed: what is missing is said beside its field. */
import { type CivilDate, parseCivilDate } from '../../../domain/time/civil-date.js';
import type { Act } from '../../../store/plan/acts.js';
import type { FieldProblem } from '../../refusals.js';
import { type ActAsked, readAct } from '../plan/plan-checks.js';

/** Of a correction the fields of the act are empty. */
export interface ChangeAsked extends ActAsked {
  /** From when it holds; empty: from the day of the act, of a correction from today. */
  readonly effectiveFrom?: string;
}

export interface ChangeRead {
  /** `null`: a correction. */
  readonly act: Act | null;
  /** The day of the act; of a correction, today. */
  readonly madeOn: CivilDate;
  readonly effectiveFrom: CivilDate;
  readonly reason: string;
}

export type ReadChange =
  | { readonly ok: true; readonly read: ChangeRead }
  | { readonly ok: false; readonly problems: readonly FieldProblem[] };

export interface ChangeContext {
  readonly kind: 'variation' | 'correction';
  readonly today: CivilDate;
  /** When the plan was approved: nothing of it holds before. */
  readonly approvedOn: CivilDate;
}

/** Fields of problems: those of the act, `effectiveFrom`, and `note` for the reason. */
export function readChange(asked: ChangeAsked, { kind, today, approvedOn }: ChangeContext): ReadChange {
  const reason = asked.note.trim();
  const problems: FieldProblem[] = [];
  const isCorrection = kind === 'correction';
  const read = isCorrection ? null : readAct(asked, today, false);
  if (read?.ok === false) problems.push(...read.problems);
  const act = read?.ok ? read.act : null;
  if (act !== null && act.adoptedOn < approvedOn)
    problems.push({ field: 'date', message: "L'atto viene prima dell'approvazione del piano che cambia." });
  if (reason === '') {
    const what = isCorrection ? "Scrivi qual era l'errore materiale." : 'Scrivi il motivo della variazione.';
    problems.push({ field: 'note', message: what });
  }
  const said = (asked.effectiveFrom ?? '').trim();
  const day = said === '' ? (act?.adoptedOn ?? today) : parseCivilDate(said);
  const wrong = effectProblem(day, today, approvedOn);
  if (wrong !== null) problems.push({ field: 'effectiveFrom', message: wrong });
  if (day === null || problems.length > 0) return { ok: false, problems };
  return { ok: true, read: { act, madeOn: act?.adoptedOn ?? today, effectiveFrom: day, reason } };
}

function effectProblem(day: CivilDate | null, today: CivilDate, approvedOn: CivilDate): string | null {
  if (day === null) return 'Il giorno della decorrenza non esiste.';
  if (day > today)
    return 'La decorrenza è nel futuro: conferma quel giorno, la bozza resta salvata. Prima vale il piano di adesso.';
  return day < approvedOn ? "La decorrenza viene prima dell'approvazione del piano." : null;
}
