/** Rows of the exported objectives put together: several rows are one objective, objectives stand in sectors. */

import type { PlanProblem } from '../plan-json.js';
import type { ReadRow } from './plan-export-rows.js';

interface Sector {
  readonly [key: string]: unknown;
  readonly objectives: Objective[];
}

interface Objective {
  readonly [key: string]: unknown;
  readonly indicators: object[];
  readonly milestones: object[];
}

/** Sectors with their objectives, and where each was read. */
export interface GroupedSectors {
  /** For the contract's check. */
  readonly list: readonly object[];
  /** A problem of the contract with the row in the place of the path. */
  readonly placed: (problem: PlanProblem) => PlanProblem;
}

/** A row with a title begins an objective, in the sector above where it names none; others go on with theirs. */
export function groupObjectives(
  sectorRows: readonly ReadRow[],
  rows: readonly ReadRow[],
  problems: PlanProblem[],
): GroupedSectors {
  const sectors = new Map<string, Sector>();
  const places = new Map<Objective, string>();
  const sectorAt = (named: unknown, more: object): Sector => {
    const name = String(named ?? '').trim();
    const sector = sectors.get(name) ?? { owner: null, weightTotal: null, ...more, name, objectives: [] };
    sectors.set(name, sector);
    return sector;
  };
  for (const { values } of sectorRows) sectorAt(values['name'], values);
  let current: Objective | undefined;
  let within: unknown;
  for (const row of rows) {
    const { title, sector } = row.values;
    if (title !== undefined || sector !== undefined) {
      current = objectiveOf(row);
      places.set(current, row.place);
      within = sector ?? within;
      sectorAt(within, {}).objectives.push(current);
    }
    if (current === undefined) {
      const message = `${row.place}: prima di questa riga manca un obiettivo (colonne Settore e Obiettivo).`;
      problems.push({ place: row.place, value: '', message });
    } else addTo(current, row);
  }
  const list = [...sectors.values()];
  return {
    list,
    placed: (problem) => {
      const [, sector, objective] = /^sectors\[(\d+)\]\.objectives\[(\d+)\]/.exec(problem.place) ?? [];
      const found = list[Number(sector)]?.objectives[Number(objective)];
      const place = found === undefined ? undefined : places.get(found);
      return place === undefined ? problem : { ...problem, place, message: `${place}: ${problem.message}` };
    },
  };
}

function objectiveOf({ values }: ReadRow): Objective {
  const {
    sector,
    resultValue,
    resultUnit,
    firstLine,
    lastLine,
    number = null,
    weight = null,
    ...plain
  } = values;
  return {
    ...plain,
    number,
    weight,
    shared: values['shared'] ?? false,
    ...(resultValue === undefined ? {} : { result: withUnit(resultValue, resultUnit) }),
    ...(firstLine === undefined ? {} : { sourceLines: [firstLine, lastLine ?? firstLine] }),
    indicators: [],
    milestones: [],
  };
}

const withUnit = (value: unknown, unit: unknown): object => ({
  value,
  ...(unit === undefined ? {} : { unit }),
});

function addTo(objective: Objective, { others: [indicator = {}, milestone = {}] }: ReadRow): void {
  const { text, op, ...target } = indicator;
  if (Object.keys(indicator).length > 0) {
    const wanted =
      target['value'] === undefined ? {} : { target: { ...target, ...(op === undefined ? {} : { op }) } };
    objective.indicators.push({ text: text ?? '', ...wanted });
  }
  if (Object.keys(milestone).length > 0) {
    objective.milestones.push({ phrase: '', ...milestone });
  }
}
