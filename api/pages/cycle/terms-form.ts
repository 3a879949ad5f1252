/** The form of the terms: days of one plan's year, which mean the same days of every year from it on. */
import { actDue, CLOSING_ORDERS, LATE_RULE_LIMIT } from '../../../domain/cycle/closing-rules.js';
import { type YearDay, yearDayOf } from '../../../domain/cycle/windows.js';
import type { TermField, YearTerms } from '../../../domain/cycle/year-terms.js';
import { dayOf, monthOf, parseCivilDate, yearOf } from '../../../domain/time/civil-date.js';
import type { FieldProblem } from '../../refusals.js';

/** As typed, by the names of the fields. */
export type TermValues = Readonly<Record<TermField, string>>;

const DAYS = [
  ...['selfEvaluation.opens', 'selfEvaluation.due', 'measurement.opens', 'measurement.due'],
  'transmission',
] as const;
const NUMBERS = ['validationDays', 'publicationDays', 'againDays'] as const;
const FIELDS = [...DAYS, 'act', 'order', ...NUMBERS, 'lateRule'] as readonly TermField[];

export const termValues = (text: (name: string) => string | undefined): TermValues =>
  Object.fromEntries(
    FIELDS.map((name) => [
      name,
      (text(name) ?? '')
        .replaceAll(/\p{Cc}+/gu, ' ')
        .trim()
        .slice(0, name === 'lateRule' ? LATE_RULE_LIMIT + 1 : 40),
    ]),
  ) as TermValues;

export type ReadTerms =
  | { readonly ok: true; readonly terms: YearTerms }
  | { readonly ok: false; readonly problems: readonly FieldProblem[] };

/** `year`: the plan's, which the days are of; an act without a day has the order's own. */
export function readTerms(values: TermValues, year: number): ReadTerms {
  const problems: FieldProblem[] = [];
  const wrong = <Value>(field: TermField, message: string, instead: Value): Value => {
    problems.push({ field, message });
    return instead;
  };
  const dayAt = (field: TermField): YearDay => {
    const day = parseCivilDate(values[field]);
    if (day !== null && (yearOf(day) === year || yearOf(day) === year + 1))
      return { month: monthOf(day), day: dayOf(day), yearsAfter: yearOf(day) === year ? 0 : 1 };
    return wrong(field, `Indica un giorno del ${year} o del ${year + 1}.`, {
      ...{ month: 1, day: 1, yearsAfter: 0 },
    });
  };
  const daysIn = (field: TermField): number =>
    /^\d{1,3}$/.test(values[field]) ? Number(values[field]) : wrong(field, 'Indica un numero di giorni.', 1);
  const order =
    CLOSING_ORDERS.find((one) => one === values.order) ??
    wrong('order', "Scegli l'ordine.", CLOSING_ORDERS[0]);
  if (values.lateRule.length > LATE_RULE_LIMIT)
    wrong('lateRule', `Al massimo ${LATE_RULE_LIMIT} caratteri.`, null);
  const terms: YearTerms = {
    measurement: {
      selfEvaluation: { opens: dayAt('selfEvaluation.opens'), due: dayAt('selfEvaluation.due') },
      measurement: { opens: dayAt('measurement.opens'), due: dayAt('measurement.due') },
    },
    closing: {
      ...{ order, transmission: dayAt('transmission'), act: values.act === '' ? null : dayAt('act') },
      ...{ validationDays: daysIn('validationDays'), publicationDays: daysIn('publicationDays') },
      ...{ againDays: daysIn('againDays'), lateRule: values.lateRule || null },
    },
  };
  return problems.length > 0 ? { ok: false, problems } : { ok: true, terms };
}

/** The fields of terms, as days of a year's plan. */
export function valuesOfTerms({ measurement, closing }: YearTerms, year: number): TermValues {
  const { selfEvaluation: own, measurement: whole } = measurement;
  return {
    'selfEvaluation.opens': yearDayOf(year, own.opens),
    'selfEvaluation.due': yearDayOf(year, own.due),
    'measurement.opens': yearDayOf(year, whole.opens),
    'measurement.due': yearDayOf(year, whole.due),
    transmission: yearDayOf(year, closing.transmission),
    act: closing.act === null ? '' : actDue(closing, year),
    order: closing.order,
    validationDays: String(closing.validationDays),
    publicationDays: String(closing.publicationDays),
    againDays: String(closing.againDays),
    lateRule: closing.lateRule ?? '',
  };
}
