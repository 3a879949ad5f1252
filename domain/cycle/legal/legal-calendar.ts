/**
 * The terms of a cycle's year in a town: each rule, each of its readings, the day on which it falls and from what it
 * was counted. Pure: the year, what the town says of itself, what it has done.
 */
import { type CivilDate, civilDateOf, daysBetween } from '../../time/civil-date.js';
import { deferralsOf } from './budget-deferrals.js';
import { type Falls, fallsOn, type LegalInputs, type LegalYear } from './falls-on.js';
import type { LegalCase, LegalReading, LegalRule } from './legal-rule.js';
import { rulesInForce } from './legal-rules.js';

/** A rule for one town; `asked`: whether a town of its size owes it. */
export interface LegalLine {
  readonly rule: LegalRule;
  readonly asked: 'yes' | 'optional' | 'simplified' | 'not-asked' | 'unknown';
  readonly readings: readonly LegalReadingLine[];
  readonly doneOn: CivilDate | null;
}

/** One reading of a norm that is read in several ways, and the day it leads to. */
export interface LegalReadingLine {
  readonly reading: LegalReading;
  readonly falls: Falls;
  /** Calendar days from the term to the day it was done; negative when earlier. `null`: no day, or not done. */
  readonly late: number | null;
}

/** Of one year of the cycle, for one town. */
export interface LegalCalendar {
  readonly year: number;
  /** The term of the budget as it was moved; `null`: it was not. */
  readonly deferral: { readonly term: CivilDate; readonly act: string } | null;
  /** By the day of the first reading; what has none comes after. */
  readonly lines: readonly LegalLine[];
}

export function legalCalendar(year: number, inputs: LegalInputs): LegalCalendar {
  const deferral = inputs.deferral ?? deferralsOf(year).at(-1) ?? null;
  const at: LegalYear = { year, inputs, deferral };
  const lines = rulesInForce(year).map((rule) => lineOf(rule, at));
  return {
    year,
    deferral,
    lines: lines.toSorted((a, b) => (orderOf(a) < orderOf(b) ? -1 : orderOf(a) > orderOf(b) ? 1 : 0)),
  };
}

/** ISO days sort as text; what has no day comes last. */
const orderOf = ({ readings: [first] }: LegalLine): string =>
  first?.falls.is === 'day' ? first.falls.due : '9999';

function lineOf(rule: LegalRule, at: LegalYear): LegalLine {
  const doneOn = at.inputs.done[rule.id] ?? null;
  const readings = rule.readings.flatMap((reading) => {
    const chosen = (reading.since ?? at.year) <= at.year ? caseOf(reading.cases, at) : undefined;
    if (chosen === undefined) return [];
    const falls = fallsOn(chosen.term, rule, at);
    return [
      { reading, falls, late: falls.is === 'day' && doneOn !== null ? daysBetween(falls.due, doneOn) : null },
    ];
  });
  return { rule, asked: askedOf(rule, at.inputs), readings, doneOn };
}

function caseOf(cases: readonly LegalCase[], { year, inputs, deferral }: LegalYear): LegalCase | undefined {
  const budget = inputs.done.budget;
  const onTime = budget !== undefined && budget <= civilDateOf(year - 1, 12, 31);
  return cases.find(({ when }) => {
    if (when === 'always') return true;
    return deferral !== null && (when === 'deferred' || onTime);
  });
}

function askedOf({ scope }: LegalRule, inputs: LegalInputs): LegalLine['asked'] {
  if (scope === undefined) return 'yes';
  const size = inputs[scope.of];
  if (size === null) return 'unknown';
  return size >= scope.from ? 'yes' : scope.under;
}
