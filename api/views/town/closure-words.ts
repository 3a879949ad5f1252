/** Closures in Italian: the days that can be chosen, what a rule says, what is wrong with one. */
import type { ClosureProblem } from '../../../domain/time/closure-rules.js';
import { LONGEST_CLOSED_DAYS, MOST_CLOSURES } from '../../../domain/time/closure-rules.js';
import { ITALIAN_MONTHS } from '../../../domain/time/italian-months.js';
import { italianDate } from '../../../mail/italian-dates.js';

/** From Monday; offices are always closed on Sundays. */
export const WEEKDAYS = [
  'lunedì',
  'martedì',
  'mercoledì',
  'giovedì',
  'venerdì',
  'sabato',
  'domenica',
] as const;

/** "seconda domenica": the days of a month that a rule may name, with the code of each. */
const ORDINALS: readonly (readonly [nth: number, him: string, her: string])[] = [
  [1, 'primo', 'prima'],
  [2, 'secondo', 'seconda'],
  [3, 'terzo', 'terza'],
  [4, 'quarto', 'quarta'],
  [5, 'quinto', 'quinta'],
  [-1, 'ultimo', 'ultima'],
];

/** "2-7" → "seconda domenica", "24" → "24". */
export const DAY_CHOICES: readonly { readonly value: string; readonly text: string }[] = [
  ...Array.from({ length: 31 }, (_, index) => ({ value: String(index + 1), text: String(index + 1) })),
  ...ORDINALS.flatMap(([nth, him, her]) =>
    WEEKDAYS.map((name, index) => ({
      value: `${nth}.${index + 1}`,
      text: `${name === 'domenica' ? her : him} ${name}`,
    })),
  ),
];

export const MONTH_CHOICES = ITALIAN_MONTHS.map((text, index) => ({ value: String(index + 1), text }));

/** What is wrong, and what to do. */
export function closureProblemInWords(problem: ClosureProblem): string {
  switch (problem.code) {
    case 'no-such-day':
      return 'Quel mese non ha un giorno così: scegli un altro giorno.';
    case 'ends-before':
      return "L'ultimo giorno viene prima del primo.";
    case 'out-of-reach':
      return `Scegli un giorno da ${italianDate(problem.first)} a ${italianDate(problem.last)}.`;
    case 'too-long':
      return `Sono ${problem.days} giorni: un periodo arriva al massimo a ${LONGEST_CLOSED_DAYS}.`;
    case 'overlaps':
      return 'Questo periodo ha giorni in comune con un altro: uniscili in uno solo.';
    case 'stands-twice':
      return 'Questo giorno è già tra le chiusure.';
    case 'too-many':
      return `Le chiusure sono troppe: al massimo ${MOST_CLOSURES}. Togli i periodi degli anni passati.`;
    case 'week-closed':
      return 'Lascia aperto almeno un giorno della settimana: altrimenti nessun avviso partirebbe più.';
    case 'closed-too-long':
      return `Gli uffici resterebbero chiusi per ${problem.days} giorni di fila, da ${italianDate(problem.from)} a ${italianDate(problem.to)}: al massimo ${LONGEST_CLOSED_DAYS}, perché in quei giorni non parte alcun avviso.`;
  }
}
