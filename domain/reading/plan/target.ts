/**
 * The expected value printed in an indicator: "almeno pari al 95%", "≥ 90 %", "< 30 giorni", "n. 5 incontri",
 * "€ 50.000". Yes/no, dates, terms ("entro 10 giorni") and frequencies ("2 volte l'anno") are none.
 */
import type { PlanTarget } from '../../plan/plan-document.js';
import { comparisonBefore } from './comparison.js';
import { unitAfter } from './target-unit.js';

/** "95", "7,5", "50.000", "1.250,75": not inside a date, a code, a year span or an ordinal. */
const NUMBER =
  /(?<![\d.,/:\p{L}°-]|\d[.,/:]\s|\d\s[/–-]\s?)([+-]?\d{1,3}(?:[.\s]\d{3})+(?:,\d+)?|[+-]?\d+(?:[.,]\d+)?)(?![\d°ªº^]|[./:-]\d|\p{L})/gu;

/** The first value of the clause that is expected; `undefined` when none is printed. */
export function targetIn(text: string): PlanTarget | undefined {
  const plain = text.replace(/\u00a0|\u202f/gu, ' ').replace(/[\u2212]/gu, '-');
  const values = [...plain.matchAll(NUMBER)].flatMap((match): readonly Found[] => {
    const printed = match[1] ?? '';
    const found = readAt(plain, match.index, printed);
    return found === undefined ? [] : [found];
  });
  // A compared value or a share is surer than a count that merely stands there.
  return (values.find(({ sure }) => sure) ?? values[0])?.target;
}

interface Found {
  readonly target: PlanTarget;
  readonly sure: boolean;
}

/** How far around a number its unit and its comparison are looked for, in characters. */
const NEAR = 160;

function readAt(text: string, at: number, printed: string): Found | undefined {
  const before = text.slice(Math.max(0, at - NEAR), at);
  const after = text.slice(at + printed.length, at + printed.length + NEAR);
  const value = numberOf(printed);
  const op = comparisonBefore(before, after);
  const unit = unitAfter({ before, after, value, compared: op !== null });
  if (unit === null) return undefined;
  return {
    target: { value, ...(unit === '' ? {} : { unit }), ...(op === null || op === '=' ? {} : { op }) },
    sure: op !== null || unit === '%' || unit === '€',
  };
}

/** "50.000" is fifty thousand, "7.5" seven and a half, "1.250,75" one thousand and more. */
function numberOf(printed: string): number {
  const compact = printed.replace(/\s/gu, '');
  if (/^[+-]?\d{1,3}(?:\.\d{3})+(?:,\d+)?$/u.test(compact)) {
    return Number(compact.replaceAll('.', '').replace(',', '.'));
  }
  return Number(compact.replace(',', '.'));
}
