/**
 * What a town may choose of a ladder: which rungs there are, how long before its term the first notice goes,
 * and whether the Sindaco is told, by which act. The days of the other rungs and their heights are fixed.
 */
import { heightOf, type Ladder, type LadderStep, RUNGS, type Rung } from './ladder.js';

/** What a town wants of one ladder; all else is the default's. */
export interface LadderChoice {
  readonly rungs: readonly Rung[];
  /** Calendar days before the term. */
  readonly firstNoticeDays: number;
}

/** The fewest and most calendar days before the term on which a first notice may go. */
export const FIRST_NOTICE_DAYS = { least: 1, most: 180 } as const;
/** Fewer would let the first notice come after a higher one: ten working days are two weeks, three at most five days. */
const LEAST_WITH: readonly (readonly [Rung, number])[] = [
  ['ten-days', 15],
  ['three-days', 6],
];

/** Why a choice is not taken. */
export type LadderProblem =
  | { readonly code: 'days-out-of-range' }
  /** The first notice would not come before that rung. */
  | { readonly code: 'first-after'; readonly rung: Rung; readonly least: number }
  /** Nothing would ever be told after the first questions. */
  | { readonly code: 'no-rung' }
  /** One of the warning and the notice to the Sindaco without the other. */
  | { readonly code: 'mayor-unwarned' | 'warning-alone' }
  /** The weekly ones are counted from the notice of the eighth day. */
  | { readonly code: 'weekly-alone' };

/** What the choice leaves of the steps of a whole ladder. */
export const ladderOf = (choice: LadderChoice, whole: Ladder): Ladder => ({
  ...whole,
  steps: whole.steps
    .filter(({ rung }) => choice.rungs.includes(rung))
    .map(
      (step): LadderStep =>
        step.day.on === 'calendar-days-before'
          ? { ...step, day: { ...step.day, days: choice.firstNoticeDays } }
          : step,
    ),
});

/** `whole` gives the days where a ladder has no first notice. */
export function choiceOf({ steps }: Ladder, whole: Ladder): LadderChoice {
  const daysIn = (all: readonly LadderStep[]): number | undefined =>
    all.flatMap(({ day }) => (day.on === 'calendar-days-before' ? [day.days] : []))[0];
  return {
    rungs: RUNGS.filter((rung) => steps.some((step) => step.rung === rung)),
    firstNoticeDays: daysIn(steps) ?? daysIn(whole.steps) ?? 30,
  };
}

/** `mayorIsTold`: the town's notice to the Sindaco is on. */
export function ladderProblems(
  { rungs, firstNoticeDays: days }: LadderChoice,
  mayorIsTold: boolean,
): readonly LadderProblem[] {
  const has = (rung: Rung): boolean => rungs.includes(rung);
  const problems: LadderProblem[] = [];
  if (!Number.isInteger(days) || days < FIRST_NOTICE_DAYS.least || days > FIRST_NOTICE_DAYS.most)
    problems.push({ code: 'days-out-of-range' });
  const above = has('first-notice')
    ? LEAST_WITH.find(([rung, least]) => has(rung) && days < least)
    : undefined;
  if (problems.length === 0 && above !== undefined)
    problems.push({ code: 'first-after', rung: above[0], least: above[1] });
  if (rungs.every((rung) => rung === 'before-start')) problems.push({ code: 'no-rung' });
  if (mayorIsTold && has('late-8') && !has('late-7')) problems.push({ code: 'mayor-unwarned' });
  if (mayorIsTold && has('late-7') && !has('late-8')) problems.push({ code: 'warning-alone' });
  const hasWeekly = rungs.some((rung) => heightOf(rung) > heightOf('late-8'));
  if (hasWeekly && !has('late-8')) problems.push({ code: 'weekly-alone' });
  return problems;
}
