/**
 * What is marked about a change of a plan in force, and never refused (design §9): made after the term it moves, or
 * late in the year; taking effect before its act; by an act that changed the plan before; weights that do not sum.
 */
import { type CivilDate, civilDateOf, parseCivilDate } from '../time/civil-date.js';
import type { ObjectiveDifference, PlanDifference } from './plan-difference.js';
import type { LintWarning, PlanMilestone } from './plan-document.js';

/** Why a change is marked; none is refused. */
export type FlagCode = 'after-due' | 'late-in-year' | 'retroactive' | 'same-act' | 'weights-sum';

/** A mark, on one objective or on the whole change. */
export interface VariationFlag {
  readonly code: FlagCode;
  /** Of one objective or sector; absent: of the whole change. */
  readonly sector?: string;
  readonly number?: string | null;
  readonly title?: string;
  /** The day that was passed: the original term, the day of the year, the day of the act. */
  readonly day?: CivilDate;
  /** The compiler's own words, of weights. */
  readonly message?: string;
}

/** A change with all that may be marked about it. */
export interface FlaggedChange {
  readonly year: number;
  readonly difference: PlanDifference;
  /** Of the plan as it becomes. */
  readonly lint: readonly LintWarning[];
  /** Day of the act; of a correction, the day it was made. */
  readonly madeOn: CivilDate;
  readonly effectiveFrom: CivilDate;
  /** After this day of the plan's year a change is late. */
  readonly lateAfter: { readonly month: number; readonly day: number };
  /** The act stands behind another version of this plan already. */
  readonly isActKnown: boolean;
}

/** Those of the whole change first, then by objective in the order of the difference, then by sector. */
export function variationFlags(change: FlaggedChange): readonly VariationFlag[] {
  const { year, madeOn, effectiveFrom, lateAfter, difference } = change;
  const last = civilDateOf(year, lateAfter.month, lateAfter.day);
  const reweighed = new Set(difference.objectives.filter(isReweighed).map(({ sector }) => sector));
  return [
    ...(madeOn > last ? [{ code: 'late-in-year' as const, day: last }] : []),
    ...(effectiveFrom < madeOn ? [{ code: 'retroactive' as const, day: madeOn }] : []),
    ...(change.isActKnown ? [{ code: 'same-act' as const }] : []),
    ...difference.objectives.flatMap((one) => afterDue(one, year, madeOn)),
    ...change.lint
      .filter(({ code, where }) => code === 'weights-sum' && reweighed.has(where.sector ?? ''))
      .map(({ where, message }) => ({ code: 'weights-sum' as const, sector: where.sector ?? '', message })),
  ];
}

const isReweighed = ({ before, after, fields }: ObjectiveDifference): boolean =>
  before === null || after === null || fields.includes('weight');

/** *Modificata dopo la scadenza originaria*: a term that had passed, or the rest once all its terms had. */
function afterDue(one: ObjectiveDifference, year: number, madeOn: CivilDate): readonly VariationFlag[] {
  const { before, after, sector, milestones, fields } = one;
  if (before === null) return [];
  const { said } = before;
  const all = termsOf(said.milestones, year);
  const gone = milestones.flatMap((pair) => pair.before ?? []);
  const touched = after === null ? all : gone.length === 0 ? [] : termsOf(gone, year);
  const passed = touched.filter((day) => day < madeOn).sort()[0];
  const last = all.at(-1);
  const isOver = fields.some((field) => field !== 'number') && last !== undefined && last < madeOn;
  const day = passed ?? (isOver ? last : undefined);
  return day === undefined
    ? []
    : [{ code: 'after-due', sector, number: said.number, title: said.title, day }];
}

/** In order; the end of the year where no term is said at all. */
function termsOf(milestones: readonly PlanMilestone[], year: number): readonly CivilDate[] {
  const owed = milestones.filter(
    ({ kind, role, invalid }) => kind !== 'none' && role === undefined && invalid !== true,
  );
  if (owed.length === 0) return [civilDateOf(year, 12, 31)];
  return owed.flatMap(({ date }) => parseCivilDate(date ?? '') ?? []).sort();
}
