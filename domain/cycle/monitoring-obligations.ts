/**
 * What monitoring makes the sectors owe: one submission for each window that asks and each sector with
 * objectives. The cycle opens its rows by this function, and the prova generale of a plan that is not in
 * force yet lives through the same ones.
 */
import type { Obligation, Role } from '../obligations/obligation.js';
import { ownerOf } from '../obligations/owner.js';
import type { PlanDocument } from '../plan/plan-document.js';
import type { CivilDate } from '../time/civil-date.js';
import { type MonitoringWindow, type WindowRule, windowsOf } from './windows.js';

/** A sector of a year's plan. */
export interface MonitoredSector {
  readonly name: string;
  /** The role that the plan prints as responsible, as printed. */
  readonly printedOwner: string | null;
  /** Objectives in force that it answers for, each a line: also shared ones, unless another sector leads them. */
  readonly objectives: number;
}

/** One submission that a sector owes. */
export interface MonitoringDuty {
  readonly window: MonitoringWindow;
  readonly sector: MonitoredSector;
  readonly owner: Role;
}

/** "Monitoraggio del primo semestre 2023". */
export const windowTitle = (name: string, year: number): string => `${name} ${year}`;

/** "Monitoraggio del primo semestre 2023: 11 obiettivi da compilare". */
export const monitoringTitle = (title: string, objectives: number): string =>
  `${title}: ${objectives === 1 ? '1 obiettivo' : `${objectives} obiettivi`} da compilare`;

/** The head of the sector, unless the plan prints the Segretario or the Sindaco as responsible for it. */
export const sectorOwner = ({ name, printedOwner }: MonitoredSector): Role => {
  const sector = { name, owner: printedOwner, weightTotal: null, objectives: [] };
  const nothing = { number: null, title: '', weight: null, shared: false, indicators: [], milestones: [] };
  return ownerOf(nothing, sector, [sector]);
};

/** By window, then in the order of the sectors; sectors without objectives owe nothing. */
export const monitoringDuties = (
  windows: readonly MonitoringWindow[],
  sectors: readonly MonitoredSector[],
): readonly MonitoringDuty[] =>
  windows
    .filter(({ skipped }) => skipped === null)
    .flatMap((window) =>
      sectors
        .filter(({ objectives }) => objectives > 0)
        .map((sector) => ({ window, sector, owner: sectorOwner(sector) })),
    );

/** What a plan will owe, before it has rows: ids are places, as `monitoring.1.Finanziario`. */
export function plannedMonitoring(
  plan: PlanDocument,
  rules: readonly WindowRule[],
  startDay: CivilDate,
): readonly Obligation[] {
  const { year } = plan.document;
  const sectors = plan.sectors.map(({ name, owner, objectives }) => ({
    ...{ name, printedOwner: owner, objectives: objectives.length },
  }));
  return monitoringDuties(windowsOf(rules, year, startDay), sectors).map(({ window, sector, owner }) => ({
    id: `monitoring.${window.ordinal}.${sector.name}`,
    kind: 'monitoring',
    year,
    objectiveId: null,
    owner,
    term: { kind: 'date', due: window.due },
    opens: window.opens,
    startDay,
    recurrence: null,
    version: 1,
    state: 'open',
    doneOn: null,
    forecast: null,
    heldBack: false,
    subject: {
      sector: sector.name,
      number: null,
      objective: monitoringTitle(windowTitle(window.name, year), sector.objectives),
      milestone: null,
      weight: null,
    },
  }));
}
