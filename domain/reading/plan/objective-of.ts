/** An objective as the plan has it, from what a layout found. */
import type { PlanIndicator, PlanMilestone, PlanObjective } from '../../plan/plan-document.js';
import type { DraftObjective } from '../layouts/draft.js';
import { clausesOf } from './indicator-clauses.js';
import { targetIn } from './target.js';

/** What an objective is in one sector. */
export interface Holding {
  readonly draft: DraftObjective;
  readonly shared: boolean;
  readonly weight: number | null;
  readonly result: string | null;
}

/** `milestones` are read once for all the sectors that share the objective. */
export function objectiveOf(
  { draft, shared, weight, result }: Holding,
  milestones: readonly PlanMilestone[],
  sectorOwner: string | null,
): PlanObjective {
  const value = resultIn(result);
  return {
    number: draft.number,
    title: draft.title,
    weight,
    shared,
    ...(draft.owner !== null && draft.owner !== sectorOwner ? { owner: draft.owner } : {}),
    indicators: indicatorsOf(draft),
    milestones,
    ...(value === null ? {} : { result: value }),
    sourceLines: draft.lines,
  };
}

/** One for each clause; a value expected that stands apart belongs to the clause beside it. */
function indicatorsOf({ indicators, targets }: DraftObjective): readonly PlanIndicator[] {
  return indicators.flatMap((passage, i) => {
    const clauses = clausesOf(passage).map(({ text }) => indicator(text));
    const values = clausesOf(targets[i] ?? []).map(({ text }) => targetIn(text) ?? bareNumber(text));
    const [first] = values;
    if (values.length === clauses.length) {
      return clauses.map((one, at) => withTarget(one, values[at]));
    }
    const at = clauses.findIndex(({ target }) => target === undefined);
    return clauses.map((one, place) => (place === Math.max(0, at) ? withTarget(one, first) : one));
  });
}

function indicator(text: string): PlanIndicator {
  const target = targetIn(text);
  return { text, ...(target === undefined ? {} : { target }) };
}

/** The column of expected values says more than the words of the indicator. */
const withTarget = (one: PlanIndicator, target: PlanIndicator['target']): PlanIndicator =>
  target === undefined ? one : { ...one, target };

/** A number alone in a cell of expected values: "4", "1.500". */
function bareNumber(text: string): PlanIndicator['target'] {
  const match = /^\s*(?:n\.?\s*)?(\d{1,3}(?:\.\d{3})+|\d+(?:[.,]\d+)?)\s*$/iu.exec(text);
  if (match?.[1] === undefined) return undefined;
  const thousands = /^\d{1,3}(?:\.\d{3})+$/.test(match[1]);
  return { value: Number(thousands ? match[1].replaceAll('.', '') : match[1].replace(',', '.')) };
}

/** "95 %", "Raggiunto al 100%", "4,5"; `null` when no number is printed. */
function resultIn(printed: string | null): NonNullable<PlanObjective['result']> | null {
  const match = /(\d{1,3}(?:\.\d{3})+|\d+(?:[.,]\d+)?)\s*(%)?/u.exec(printed ?? '');
  if (match?.[1] === undefined) return null;
  const digits = /^\d{1,3}(?:\.\d{3})+$/.test(match[1])
    ? match[1].replaceAll('.', '')
    : match[1].replace(',', '.');
  return { value: Number(digits), ...(match[2] === undefined ? {} : { unit: '%' }) };
}
