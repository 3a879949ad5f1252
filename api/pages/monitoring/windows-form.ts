/** The form of the windows: days of one year's plan, which mean the same days of every year. */
import type { WindowField } from '../../../domain/cycle/window-rules.js';
import { type WindowRule, type YearDay, yearDayOf } from '../../../domain/cycle/windows.js';
import { dayOf, monthOf, parseCivilDate, yearOf } from '../../../domain/time/civil-date.js';
import type { FieldProblem } from '../../refusals.js';

const DAYS = ['reference', 'opens', 'due'] as const;

/** As typed, by the names of the fields. */
export type WindowValues = Readonly<Record<string, string>>;

/** What the field of a window is called. */
export const windowField = (field: WindowField, at: number): string => `w${at + 1}.${field}`;

/** `count`: how many windows the town has. */
export function windowValues(count: number, text: (name: string) => string | undefined): WindowValues {
  const names = Array.from({ length: count }, (_, at) =>
    (['name', ...DAYS] as const).map((field) => windowField(field, at)),
  );
  return Object.fromEntries(
    ['anno', ...names.flat()].map((name) => [name, (text(name) ?? '').replaceAll('\0', '').trim()]),
  );
}

export type ReadRules =
  | { readonly ok: true; readonly rules: readonly WindowRule[] }
  | { readonly ok: false; readonly problems: readonly FieldProblem[] };

/** `otherwise`: the year that days are of where the form does not say it. */
export function rulesIn(values: WindowValues, count: number, otherwise: number): ReadRules {
  const year = /^2\d{3}$/.test(values['anno'] ?? '') ? Number(values['anno']) : otherwise;
  const problems: FieldProblem[] = [];
  const dayAt = (field: (typeof DAYS)[number], at: number): YearDay => {
    const day = parseCivilDate(values[windowField(field, at)] ?? '');
    if (day !== null && (yearOf(day) === year || yearOf(day) === year + 1))
      return { month: monthOf(day), day: dayOf(day), yearsAfter: yearOf(day) === year ? 0 : 1 };
    const message = `Indica un giorno del ${year} o del ${year + 1}.`;
    problems.push({ field: windowField(field, at), message });
    return { month: 1, day: 1, yearsAfter: 0 };
  };
  const rules = Array.from({ length: count }, (_, at) => ({
    name: values[windowField('name', at)] ?? '',
    ...{ reference: dayAt('reference', at), opens: dayAt('opens', at), due: dayAt('due', at) },
  }));
  return problems.length > 0 ? { ok: false, problems } : { ok: true, rules };
}

/** The fields of rules, as days of a year's plan. */
export const valuesOfRules = (rules: readonly WindowRule[], year: number): WindowValues =>
  Object.fromEntries([
    ['anno', String(year)],
    ...rules.flatMap((rule, at) => [
      [windowField('name', at), rule.name],
      ...DAYS.map((field) => [windowField(field, at), yearDayOf(year, rule[field])]),
    ]),
  ]);
