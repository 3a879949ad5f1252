/**
 * The acts that moved the term of the budget, in the order in which they came; the last holds. A year without is
 * one whose term was not moved, or not yet: the town enters the decree as it comes out.
 */
import type { CivilDate } from '../../time/civil-date.js';

/** One act, and the day to which it moved the term; `source`: where we read it. */
export interface BudgetDeferral {
  /** Year of the cycle: 2023 for the budget 2023-2025. */
  readonly year: number;
  readonly term: CivilDate;
  readonly act: string;
  readonly source: string;
}

const deferral = (year: number, term: string, act: string, source: string): BudgetDeferral => ({
  year,
  term: term as CivilDate,
  act,
  source,
});
const PREMISES_2023 = 'premesse del D.M. 28/07/2023, G.U. 31/07/2023';

/** Oldest first within a year. The term by law is 31 December of the year before (art. 151 TUEL). */
export const BUDGET_DEFERRALS: readonly BudgetDeferral[] = [
  deferral(2023, '2023-03-31', 'D.M. Interno 13/12/2022 (G.U. 295 del 19/12/2022)', PREMISES_2023),
  deferral(2023, '2023-04-30', 'art. 1 c. 775 L. 197/2022', PREMISES_2023),
  deferral(2023, '2023-05-31', 'D.M. Interno 19/04/2023 (G.U. 97 del 26/04/2023)', PREMISES_2023),
  deferral(2023, '2023-07-31', 'D.M. Interno 30/05/2023 (G.U. 126 del 31/05/2023)', PREMISES_2023),
  deferral(
    2023,
    '2023-09-15',
    'D.M. Interno 28/07/2023 (G.U. del 31/07/2023)',
    'redazionefiscale.it; anci.piemonte.it',
  ),
  deferral(2024, '2024-03-15', 'D.M. Interno 22/12/2023', 'legadeicomuni.it, 29/12/2023'),
  deferral(2025, '2025-02-28', 'D.M. Interno 24/12/2024', 'gruppodelfino.it'),
  deferral(
    2026,
    '2026-02-28',
    'D.M. Interno 24/12/2025 (G.U. 302 del 31/12/2025)',
    'perksolution.it; italiaius.it',
  ),
];

/** Those of one year, oldest first: the last is in force. */
export const deferralsOf = (year: number): readonly BudgetDeferral[] =>
  BUDGET_DEFERRALS.filter((one) => one.year === year);
