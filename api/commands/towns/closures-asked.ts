/** Closures as the form of their page asks for them: three lists of rows, empty rows left out. */
import { type CivilDate, parseCivilDate, type Weekday } from '../../../domain/time/civil-date.js';
import { CLOSURE_NAME_LIMIT } from '../../../domain/time/closure-rules.js';
import type { Closure } from '../../../domain/time/closures.js';
import type { FieldProblem } from '../../refusals.js';
import { type ClosureFields, closureFieldProblems } from './change-closures.js';

/** Rows that the form offers beyond those that are filled in. */
const BLANK_ROWS = { yearly: 2, periods: 3 } as const;
const MOST_ROWS = 110;

/** Names of the fields of the n-th row. */
export const weekdayField = (day: number): string => `settimana-${day}`;
export const yearlyFields = (row: number) =>
  ({ name: `nome-anno-${row}`, day: `giorno-anno-${row}`, month: `mese-anno-${row}` }) as const;
export const periodFields = (row: number) =>
  ({ name: `nome-periodo-${row}`, from: `dal-periodo-${row}`, to: `al-periodo-${row}` }) as const;

/** What is typed, by the name of its field. */
export type ClosureValues = Readonly<Record<string, string>>;

export type ReadClosures =
  | { readonly ok: true; readonly closures: readonly Closure[]; readonly fields: ClosureFields }
  | { readonly ok: false; readonly problems: readonly FieldProblem[] };

/** Every field of the form, as typed; `read` gives one by its name. */
export function closureValues(read: (name: string) => string): ClosureValues {
  const names = [
    ...WEEKDAYS.map(weekdayField),
    ...Array.from({ length: MOST_ROWS }, (_, row) => row).flatMap((row) => [
      ...Object.values(yearlyFields(row)),
      ...Object.values(periodFields(row)),
    ]),
  ];
  const typed = names.map((name) => [name, read(name).trim().slice(0, 200)] as const);
  return Object.fromEntries(typed.filter(([, value]) => value !== ''));
}
const WEEKDAYS = [1, 2, 3, 4, 5, 6] as const;

/** The same fields for closures that are set. */
export function valuesOfClosures(closures: readonly Closure[]): ClosureValues {
  const values: Record<string, string> = {};
  let [yearly, periods] = [0, 0];
  for (const one of closures) {
    if (one.kind === 'weekday') {
      values[weekdayField(one.weekday)] = 'si';
      continue;
    }
    const isPeriod = one.kind === 'days';
    const at = isPeriod ? periodFields(periods++) : yearlyFields(yearly++);
    if (one.name !== undefined) values[at.name] = one.name;
    if ('from' in at && isPeriod) Object.assign(values, { [at.from]: one.from, [at.to]: one.to });
    if ('day' in at && !isPeriod) {
      values[at.day] = one.kind === 'yearly' ? String(one.day) : `${one.nth}.${one.weekday}`;
      values[at.month] = String(one.month);
    }
  }
  return values;
}

/** Rows that hold something, and how many rows that makes with the empty ones. */
export const rowsIn = (values: ClosureValues, kind: 'yearly' | 'periods'): number => {
  const fieldsOf = kind === 'yearly' ? yearlyFields : periodFields;
  const filled = Array.from({ length: MOST_ROWS }, (_, row) => row).filter((row) =>
    Object.values(fieldsOf(row)).some((name) => values[name] !== undefined),
  );
  return Math.min(MOST_ROWS, (filled.at(-1) ?? -1) + 1 + BLANK_ROWS[kind]);
};

/** A closure with the fields of its first and its last day. */
interface Placed {
  readonly closure: Closure;
  readonly first: string;
  readonly last: string;
}

