/** Plans to try the rules on: one sector, one objective, unless said. */
import type {
  PlanDocument,
  PlanMilestone,
  PlanObjective,
  PlanSector,
} from '../../../domain/plan/plan-document.js';

export const by = (date: string, over: Partial<PlanMilestone> = {}): PlanMilestone => ({
  kind: 'date',
  date,
  phrase: `entro il ${date}`,
  ...over,
});

export const every = (recurrence: string): PlanMilestone => ({
  kind: 'recurring',
  recurrence,
  phrase: recurrence,
});

export const since = (offset: string, anchor: string | null): PlanMilestone => ({
  kind: 'relative',
  offset,
  anchor,
  phrase: `${offset} da ${anchor ?? 'allora'}`,
});

export const EXTERNAL: PlanMilestone = {
  kind: 'external-term',
  anchor: 'bando',
  phrase: 'entro i termini del bando',
};

export const objective = (
  milestones: readonly PlanMilestone[] = [],
  over: Partial<PlanObjective> = {},
): PlanObjective => ({
  number: '1',
  title: 'Manutenzioni',
  weight: 100,
  shared: false,
  indicators: [],
  milestones,
  ...over,
});

export const sector = (objectives: readonly PlanObjective[], over: Partial<PlanSector> = {}): PlanSector => ({
  name: 'A',
  owner: null,
  weightTotal: null,
  objectives,
  ...over,
});

export const plan = (
  sectors: readonly PlanSector[],
  document: Partial<PlanDocument['document']> = {},
): PlanDocument => ({
  document: {
    body: 'Comune di Prova',
    kind: 'plan',
    year: 2023,
    act: null,
    actDate: null,
    weights: 'points',
    ...document,
  },
  sectors,
  lint: [],
});

/** A plan of one objective with these milestones. */
export const planOf = (...milestones: readonly PlanMilestone[]): PlanDocument =>
  plan([sector([objective(milestones)])]);
