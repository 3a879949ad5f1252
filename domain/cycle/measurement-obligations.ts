/**
 * What the evaluation of a year makes people owe: a self-evaluation of each sector, and of whoever evaluates the degrees
 * of all. The cycle opens its rows by this function, and the prova generale lives through the same ones.
 */
import type { Obligation, Role } from '../obligations/obligation.js';
import type { PlanDocument } from '../plan/plan-document.js';
import type { CivilDate } from '../time/civil-date.js';
import { type MonitoredSector, monitoringTitle, sectorOwner } from './monitoring-obligations.js';
import { type YearDay, yearDayOf } from './windows.js';

/** From when, and by when. */
export interface Term {
  readonly opens: YearDay;
  readonly due: YearDay;
}

/** As a town sets it; by default design §10's. */
export interface MeasurementTerms {
  readonly selfEvaluation: Term;
  readonly measurement: Term;
}

const OPENS: YearDay = { month: 1, day: 2, yearsAfter: 1 };
/** Self-evaluations by 15 February, degrees by 31 March of the year after (design §10). */
export const DEFAULT_MEASUREMENT_TERMS: MeasurementTerms = {
  selfEvaluation: { opens: OPENS, due: { month: 2, day: 15, yearsAfter: 1 } },
  measurement: { opens: OPENS, due: { month: 3, day: 31, yearsAfter: 1 } },
};

/** Who decides the degrees. */
export type Evaluator = 'oiv' | 'secretary' | 'mayor';

/** A self-evaluation of one sector, or the degrees of all. */
export interface MeasurementDuty {
  readonly kind: 'self-evaluation' | 'measurement';
  /** `null`: of the whole body. */
  readonly sector: MonitoredSector | null;
  readonly owner: Role;
  readonly opens: CivilDate;
  readonly due: CivilDate;
}

/** What pages and mails call it: Italian. */
export const selfEvaluationTitle = (year: number): string => `Autovalutazione ${year}`;
/** What pages and mails call it: Italian. */
export const measurementTitle = (year: number): string => `Misurazione dei risultati ${year}`;

/** A year as far as its evaluation depends on it. */
export interface EvaluatedYear {
  readonly year: number;
  /** The later of the day of approval and the day of going live: what was due before it is not asked. */
  readonly startDay: CivilDate;
  readonly evaluator: Evaluator;
}

/** The sectors' in their order, then the evaluator's; nothing where no sector has objectives. */
export function measurementDuties(
  terms: MeasurementTerms,
  { year, startDay, evaluator }: EvaluatedYear,
  sectors: readonly MonitoredSector[],
): readonly MeasurementDuty[] {
  const asked = sectors.filter(({ objectives }) => objectives > 0);
  if (asked.length === 0) return [];
  const daysOf = ({ opens, due }: Term) => ({ opens: yearDayOf(year, opens), due: yearDayOf(year, due) });
  const own = asked.map((sector): MeasurementDuty => {
    const days = daysOf(terms.selfEvaluation);
    return { kind: 'self-evaluation', sector, owner: sectorOwner(sector), ...days };
  });
  const whole: MeasurementDuty = {
    ...{ kind: 'measurement', sector: null, owner: { role: evaluator } },
    ...daysOf(terms.measurement),
  };
  return [...own, whole].filter(({ due }) => due >= startDay);
}

/** What a plan will owe, before it has rows: ids are places, as `self-evaluation.Finanziario`. */
export function plannedMeasurement(
  plan: PlanDocument,
  terms: MeasurementTerms,
  asked: Omit<EvaluatedYear, 'year'>,
): readonly Obligation[] {
  const { year } = plan.document;
  const sectors = plan.sectors.map(({ name, owner, objectives }) => ({
    ...{ name, printedOwner: owner, objectives: objectives.length },
  }));
  return measurementDuties(terms, { ...asked, year }, sectors).map(({ kind, sector, owner, opens, due }) => ({
    ...{ id: sector === null ? kind : `${kind}.${sector.name}`, kind, year, objectiveId: null, owner },
    ...{ term: { kind: 'date', due }, opens, startDay: asked.startDay, recurrence: null, version: 1 },
    ...{ state: 'open', doneOn: null, forecast: null, heldBack: false },
    subject: {
      ...{ sector: sector?.name ?? '', number: null, milestone: null, weight: null },
      objective:
        sector === null
          ? measurementTitle(year)
          : monitoringTitle(selfEvaluationTitle(year), sector.objectives),
    },
  }));
}