/** In the order of the form: days of the week, of each year, periods. */
export function readClosures(values: ClosureValues, today: CivilDate): ReadClosures {
  const problems: FieldProblem[] = [];
  const placed: Placed[] = WEEKDAYS.filter((day) => values[weekdayField(day)] === 'si').map((weekday) => {
    const field = weekdayField(weekday);
    return { closure: { kind: 'weekday', weekday }, first: field, last: field };
  });
  const take = (read: Row<Exclude<Closure['kind'], 'weekday'>>, first: string, last: string): void => {
    if (read === null) return;
    if ('problems' in read) problems.push(...read.problems);
    else placed.push({ closure: read, first, last });
  };
  for (let row = 0; row < MOST_ROWS; row++)
    take(yearlyIn(values, row), yearlyFields(row).day, yearlyFields(row).day);
  for (let row = 0; row < MOST_ROWS; row++)
    take(periodIn(values, row), periodFields(row).from, periodFields(row).to);
  const fields: ClosureFields = (part, at) => {
    if (part === 'week') return weekdayField(WEEKDAYS.length);
    if (at === null) return '';
    return (part === 'to' ? placed[at]?.last : placed[at]?.first) ?? '';
  };
  const closures = placed.map(({ closure }) => closure);
  problems.push(...closureFieldProblems(closures, today, fields));
  return problems.length > 0 ? { ok: false, problems } : { ok: true, closures, fields };
}

type Row<Kind extends Closure['kind']> =
  | Extract<Closure, { kind: Kind }>
  | { readonly problems: readonly FieldProblem[] }
  /** Nothing is typed in it. */
  | null;

const named = (name: string | undefined): { readonly name?: string } =>
  name === undefined ? {} : { name: name.replace(/\s+/g, ' ') };

function nameProblems(field: string, value: string | undefined): readonly FieldProblem[] {
  if (value === undefined || value.length <= CLOSURE_NAME_LIMIT) return [];
  return [{ field, message: `Il nome supera i ${CLOSURE_NAME_LIMIT} caratteri.` }];
}

function yearlyIn(values: ClosureValues, row: number): Row<'yearly' | 'nth-weekday'> {
  const at = yearlyFields(row);
  const [name, day, month] = [values[at.name], values[at.day], values[at.month]];
  if (name === undefined && day === undefined && month === undefined) return null;
  const problems = [...nameProblems(at.name, name)];
  const rule = /^(-1|[1-5])\.([1-7])$/.exec(day ?? '');
  const isDay = /^([1-9]|[12]\d|3[01])$/.test(day ?? '');
  if (rule === null && !isDay) problems.push({ field: at.day, message: 'Scegli il giorno.' });
  if (!/^([1-9]|1[0-2])$/.test(month ?? '')) problems.push({ field: at.month, message: 'Scegli il mese.' });
  if (problems.length > 0) return { problems };
  const rest = { month: Number(month), ...named(name) };
  if (rule === null) return { kind: 'yearly', day: Number(day), ...rest };
  return { kind: 'nth-weekday', nth: Number(rule[1]), weekday: Number(rule[2]) as Weekday, ...rest };
}

function periodIn(values: ClosureValues, row: number): Row<'days'> {
  const at = periodFields(row);
  const [name, typedFrom, typedTo] = [values[at.name], values[at.from], values[at.to]];
  if (name === undefined && typedFrom === undefined && typedTo === undefined) return null;
  const problems = [...nameProblems(at.name, name)];
  const from = parseCivilDate(typedFrom ?? '');
  // A bridge is one day: its last is its first.
  const to = typedTo === undefined ? from : parseCivilDate(typedTo);
  if (from === null) problems.push(notADay(at.from, typedFrom));
  if (to === null && typedTo !== undefined) problems.push(notADay(at.to, typedTo));
  if (from === null || to === null || problems.length > 0) return { problems };
  return { kind: 'days', from, to, ...named(name) };
}

const notADay = (field: string, typed: string | undefined): FieldProblem => ({
  field,
  message: typed === undefined ? 'Indica il primo giorno.' : `«${typed}» non è un giorno del calendario.`,
});
