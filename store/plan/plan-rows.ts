/**
 * A confirmed plan as rows. An objective that the document gives to several sectors is one objective
 * with a weight in each; its indicators and milestones are kept once, however often they are printed.
 */
import { randomUUID } from 'node:crypto';
import type {
  PlanDocument,
  PlanIndicator,
  PlanMilestone,
  PlanObjective,
} from '../../domain/plan/plan-document.js';
import { points } from '../../domain/plan/points.js';
import { parseCivilDate } from '../../domain/time/civil-date.js';
import type { Json } from '../connection.js';
import type { NewRow } from '../insert-rows.js';

/** By table, ready to be inserted. */
export interface PlanRows {
  readonly objectives: readonly NewRow[];
  readonly sectorWeights: readonly NewRow[];
  readonly indicators: readonly NewRow[];
  readonly milestones: readonly NewRow[];
  /** By position in the document: sector, then objective. */
  readonly places: readonly (readonly PlacedObjective[])[];
}

/** The rows behind one objective of one sector's list. */
export interface PlacedObjective {
  readonly objective: string;
  readonly sector: string;
  /** Ids by position of the milestone in that list. */
  readonly milestones: readonly string[];
}

interface Gathered {
  readonly id: string;
  readonly indicators: Map<string, string>;
  readonly milestones: Map<string, string>;
}

/** `sectorId` gives the row of a sector by its position in the document. */
export function planRows(
  plan: PlanDocument,
  cycle: string,
  planVersion: string,
  sectorId: (position: number) => string,
): PlanRows {
  const rows = {
    objectives: [] as NewRow[],
    sectorWeights: [] as NewRow[],
    indicators: [] as NewRow[],
    milestones: [] as NewRow[],
  };
  const gathered = new Map<string, Gathered>();

  const place = (
    objective: PlanObjective,
    sector: string,
    ordinal: number,
    again: number,
  ): PlacedObjective => {
    const key = objective.shared ? JSON.stringify([objective.number, objective.title, again]) : randomUUID();
    let known = gathered.get(key);
    if (known === undefined) {
      known = { id: randomUUID(), indicators: new Map(), milestones: new Map() };
      gathered.set(key, known);
      rows.objectives.push(objectiveRow(objective, known.id, cycle, planVersion, rows.objectives.length));
    }
    const { id } = known;
    const weightUnits = objective.weight === null ? null : points(objective.weight);
    rows.sectorWeights.push({ objective: id, sector, ordinal, weightUnits });
    keep(objective.indicators, known.indicators, indicatorKey, (indicator, row, at) =>
      rows.indicators.push(indicatorRow(indicator, row, id, at)),
    );
    const milestones = keep(objective.milestones, known.milestones, milestoneKey, (milestone, row, at) =>
      rows.milestones.push(milestoneRow(milestone, row, id, at)),
    );
    return { objective: id, sector, milestones };
  };

  const seen = new Map<string, number>();
  const places = plan.sectors.map((sector, position) => {
    const id = sectorId(position);
    return sector.objectives.map((objective, ordinal) => {
      // A shared objective printed twice under one sector is two objectives there.
      const name = JSON.stringify([id, objective.number, objective.title]);
      const again = seen.get(name) ?? 0;
      seen.set(name, again + 1);
      return place(objective, id, ordinal, again);
    });
  });
  return { ...rows, places };
}

/** Ids of `items`, those already known by the same key included; `add` is called for the new ones. */
function keep<T>(
  items: readonly T[],
  known: Map<string, string>,
  keyOf: (item: T) => string,
  add: (item: T, id: string, ordinal: number) => void,
): readonly string[] {
  const times = new Map<string, number>();
  return items.map((item) => {
    const base = keyOf(item);
    const time = times.get(base) ?? 0;
    times.set(base, time + 1);
    const key = `${time} ${base}`;
    const there = known.get(key);
    if (there !== undefined) return there;
    const id = randomUUID();
    add(item, id, known.size);
    known.set(key, id);
    return id;
  });
}

const indicatorKey = (indicator: PlanIndicator): string =>
  JSON.stringify([indicator.text, indicator.target ?? null]);

function milestoneKey({ sourceLine: _, ...said }: PlanMilestone): string {
  return JSON.stringify(Object.entries(said).sort(([a], [b]) => (a < b ? -1 : 1)));
}

const objectiveRow = (
  objective: PlanObjective,
  id: string,
  cycle: string,
  planVersion: string,
  ordinal: number,
): NewRow => ({
  id,
  cycle,
  planVersion,
  ordinal,
  number: objective.number,
  title: objective.title,
  shared: objective.shared,
  printedOwner: objective.owner ?? null,
  result: (objective.result ?? null) as Json,
  sourceFrom: objective.sourceLines?.[0] ?? null,
  sourceTo: objective.sourceLines?.[1] ?? null,
});

/** One row; `ordinal` among those of the objective. */
export const indicatorRow = (
  indicator: PlanIndicator,
  id: string,
  objective: string,
  ordinal: number,
): NewRow => ({
  id,
  objective,
  ordinal,
  text: indicator.text,
  targetValue: indicator.target?.value ?? null,
  targetUnit: indicator.target?.unit ?? null,
  targetOp: indicator.target?.op ?? null,
});

/** One row; `ordinal` among those of the objective. */
export const milestoneRow = (
  milestone: PlanMilestone,
  id: string,
  objective: string,
  ordinal: number,
): NewRow => ({
  id,
  objective,
  ordinal,
  kind: milestone.kind,
  role: milestone.role ?? null,
  date: parseCivilDate(milestone.date ?? ''),
  start: parseCivilDate(milestone.start ?? ''),
  recurrence: milestone.recurrence ?? null,
  dtstart: parseCivilDate(milestone.dtstart ?? ''),
  duration: milestone.offset ?? null,
  anchor: milestone.anchor ?? null,
  workingDays: milestone.calendar === 'working',
  invalid: milestone.invalid ?? false,
  phrase: milestone.phrase,
  weightUnits: milestone.weight === undefined ? null : points(milestone.weight),
  sourceLine: milestone.sourceLine ?? null,
});
