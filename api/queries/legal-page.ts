/** The *Calendario normativo* of a town's year: our rules, what the town says, and the plan it approved here. */
import { type DoneDays, doneAsDuties, doneByCycle } from '../../domain/cycle/legal/done-days.js';
import { dutyOf } from '../../domain/cycle/legal/duty-offers.js';
import type { LegalInputs } from '../../domain/cycle/legal/falls-on.js';
import { type LegalCalendar, legalCalendar } from '../../domain/cycle/legal/legal-calendar.js';
import type { LegalRuleId } from '../../domain/cycle/legal/legal-rule.js';
import { type WindowRule, windowsOf } from '../../domain/cycle/windows.js';
import { type CivilDate, civilDateOf, yearOf } from '../../domain/time/civil-date.js';
import { findCycle, listCycles } from '../../store/cycle/cycles.js';
import { type LegalDuty, listLegalDuties } from '../../store/cycle/legal-duties.js';
import type { LegalSettings } from '../../store/cycle/legal-settings.js';
import { loadYearFacts } from '../../store/cycle/year-facts.js';
import type { Tx } from '../../store/in-town.js';
import { sectorIds } from '../../store/people/roles.js';
import { loadTown } from '../../store/towns/towns.js';
import type { Viewer } from '../viewer.js';

/** The terms are known for any year; pages and API go so far. */
export const LEGAL_YEARS = { first: 2020, last: 2099 } as const;
/** From here on the pages offer a year by themselves: the moves of the budget's term are known from it. */
const FIRST_OFFERED = 2023;

/** The terms of a year with what the town says and owes of them. */
export interface LegalYear {
  readonly year: number;
  readonly calendar: LegalCalendar;
  readonly settings: LegalSettings;
  /** Terms that became obligations. */
  readonly duties: readonly LegalDuty[];
  /** The approval of the plan, where the town has not said itself when the PIAO was approved. */
  readonly piaoFromPlan: CivilDate | null;
  /** Days that *Il ciclo* knows; `null`: the year has no plan here, and is not followed. */
  readonly fromCycle: DoneDays | null;
}

export interface LegalPage extends LegalYear {
  /** To choose from, in order. */
  readonly years: readonly number[];
  /** To whom a term may be given, as a head. */
  readonly sectors: readonly string[];
}

/** `asked`: `null` for the year that is running. */
export async function loadLegalPage(tx: Tx, viewer: Viewer, asked: number | null): Promise<LegalPage> {
  const running = yearOf(viewer.today);
  const year = asked ?? running;
  const [legal, cycles, sectors] = await Promise.all([
    loadLegalYear(tx, year),
    listCycles(tx),
    sectorIds(tx),
  ]);
  const planned = cycles.map((one) => one.year);
  return { ...legal, years: yearsOffered(year, running, planned), sectors: [...sectors.keys()].sort() };
}

/** As it stands now, for commands too. What *Il ciclo* knows comes before what was typed here. */
export async function loadLegalYear(tx: Tx, year: number): Promise<LegalYear> {
  const [town, cycle, duties] = await Promise.all([
    loadTown(tx),
    findCycle(tx, year),
    listLegalDuties(tx, year),
  ]);
  const { settings } = town;
  const { legal } = settings;
  const isFollowed = cycle !== null && cycle.approvedOn !== null;
  const fromCycle = isFollowed ? doneByCycle(await loadYearFacts(tx, cycle, town)) : null;
  const entered = legal.years[String(year)];
  const said = { ...entered?.done, ...doneAsDuties(duties), ...fromCycle };
  const piaoFromPlan = said['piao'] === undefined ? (cycle?.approvedOn ?? null) : null;
  const inputs: LegalInputs = {
    population: legal.population,
    employees: legal.employees,
    deferral: entered?.deferral ?? null,
    own: windowDays(settings.monitoring, year),
    done: { ...(piaoFromPlan === null ? {} : { piao: piaoFromPlan }), ...said },
  };
  return { year, calendar: legalCalendar(year, inputs), settings: legal, duties, piaoFromPlan, fromCycle };
}

/** The town says it in *Il ciclo*, not here. */
export const isOfTheCycle = ({ fromCycle }: Pick<LegalYear, 'fromCycle'>, rule: LegalRuleId): boolean =>
  fromCycle !== null && dutyOf(rule) === 'by-the-cycle';

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
