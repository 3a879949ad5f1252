/** Sets by when years are evaluated and closed, from the plan of a year on (docs/adr/0055). */
import { actDue, transmissionDue } from '../../../domain/cycle/closing-rules.js';
import { yearDayOf } from '../../../domain/cycle/windows.js';
import {
  type KeptTerms,
  type TermField,
  type TermProblem,
  termProblems,
  termsIn,
  termsWith,
  type YearTerms,
} from '../../../domain/cycle/year-terms.js';
import type { CivilDate } from '../../../domain/time/civil-date.js';
import { workingCalendar } from '../../../domain/time/working-calendar.js';
import type { Json } from '../../../store/connection.js';
import { type Cycle, holdCycle, listCycles } from '../../../store/cycle/cycles.js';
import { isClosingBegun, type MovedTerm, moveTerms } from '../../../store/cycle/year-terms.js';
import type { Tx } from '../../../store/in-town.js';
import { openCycles } from '../../../store/monitoring/monitoring-windows.js';
import { changeSettings, lockTown } from '../../../store/towns/towns.js';
import type { FieldProblem } from '../../refusals.js';
import { termProblemInWords } from '../../views/cycle/term-words.js';
import { auditTown } from '../audit-command.js';
import { invalid } from '../people/people-command.js';
import { type Commander, type Outcome, runCommand } from '../run-command.js';
import { seenMark } from '../seen-mark.js';
import { startsOf } from './record-closing.js';

export interface TermsAsked {
  /** From the plan of that year on. */
  readonly from: number;
  readonly terms: YearTerms;
  /** {@link termsSeen} of what stood there when they were typed; `null`: whatever stands there. */
  readonly seen: string | null;
}

export interface TermsKept {
  readonly [key: string]: number;
  readonly from: number;
  /** Open duties of years under way that moved, opened or ended. */
  readonly moved: number;
}

/** What a term is called in a form or a body. */
export type TermFields = (field: TermField) => string;

/** A short mark of the terms that somebody saw. */
export const termsSeen = (terms: YearTerms): string => seenMark(terms);

/** Refused for years that are closed, for days that are over, and when what stood there has changed since. */
export function keepTerms(
  commander: Commander,
  { from, terms, seen }: TermsAsked,
  fields: TermFields = (field) => field,
): Promise<Outcome<TermsKept>> {
  const action = 'terms.change';
  const json = JSON.parse(JSON.stringify(terms)) as Json;
  return runCommand(commander, action, { from, terms: json, seen }, async (tx, clock) => {
    const town = await lockTown(tx);
    if (town === null) return { ok: false, refusal: { code: 'not-found' } };
    const before = termsIn(town.settings, from);
    if (seen !== null && seen !== termsSeen(before))
      return { ok: false, refusal: { code: 'changed-meanwhile' } };
    const closed = await lastClosed(tx);
    if (closed !== null && from <= closed) return invalid({ field: 'from', message: closedInWords(closed) });
    const problems = await termFieldProblems(tx, { from, terms }, town.settings, clock.today);
    if (problems.length > 0) return invalid(...inFields(problems, fields));
    const moved = await applyTerms(tx, { from, terms }, clock.today);
    await auditTown(tx, commander, clock, action, {
      before: JSON.parse(JSON.stringify(before)),
      after: { from, terms: json, moved: moved.length },
    });
    const cycles = (await openCycles(tx)).filter(({ year }) => year >= from);
    return {
      ok: true,
      result: { from, moved: moved.length },
      starts: cycles.flatMap((cycle) => startsOf(town.id, cycle)),
    };
  });
}

/** What saving does, and what its effect is told from before. */
export async function applyTerms(
  tx: Tx,
  { from, terms }: Pick<TermsAsked, 'from' | 'terms'>,
  today: CivilDate,
): Promise<readonly MovedTerm[]> {
  const town = await lockTown(tx);
  if (town === null) throw new Error('the transaction has no town');
  const settings = { ...town.settings, terms: [...termsWith(town.settings.terms, { from, ...terms })] };
  await changeSettings(tx, settings);
  const calendar = workingCalendar(town.closures);
  const moved: MovedTerm[] = [];
  for (const { year } of (await openCycles(tx)).filter((one) => one.year >= from)) {
    const cycle = await holdCycle(tx, year);
    if (cycle === null) continue;
    moved.push(...(await moveTerms(tx, cycle, termsIn(settings, year), { today, calendar })));
  }
  return moved;
}

/** The latest year that is closed: its terms stand. */
const lastClosed = async (tx: Tx): Promise<number | null> =>
  (await listCycles(tx)).find(({ state }) => state === 'closed')?.year ?? null;

const closedInWords = (year: number): string =>
  `Il ciclo ${year} è chiuso: i suoi termini non cambiano. Falli valere dal piano ${year + 1}.`;

/** What is wrong with terms by themselves; or in a year under way: over already, or its closing has begun. */
export async function termFieldProblems(
  tx: Tx,
  { from, terms }: Pick<TermsAsked, 'from' | 'terms'>,
  settings: KeptTerms,
  today: CivilDate,
): Promise<readonly TermProblem[]> {
  const problems = termProblems(terms);
  if (problems.length > 0) return problems;
  const after = { ...settings, terms: termsWith(settings.terms, { from, ...terms }) };
  const found: TermProblem[] = [];
  for (const cycle of await openCycles(tx)) {
    if (cycle.year < from) continue;
    const [was, is] = [termsIn(settings, cycle.year), termsIn(after, cycle.year)];
    found.push(...overIn(cycle, was, is, today));
    if (was.closing.order !== is.closing.order && (await isClosingBegun(tx, cycle.id)))
      found.push({ field: 'order', code: 'closing-begun' });
  }
  return found.filter(({ field }, at) => found.findIndex((one) => one.field === field) === at);
}

/** Days that change, and that have passed. */
function overIn({ year }: Cycle, was: YearTerms, is: YearTerms, today: CivilDate): readonly TermProblem[] {
  const days = ({ measurement, closing }: YearTerms): Readonly<Partial<Record<TermField, CivilDate>>> => ({
    'selfEvaluation.due': yearDayOf(year, measurement.selfEvaluation.due),
    'measurement.due': yearDayOf(year, measurement.measurement.due),
    transmission: transmissionDue(closing, year),
    act: actDue(closing, year),
  });
  const [before, after] = [days(was), days(is)];
  return (Object.keys(after) as TermField[]).flatMap((field): readonly TermProblem[] => {
    const due = after[field];
    return due === undefined || due === before[field] || due >= today ? [] : [{ field, code: 'over' }];
  });
}

/** Beside their fields. */
export const inFields = (problems: readonly TermProblem[], fields: TermFields): readonly FieldProblem[] =>
  problems.map((problem) => ({ field: fields(problem.field), message: termProblemInWords(problem) }));
