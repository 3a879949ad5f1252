/** The Italian of the pages for everybody. */
import type { RelazioneObjective, RelazionePhase } from '../../../domain/relazione/relazione-objective.js';
import {
  dayIn,
  decimalIn,
  OUTCOME_WORDS,
  phaseIn,
  VALIDATION_WORDS,
} from '../../../domain/relazione/relazione-words.js';
import type { CivilDate } from '../../../domain/time/civil-date.js';
import { longDate } from '../../../domain/time/italian-date.js';
import { counted } from '../../../mail/italian-numbers.js';
import type { YearTold } from '../../queries/public-year.js';

/** Under the title: from what the page comes. */
export function leadOf({ index, planAct, relazione }: YearTold): string {
  if (index === null) return planAct === null ? 'Il piano approvato.' : `Il piano approvato con ${planAct}.`;
  const { outcome, on } = index.validation;
  return `Dalla Relazione sulla performance, ${VALIDATION_WORDS[outcome]} ${longDate(on as CivilDate)} (${relazione.words.evaluator}).`;
}

/** "Raggiunto", "Raggiunto in parte: 95 su 100", "In attesa del dato, fino al 30/09/2024". */
export function resultIn({ outcome, degree, waitingUntil }: RelazioneObjective): string {
  if (outcome !== 'degree' || degree === null)
    return `${OUTCOME_WORDS[outcome]}${waitingUntil === null ? '' : `, fino al ${dayIn(waitingUntil)}`}`;
  if (degree === '100') return 'Raggiunto';
  return degree === '0' ? 'Non raggiunto' : `Raggiunto in parte: ${decimalIn(degree)} su 100`;
}

export interface TermLine {
  /** Words of the plan. */
  readonly phrase: string | null;
  readonly due: string;
  /** `null`: of a plan it is not told. */
  readonly outcome: string | null;
}

/** A line each; all occurrences of one recurrence make one. */
export function termLines(phases: readonly RelazionePhase[], isPlan: boolean): readonly TermLine[] {
  const recurring = new Map<string | null, readonly RelazionePhase[]>();
  for (const one of phases.filter(({ recurs }) => recurs))
    recurring.set(one.phrase, [...(recurring.get(one.phrase) ?? []), one]);
  return [
    ...phases.filter(({ recurs }) => !recurs).map((one) => single(one, isPlan)),
    ...[...recurring.values()].map((all) => recurrent(all, isPlan)),
  ];
}

function single(one: RelazionePhase, isPlan: boolean): TermLine {
  const { phrase, term, due, doneOn, state } = one;
  const day = due === null ? 'Termine fissato da altri' : `Entro il ${dayIn(due)}`;
  // Of a term that others fix there is no day to be late for.
  const how = term === 'external' ? '' : `, ${phaseIn(one).toLowerCase()}`;
  const done = doneOn === null ? phaseIn(one) : `conclusa il ${dayIn(doneOn)}${how}`;
  return {
    phrase,
    due: term === 'implicit' ? `${day} (termine implicito)` : day,
    outcome: isPlan ? (state === 'waived' ? phaseIn(one) : null) : done,
  };
}

function recurrent(all: readonly RelazionePhase[], isPlan: boolean): TermLine {
  const days = all.flatMap(({ due }) => due ?? []).sort();
  const owed = all.filter(({ state }) => state !== 'waived');
  const done = owed.filter(({ state }) => state === 'done');
  const late = done.filter(({ daysLate }) => daysLate > 0).length;
  const more = late === 0 ? '' : `, ${counted(late, 'volta', 'volte')} dopo il termine`;
  return {
    phrase: all[0]?.phrase ?? null,
    due: `${counted(all.length, 'volta', 'volte')}, dal ${dayIn(days[0])} al ${dayIn(days.at(-1))}`,
    outcome: isPlan ? null : `${done.length} su ${owed.length}${more}`,
  };
}
