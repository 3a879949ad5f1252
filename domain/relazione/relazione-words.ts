/** The Italian of a Relazione: figures, outcomes, roles. */
import type { ValidationOutcome } from '../cycle/closing-duties.js';
import type { Role } from '../obligations/obligation.js';
import type { PlanTarget } from '../plan/plan-document.js';
import type { PrintedCell } from '../printed-document/printed-document.js';
import type { CivilDate } from '../time/civil-date.js';
import { numericDate } from '../time/italian-date.js';
import type { RelazioneWords } from './relazione-facts.js';
import type { RelazioneObjective, RelazionePhase } from './relazione-objective.js';

/** "98,75"; empty for what there is not. */
export const decimalIn = (decimal: string | null | undefined): string => decimal?.replace('.', ',') ?? '';

/** A figure for a cell; what is no figure is said in words. */
export const figureOr = (decimal: string | null | undefined, otherwise: string): string | number =>
  decimal == null ? otherwise : Number(decimal);

/** 31/12/2023; a dash where there is none. */
export const dayIn = (day: CivilDate | null | undefined): string => (day == null ? '–' : numericDate(day));

/** A day for a cell, or what stands for none. */
export const dayCell = (day: CivilDate | null | undefined): PrintedCell => (day == null ? '–' : { day });

/** "1 giorno", "8 giorni". */
export const daysIn = (days: number): string => `${days} ${days === 1 ? 'giorno' : 'giorni'}`;

/** How an objective ended. */
export const OUTCOME_WORDS: Readonly<Record<RelazioneObjective['outcome'], string>> = {
  degree: 'Valutato',
  'not-assessable': 'Non valutabile (peso ridistribuito)',
  waiting: 'In attesa del dato',
  undecided: 'Non ancora deciso',
};

/** Of the Nucleo's outcome. */
export const VALIDATION_WORDS: Readonly<Record<ValidationOutcome, string>> = {
  validated: 'validata',
  'with-observations': 'validata con osservazioni',
  'not-validated': 'non validata',
};

/** Whoever wrote a reason. */
export const roleIn = (role: Role['role'], words: RelazioneWords): string =>
  ({
    head: 'Responsabile',
    secretary: words.secretary,
    'vice-secretary': 'Vice Segretario',
    mayor: 'Sindaco',
    assessor: 'Assessore',
    oiv: words.evaluator,
    rpct: 'RPCT',
  })[role];

const OPS: Readonly<Record<NonNullable<PlanTarget['op']>, string>> = {
  '>=': 'almeno',
  '<=': 'al più',
  '<': 'meno di',
  '>': 'più di',
};

/** "almeno 95 %". */
export const targetIn = ({ op, value, unit }: PlanTarget): string =>
  [op === undefined ? '' : OPS[op], String(value).replace('.', ','), unit ?? '']
    .filter((part) => part !== '')
    .join(' ');

/** "Ruolo allineato (valore atteso: 100 %)". */
export const indicatorIn = ({ text, target }: RelazioneObjective['indicators'][number]): string =>
  target === null ? text : `${text} (valore atteso: ${targetIn(target)})`;

/** What was waited for, or stands in the place of a reason. */
export function reasonIn({ outcome, ...one }: RelazioneObjective): string {
  if (one.reason !== null) return one.reason.text;
  if (one.reasonWithheld) return 'Motivazione non pubblicata';
  if (outcome === 'degree') return one.degree === '100' ? '' : 'Nessuna motivazione registrata';
  if (outcome !== 'waiting') return OUTCOME_WORDS[outcome];
  const what = one.waitingFor == null ? '' : `: ${one.waitingFor}`;
  return `${OUTCOME_WORDS.waiting}${what}${one.waitingUntil === null ? '' : `, fino al ${numericDate(one.waitingUntil)}`}`;
}

/** The words of whoever decided, where they gave a reason of their own; empty: they did not. */
export const evaluatorReasonIn = ({ evaluatorReason, evaluatorReasonWithheld }: RelazioneObjective): string =>
  evaluatorReason?.text ?? (evaluatorReasonWithheld === true ? 'Motivazione non pubblicata' : '');

/** Both reasons, with whose words they are; the one alone where there is one. */
export const reasonsIn = (one: RelazioneObjective): readonly string[] => {
  const own = evaluatorReasonIn(one);
  return own === '' ? [reasonIn(one)] : [`Chi ne risponde: ${reasonIn(one)}`, `Chi ha valutato: ${own}`];
};

/** When a phase was due. */
export const termIn = ({ term, due }: RelazionePhase): string => {
  if (term === 'external') return 'Termine esterno';
  return term === 'implicit' ? `${dayIn(due)} (implicito)` : dayIn(due);
};

/** How a phase went. */
export function phaseIn({ state, daysLate, term }: RelazionePhase): string {
  if (state === 'waived') return 'Non più dovuta';
  if (state === 'open') return 'Non conclusa';
  if (term === 'external') return 'Conclusa';
  return daysLate === 0 ? 'Nei termini' : `Dopo il termine (${daysIn(daysLate)})`;
}
