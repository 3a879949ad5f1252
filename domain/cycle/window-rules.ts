/** What keeps windows from being set as a town asks; and what setting them moves in a year that is under way. */
import { addDays, type CivilDate, civilDateOf } from '../time/civil-date.js';
import { windowTitle } from './monitoring-obligations.js';
import { type MonitoringWindow, type WindowRule, windowsOf, type YearDay } from './windows.js';

/** Signs. */
export const WINDOW_NAME_LIMIT = 80;

/** A field of a window, as the form names it. */
export type WindowField = 'name' | 'reference' | 'opens' | 'due';

/** Why windows are not taken, beside the field it is about. */
export interface WindowProblem {
  /** Place of the window, from 0. */
  readonly at: number;
  readonly field: WindowField;
  readonly code:
    | 'no-name'
    | 'long-name'
    | 'same-name'
    /** Not after the same day of the window before. */
    | 'not-after-former'
    /** Opens before the reference day, or is due before it opens. */
    | 'too-early'
    /** After 31 March of the next year: the evaluation works with it by then. */
    | 'after-closing'
    /** In a year under way it would be over already. */
    | 'over';
}

const order = ({ yearsAfter, month, day }: YearDay): number => yearsAfter * 10_000 + month * 100 + day;
/** 1 April of the year after: the measurement is due the day before. */
const CLOSING = order({ yearsAfter: 1, month: 4, day: 1 });

/** `[]`: the windows can be set so. */
export function windowProblems(rules: readonly WindowRule[]): readonly WindowProblem[] {
  const names = rules.map(({ name }) => name.trim());
  return rules.flatMap(({ reference, opens, due }, at): readonly WindowProblem[] => {
    const name = names[at] ?? '';
    const before = rules[at - 1];
    const found: (WindowProblem | null)[] = [
      name === '' ? { at, field: 'name', code: 'no-name' } : null,
      name.length > WINDOW_NAME_LIMIT ? { at, field: 'name', code: 'long-name' } : null,
      name !== '' && names.indexOf(name) < at ? { at, field: 'name', code: 'same-name' } : null,
      before !== undefined && order(reference) <= order(before.reference)
        ? { at, field: 'reference', code: 'not-after-former' }
        : null,
      before !== undefined && order(opens) <= order(before.opens)
        ? { at, field: 'opens', code: 'not-after-former' }
        : null,
      order(opens) < order(reference) ? { at, field: 'opens', code: 'too-early' } : null,
      order(due) < order(opens) ? { at, field: 'due', code: 'too-early' } : null,
      order(due) >= CLOSING ? { at, field: 'due', code: 'after-closing' } : null,
    ];
    return found.filter((one) => one !== null);
  });
}

/** A window as it stands in a year; `title` is its name with the year. */
export interface StandingWindow extends Omit<MonitoringWindow, 'name'> {
  readonly title: string;
}

/** Opened: what the sectors were told stands, whatever the settings become. */
export const isOpened = ({ skipped, opens }: Pick<MonitoringWindow, 'skipped' | 'opens'>, today: CivilDate) =>
  skipped === null && opens <= today;

/** The windows of a year under new rules: those opened already stay as they are, the others follow. */
export function windowsUnder(
  rules: readonly WindowRule[],
  kept: readonly StandingWindow[],
  {
    year,
    startDay,
    today,
  }: { readonly year: number; readonly startDay: CivilDate; readonly today: CivilDate },
): readonly StandingWindow[] {
  let coversFrom = civilDateOf(year, 1, 1);
  return windowsOf(rules, year, startDay).map(({ name, ...asked }) => {
    const stands = kept.find(({ ordinal }) => ordinal === asked.ordinal);
    const isKept = stands !== undefined && isOpened(stands, today);
    const window = isKept ? stands : { ...asked, coversFrom, title: windowTitle(name, year) };
    if (window.skipped === null) coversFrom = addDays(window.referenceOn, 1);
    return window;
  });
}

/** Says the same of the sectors. */
export const isSameWindow = (a: StandingWindow, b: StandingWindow): boolean =>
  (['title', 'coversFrom', 'referenceOn', 'opens', 'due', 'skipped'] as const).every(
    (key) => a[key] === b[key],
  );
