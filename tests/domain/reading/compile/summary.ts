/** A compiled plan in few words, for tests that compare. */
import type { PlanDocument, PlanMilestone, PlanObjective } from '../../../../domain/plan/plan-document.js';
import { compilePlan } from '../../../../domain/reading/compile-plan.js';
import { documentOf, type Part } from './documents.js';

/** The plan of these parts for the year 2025; throws when they hold none. */
export function planOf(parts: readonly Part[]): PlanDocument {
  const compiled = compilePlan(documentOf(parts), { year: 2025 });
  if (!compiled.ok) throw new Error(compiled.refusal);
  return compiled.plan;
}

/** "Area A: 1 Strade 40; 2 Verde 60" for each sector; "–" where nothing is printed, "*" after what is shared. */
export const objectivesOf = (parts: readonly Part[]): readonly string[] =>
  planOf(parts).sectors.map(({ name, objectives }) => `${name}: ${objectives.map(inShort).join('; ')}`);

const inShort = ({ number, title, weight, shared }: PlanObjective): string =>
  `${number ?? '–'} ${title} ${weight ?? '–'}${shared ? '*' : ''}`;

/** The only objective of the parts; throws when there are others. */
export function onlyObjective(parts: readonly Part[]): PlanObjective {
  const [one, ...others] = planOf(parts).sectors.flatMap(({ objectives }) => objectives);
  if (one === undefined || others.length > 0) throw new Error(`${others.length + 1} objectives`);
  return one;
}

/** Each indicator with its target: "Km asfaltati >= 5 km". */
export const indicatorsOf = ({ indicators }: PlanObjective): readonly string[] =>
  indicators.map(({ text, target }) =>
    [text, target?.op, target?.value, target?.unit].filter((one) => one !== undefined).join(' '),
  );

/** Each term: "2025-06-30", "2025-03-01..2025-05-31 (40)", with its weight. */
export const termsOf = ({ milestones }: PlanObjective): readonly string[] => milestones.map(term);

const term = ({ kind, start, date, recurrence, offset, anchor, role, weight }: PlanMilestone): string =>
  [
    kind === 'period' ? `${start}..${date}` : (date ?? recurrence ?? offset ?? `${anchor}`),
    ...(role === undefined ? [] : [role]),
    ...(weight === undefined ? [] : [`(${weight})`]),
  ].join(' ');
