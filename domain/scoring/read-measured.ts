/** The value of an indicator as people write it, read by the kind of indicator it is of. */
import { readFigure } from '../cycle/figure.js';
import { parseCivilDate } from '../time/civil-date.js';
import { type Figure, figure, type Indicator, type Measured } from './indicator.js';
import { measuredFault } from './indicator-faults.js';

/** Why what was typed is no value of that kind. */
export type MeasuredProblem =
  | 'not-a-number'
  | 'other-unit'
  | 'not-whole'
  | 'not-a-ratio'
  | 'nothing-to-divide-by'
  | 'not-a-day'
  | 'not-yes-no';

/** The value, or the problem. */
export type ReadMeasured =
  | { readonly ok: true; readonly measured: Measured }
  | { readonly ok: false; readonly problem: MeasuredProblem };

const YES = /^(?:s[iì]|vero|fatto)$/i;
const NO = /^(?:no|falso|non fatto)$/i;

/** "95 %", "1.250,5", "38 su 40", "31/12/2023" or "2023-12-31", "sì". */
export function readMeasured(text: string, indicator: Indicator): ReadMeasured {
  const plain = text.trim();
  switch (indicator.kind) {
    case 'yes-no':
      if (YES.test(plain)) return read({ kind: 'yes-no', value: true });
      return NO.test(plain) ? read({ kind: 'yes-no', value: false }) : wrong('not-yes-no');
    case 'date': {
      const day = parseCivilDate(plain.replace(/^(\d{1,2})\/(\d{1,2})\/(\d{4})$/, isoDay));
      return day === null ? wrong('not-a-day') : read({ kind: 'date', value: day });
    }
    case 'ratio':
      return readRatio(plain, indicator);
    default: {
      const number = readNumber(plain, indicator.kind === 'percentage' ? '%' : indicator.unit);
      if (typeof number === 'string') return wrong(number);
      const measured = { kind: indicator.kind, value: number, unit: null };
      return measuredFault(indicator, measured) === null ? read(measured) : wrong('not-whole');
    }
  }
}

const read = (measured: Measured): ReadMeasured => ({ ok: true, measured });
const wrong = (problem: MeasuredProblem): ReadMeasured => ({ ok: false, problem });
const isoDay = (_: string, day: string, month: string, year: string): string =>
  `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;

function readRatio(text: string, indicator: Indicator): ReadMeasured {
  const [first, second, ...rest] = text.split(/(?<!\s)\s*(?:\/|\bsu\b)\s*/i);
  if (second === undefined || rest.length > 0) return wrong('not-a-ratio');
  const [over, under] = [readNumber(first ?? '', null), readNumber(second, null)];
  if (typeof over === 'string' || typeof under === 'string') return wrong('not-a-ratio');
  const measured = { kind: 'ratio', over, under } as const;
  const fault = measuredFault(indicator, measured);
  if (fault === 'nothing-to-divide-by') return wrong(fault);
  return fault === null ? read(measured) : wrong('not-a-ratio');
}

function readNumber(text: string, unit: string | null): Figure | 'not-a-number' | 'other-unit' {
  const said = readFigure(text, unit);
  if (!said.ok) return said.problem;
  const value = Number(said.value);
  return Math.abs(value) < 1e11 ? figure(value) : 'not-a-number';
}
