/** A question of the evaluators: to whom it may be put, what its obligation is called, by when it is answered. */
import { type Obligation, type Role, roleKey } from '../obligations/obligation.js';
import type { CivilDate } from '../time/civil-date.js';
import type { WorkingCalendar } from '../time/working-calendar.js';

/** Working days from the day on which it is asked (design §10). */
const ANSWER_DAYS = 5;

/** The day itself belongs to the term. */
export const answerDue = (askedOn: CivilDate, calendar: WorkingCalendar): CivilDate =>
  calendar.after(askedOn, ANSWER_DAYS);

/**
 * "Istruttoria: domanda sull'obiettivo 3 – RENDICONTO". The words of the question stand on its page alone: boards and
 * mails are read by more people than it is put to.
 */
export const questionTitle = (
  objective: { readonly number: string | null; readonly title: string } | null,
  year: number,
): string =>
  objective === null
    ? `Istruttoria ${year}: domanda sulla Relazione`
    : `Istruttoria ${year}: domanda sull'obiettivo ${objective.number === null ? '' : `${objective.number} – `}${objective.title}`;

/** From "secretary" or "head:Finanziario"; `null`: nobody who may be asked about these sectors. */
export function askedRole(key: string, sectors: readonly string[]): Role | null {
  const choices: readonly Role[] = [
    { role: 'secretary' },
    ...sectors.map((sector): Role => ({ role: 'head', sector })),
  ];
  return choices.find((one) => roleKey(one) === key) ?? null;
}

/** How a question stands. */
export type QuestionState = 'waiting' | 'answered' | 'withdrawn' | 'unanswered';

/** `unanswered`: the round ended first. */
export function questionState(state: Obligation['state'], withdrawn: boolean): QuestionState {
  if (withdrawn) return 'withdrawn';
  if (state === 'done') return 'answered';
  return state === 'open' ? 'waiting' : 'unanswered';
}
