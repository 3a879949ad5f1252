/**
 * What keeps a sheet's line from being saved (it does not read) and from being transmitted (something is missing).
 * The same checks hold for a decision, which has no indicators.
 */
import { FULL } from '../scoring/degree.js';
import type { Indicator } from '../scoring/indicator.js';
import { type MeasuredProblem, readMeasured } from '../scoring/read-measured.js';
import { isDayOrEmpty, readDegree, type SheetLine, type TypedVerdict } from './self-evaluation-line.js';
import { TEXT_LIMIT, VALUE_LIMIT } from './submission-line.js';

/** A field of a line, as forms and problems name it. */
export type SheetField = 'verdict' | 'degree' | 'reason' | 'waitingFor' | 'until' | 'evidence' | 'indicators';

/** `at`: place of the indicator within the line, from 0. */
export type SheetFault =
  | { readonly kind: 'missing'; readonly field: SheetField; readonly at?: number }
  | { readonly kind: 'too-long'; readonly field: SheetField; readonly at?: number; readonly limit: number }
  | { readonly kind: 'not-a-degree'; readonly field: 'degree' }
  | { readonly kind: 'not-a-day'; readonly field: 'until' }
  /** An indicator of another objective, or one that the line has told already. */
  | { readonly kind: 'unknown' | 'twice'; readonly field: 'indicators'; readonly at: number }
  | {
      readonly kind: 'wrong-value';
      readonly field: 'indicators';
      readonly at: number;
      readonly problem: MeasuredProblem;
      readonly unit: string | null;
    };

/** An indicator of the plan; `definition` null: described in words, measured by nobody. */
export interface MeasuredIndicator {
  readonly id: string;
  readonly text: string;
  readonly definition: Indicator | null;
}

const TEXTS = ['reason', 'waitingFor', 'until'] as const;

/** What does not read in a verdict. */
export function wrongInVerdict(typed: TypedVerdict): readonly SheetFault[] {
  const faults: SheetFault[] = [];
  for (const field of TEXTS)
    if (typed[field].length > TEXT_LIMIT) faults.push({ kind: 'too-long', field, limit: TEXT_LIMIT });
  if (typed.degree.trim() !== '' && readDegree(typed.degree) === null)
    faults.push({ kind: 'not-a-degree', field: 'degree' });
  if (!isDayOrEmpty(typed.until)) faults.push({ kind: 'not-a-day', field: 'until' });
  return faults;
}

/** What a verdict lacks. `known`: a reason that stands already. */
export function missingInVerdict(typed: TypedVerdict, known: string | null): readonly SheetFault[] {
  const isBlank = (text: string): boolean => text.trim() === '';
  const lacks = (field: SheetField): readonly SheetFault[] => [{ kind: 'missing', field }];
  switch (typed.verdict) {
    case null:
      return lacks('verdict');
    case 'degree': {
      if (isBlank(typed.degree)) return lacks('degree');
      const read = readDegree(typed.degree);
      return read !== null && read < FULL && isBlank(typed.reason) && known === null ? lacks('reason') : [];
    }
    case 'not-assessable':
      return isBlank(typed.reason) ? lacks('reason') : [];
    case 'waiting':
      return isBlank(typed.waitingFor) ? lacks('waitingFor') : [];
  }
}

/** What does not read in a line; `at` is the place in the content's list. */
export function wrongInSheet(
  line: SheetLine,
  indicators: readonly MeasuredIndicator[],
): readonly SheetFault[] {
  const faults = [...wrongInVerdict(line)];
  if (line.evidence.length > TEXT_LIMIT)
    faults.push({ kind: 'too-long', field: 'evidence', limit: TEXT_LIMIT });
  line.indicators.forEach(({ indicator, value }, at) => {
    const known = indicators.find(({ id }) => id === indicator);
    const field = 'indicators';
    if (known === undefined) faults.push({ kind: 'unknown', field, at });
    else if (line.indicators.findIndex((one) => one.indicator === indicator) < at)
      faults.push({ kind: 'twice', field, at });
    else if (value.length > VALUE_LIMIT) faults.push({ kind: 'too-long', field, at, limit: VALUE_LIMIT });
    else if (known.definition !== null && value.trim() !== '') {
      const read = readMeasured(value, known.definition);
      const unit = 'unit' in known.definition ? known.definition.unit : null;
      if (!read.ok) faults.push({ kind: 'wrong-value', field, at, problem: read.problem, unit });
    }
  });
  return faults;
}

/** What a transmission still lacks; `at` counts the indicators of the plan. Those in words alone may stay empty. */
export function missingInSheet(
  line: SheetLine,
  indicators: readonly MeasuredIndicator[],
): readonly SheetFault[] {
  const unsaid = indicators.flatMap(({ id, definition }, at): readonly SheetFault[] => {
    const said = line.indicators.find(({ indicator }) => indicator === id);
    const isSaid = said !== undefined && (said.value.trim() !== '' || said.waiting);
    return definition === null || isSaid ? [] : [{ kind: 'missing', field: 'indicators', at }];
  });
  return [...unsaid, ...missingInVerdict(line, null)];
}
