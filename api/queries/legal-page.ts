/** The *Calendario normativo* of a town's year: our rules, what the town says, and the plan it approved here. */
import type { LegalInputs } from '../../domain/cycle/legal/falls-on.js';
import { type LegalCalendar, legalCalendar } from '../../domain/cycle/legal/legal-calendar.js';
import { type WindowRule, windowsOf } from '../../domain/cycle/windows.js';
import { type CivilDate, civilDateOf, yearOf } from '../../domain/time/civil-date.js';
import { findCycle, listCycles } from '../../store/cycles.js';
import type { Tx } from '../../store/in-town.js';
import type { LegalSettings } from '../../store/legal-settings.js';
import { loadTown } from '../../store/towns.js';
import type { Viewer } from '../viewer.js';

/** The terms are known for any year; pages and API go so far. */
export const LEGAL_YEARS = { first: 2020, last: 2099 } as const;
/** From here on the pages offer a year by themselves: the moves of the budget's term are known from it. */
const FIRST_OFFERED = 2023;

export interface LegalPage {
  readonly year: number;
  /** To choose from, in order. */
  readonly years: readonly number[];
  readonly calendar: LegalCalendar;
  readonly settings: LegalSettings;
  /** The approval of the plan, where the town has not said itself when the PIAO was approved. */
  readonly piaoFromPlan: CivilDate | null;
}

/** `asked`: `null` for the year that is running. */
export async function loadLegalPage(tx: Tx, viewer: Viewer, asked: number | null): Promise<LegalPage> {
  const year = asked ?? yearOf(viewer.today);
  const [{ settings }, cycle, cycles] = await Promise.all([
    loadTown(tx),
    findCycle(tx, year),
    listCycles(tx),
  ]);
  const { legal } = settings;
  const entered = legal.years[String(year)];
  const piaoFromPlan = entered?.done['piao'] === undefined ? (cycle?.approvedOn ?? null) : null;
  const inputs: LegalInputs = {
    population: legal.population,
    employees: legal.employees,
    deferral: entered?.deferral ?? null,
    own: windowDays(settings.monitoring, year),
    done: { ...(piaoFromPlan === null ? {} : { piao: piaoFromPlan }), ...entered?.done },
  };
  return {
    year,
    years: yearsOffered(
      year,
      yearOf(viewer.today),
      cycles.map((one) => one.year),
    ),
    calendar: legalCalendar(year, inputs),
    settings: legal,
    piaoFromPlan,
  };
}

/** The two windows of a year end when the town says; with more or fewer of them, as they do elsewhere. */
function windowDays(rules: readonly WindowRule[], year: number): LegalInputs['own'] {
  const [first, second, ...more] = windowsOf(rules, year, civilDateOf(year, 1, 1));
  if (first === undefined || second === undefined || more.length > 0) return {};
  return { 'monitoring-first': first.due, 'monitoring-second': second.due };
}

/** From the first that is offered to the next one, and those that the town has a plan of. */
function yearsOffered(shown: number, running: number, planned: readonly number[]): readonly number[] {
  const count = Math.max(0, running + 2 - FIRST_OFFERED);
  const usual = Array.from({ length: count }, (_, index) => FIRST_OFFERED + index);
  return [...new Set([...usual, ...planned, shown])].sort((a, b) => a - b);
}
