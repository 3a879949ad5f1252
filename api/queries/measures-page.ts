/** *Come si misura*: the objectives of a year with their parts, what is set of each and what is still to be said. */
import type { Tx } from '../../store/in-town.js';
import { listMeasureChanges, type MeasureChange } from '../../store/measurement/measure-definitions.js';
import type { MeasuredObjective, PlannedPhase } from '../../store/measurement/measured-objectives.js';
import type { Viewer } from '../viewer.js';
import { loadMeasurementPage, type MeasurementPage } from './measurement-page.js';

/** A line of the plan that is a part of its objective: once, however often it recurs. */
export interface PhaseShown
  extends Pick<PlannedPhase, 'phrase' | 'term' | 'weight' | 'isOfThePlan' | 'isSet'> {
  /** `null`: the whole objective, by its implicit term. */
  readonly milestone: string | null;
  readonly recurs: boolean;
}

export interface MeasureShown {
  readonly objective: MeasuredObjective;
  readonly phases: readonly PhaseShown[];
  /** Sectors that have it, in the plan's order. */
  readonly sectors: readonly string[];
  /** Indicators in words alone: nobody has said how to measure them, and the plan prints no figure. */
  readonly toDefine: number;
}

export interface MeasuresPage {
  readonly page: MeasurementPage;
  /** Those that the viewer may see, in the plan's order, each once. */
  readonly measures: readonly MeasureShown[];
  readonly changes: readonly MeasureChange[];
}

/** `null`: no plan is approved yet. */
export async function loadMeasuresPage(
  tx: Tx,
  viewer: Viewer,
  asked: number | null,
): Promise<MeasuresPage | null> {
  const page = await loadMeasurementPage(tx, viewer, asked);
  if (page === null) return null;
  const shown = new Map<string, MeasureShown>();
  for (const { name, objectives } of page.sectors)
    for (const { objective } of objectives) {
      const known = shown.get(objective.id);
      shown.set(
        objective.id,
        known === undefined ? measureOf(objective, name) : { ...known, sectors: [...known.sectors, name] },
      );
    }
  const changes = await listMeasureChanges(tx, page.year.cycle.id);
  return {
    page,
    measures: [...shown.values()],
    changes: changes.filter(({ objective }) => shown.has(objective.id)),
  };
}

const measureOf = (objective: MeasuredObjective, sector: string): MeasureShown => ({
  ...{ objective, phases: phasesOf(objective), sectors: [sector] },
  toDefine: objective.indicators.filter(({ definition }) => definition === null).length,
});

function phasesOf({ phases }: MeasuredObjective): readonly PhaseShown[] {
  const lines = new Map<string, PhaseShown>();
  for (const { id, milestone, phrase, term, weight, isOfThePlan, isSet, recurrence, state } of phases) {
    const line = milestone ?? id;
    if (lines.has(line) || state === 'waived' || state === 'superseded') continue;
    lines.set(line, {
      ...{ milestone, phrase, term, weight, isOfThePlan, isSet, recurs: recurrence !== null },
    });
  }
  return [...lines.values()];
}
