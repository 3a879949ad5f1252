/** What is asked of a plan and of its act before the plan goes live. */
import type { LintCode, LintWarning, PlanDocument } from '../../../domain/plan/plan-document.js';
import { lintPlan } from '../../../domain/plan/plan-lint.js';
import { type CivilDate, parseCivilDate } from '../../../domain/time/civil-date.js';
import type { Act, Organ } from '../../../store/plan/acts.js';
import type { FieldProblem } from '../../refusals.js';

/** Our own lint, then what the compiler said beside it. */
export function warningsOf(plan: PlanDocument): readonly LintWarning[] {
  const own = lintPlan(plan);
  const keyOf = ({ code, where }: LintWarning): string =>
    JSON.stringify([code, where.number ?? null, where.title ?? null]);
  const known = new Set(own.map(keyOf));
  return [...own, ...plan.lint.filter((warning) => !known.has(keyOf(warning)))];
}

/** Accepted as deliberated, but only with a word of whoever confirms. */
const NEEDS_NOTE: ReadonlySet<LintCode> = new Set([
  'weights-sum',
  'numbering-duplicate',
  'invalid-date',
  'undated-objective',
]);

/** Of these warnings some can be confirmed only with a note of why. */
export const needsNote = (warnings: readonly LintWarning[]): boolean =>
  warnings.some(({ code }) => NEEDS_NOTE.has(code));

/** Who can adopt an act, in the order in which forms offer them. */
export const ORGANS: readonly Organ[] = [
  'giunta',
  'consiglio',
  'commissario',
  'sindaco',
  'segretario',
  'responsabile',
  'other',
];

/** The act as typed. */
export interface ActAsked {
  readonly organ: string;
  readonly number: string;
  readonly date: string;
  readonly subject: string;
  readonly protocolNumber: string;
  readonly protocolDate: string;
  readonly note: string;
}

export type ReadAct =
  | { readonly ok: true; readonly act: Act & { readonly adoptedOn: CivilDate } }
  | { readonly ok: false; readonly problems: readonly FieldProblem[] };

const LONGEST = { number: 40, protocolNumber: 60, subject: 500 } as const;

/** `noteNeeded`: the plan has warnings that want one. */
export function readAct(asked: ActAsked, today: CivilDate, noteNeeded: boolean): ReadAct {
  const problems: FieldProblem[] = [];
  const problem = (field: keyof ActAsked, message: string): void => void problems.push({ field, message });
  const organ = ORGANS.find((one) => one === asked.organ);
  if (organ === undefined) problem('organ', "Indica l'organo che ha approvato il piano.");
  const number = asked.number.trim();
  if (number === '') problem('number', "Indica il numero dell'atto.");
  const adoptedOn = parseCivilDate(asked.date);
  if (adoptedOn === null) problem('date', "La data dell'atto manca o non esiste.");
  else if (adoptedOn > today)
    problem('date', "La data dell'atto è nel futuro: un piano non ancora approvato non si può confermare.");
  const protocolOn = asked.protocolDate === '' ? null : parseCivilDate(asked.protocolDate);
  if (asked.protocolDate !== '' && protocolOn === null)
    problem('protocolDate', 'La data di protocollo non esiste.');
  if (noteNeeded && asked.note.trim() === '') {
    problem(
      'note',
      'Il piano ha avvertenze: scrivi una nota che le spieghi, per esempio «così è il piano deliberato».',
    );
  }
  for (const [field, most] of Object.entries(LONGEST) as [keyof typeof LONGEST, number][]) {
    if (asked[field].length > most) problem(field, `Il testo supera i ${most} caratteri.`);
  }
  if (organ === undefined || adoptedOn === null || problems.length > 0) return { ok: false, problems };
  return {
    ok: true,
    act: {
      organ,
      number,
      adoptedOn,
      subject: asked.subject.trim(),
      protocolNumber: asked.protocolNumber.trim() || null,
      protocolOn,
    },
  };
}
