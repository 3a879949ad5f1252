/** The evaluation of a year, whole: each objective in each sector with what was planned, claimed, proposed and decided. */
import { type SheetLine, suggestedSheetLine } from '../../domain/cycle/self-evaluation-line.js';
import type { Role } from '../../domain/obligations/obligation.js';
import { isVacant } from '../../domain/obligations/receivers.js';
import { type Measuring, proposedFor } from '../../domain/scoring/measured-objective.js';
import type { Proposal } from '../../domain/scoring/proposal.js';
import type { SectorTotal } from '../../domain/scoring/sector-total.js';
import { type DecidedObjective, townTotals } from '../../domain/scoring/town-total.js';
import { type CivilDate, civilDateOf } from '../../domain/time/civil-date.js';
import { workingCalendar } from '../../domain/time/working-calendar.js';
import type { Cycle } from '../../store/cycle/cycles.js';
import type { Tx } from '../../store/in-town.js';
import {
  type AssessedPlace,
  assessmentsOf,
  type KeptAssessment,
  placeKey,
  UNASSESSED,
} from '../../store/measurement/assessments.js';
import { measurementOf } from '../../store/measurement/evaluated-objectives.js';
import { type MeasuredObjective, measuredSectors } from '../../store/measurement/measured-objectives.js';
import { type NumberedRules, scoringRulesInForce } from '../../store/measurement/scoring-rules.js';
import { listSheets, type Sheet } from '../../store/measurement/self-evaluations.js';
import { lastMonitored, type MonitoredLine } from '../../store/monitoring/monitored-lines.js';
import { loadStaff } from '../../store/people/absences.js';
import { type KeptPaymentTimes, paymentTimesOf } from '../../store/relazione/payment-times.js';
import type { Town } from '../../store/towns/towns.js';

/** An objective in a sector. */
export interface ObjectiveMeasured {
  readonly objective: MeasuredObjective;
  /** Where it is assessed: under its lead sector, if it has one. */
  readonly place: AssessedPlace;
  /** Another sector answers for it. */
  readonly isLed: boolean;
  /** What a sheet can begin from. */
  readonly suggested: SheetLine;
  /** From phases and the values claimed, else those of the last monitoring. */
  readonly proposal: Proposal;
  readonly assessment: KeptAssessment;
}

export interface SectorMeasured {
  readonly id: string;
  readonly name: string;
  /** `null`: it has no objectives, or they were due before the start day. */
  readonly sheet: Sheet | null;
  /** Whoever owes the sheet holds office today. */
  readonly headInOffice: boolean;
  readonly objectives: readonly ObjectiveMeasured[];
  readonly total: SectorTotal;
  readonly payment: KeptPaymentTimes | null;
}

export interface MeasuredYear {
  readonly cycle: Cycle;
  /** Id of the evaluator's duty; `null`: nothing is to be evaluated. */
  readonly measurement: string | null;
  readonly rules: NumberedRules;
  readonly measuring: Measuring;
  readonly sectors: readonly SectorMeasured[];
}

export async function loadMeasuredYear(
  tx: Tx,
  cycle: Cycle,
  { town, today }: { readonly town: Town; readonly today: CivilDate },
): Promise<MeasuredYear> {
  const measurement = await measurementOf(tx, cycle.id);
  const [rules, sectors, sheets, monitored, staff, assessments, payments] = await Promise.all([
    scoringRulesInForce(tx),
    measuredSectors(tx, cycle.id),
    listSheets(tx, cycle.id),
    lastMonitored(tx, cycle.id),
    loadStaff(tx, today),
    measurement === null ? new Map<string, KeptAssessment>() : assessmentsOf(tx, measurement),
    measurement === null ? new Map<string, KeptPaymentTimes>() : paymentTimesOf(tx, measurement),
  ]);
  const until = civilDateOf(cycle.year, 12, 31);
  const measuring: Measuring = { rules: rules.rules, calendar: workingCalendar(town.closures), until };
  const measured = sectors.map(({ id, name, objectives }) => {
    const sheet = sheets.find(({ sector }) => sector === id) ?? null;
    const owner: Role = sheet?.owner ?? { role: 'head', sector: name };
    return {
      ...{ id, name, sheet, headInOffice: !isVacant(staff, owner), payment: payments.get(id) ?? null },
      objectives: objectives.map((objective) => {
        const place = { objective: objective.id, sector: objective.lead ?? id };
        const said = monitored.get(`${place.sector} ${objective.id}`) ?? null;
        const assessment = assessments.get(placeKey(place)) ?? UNASSESSED;
        return objectiveMeasured(objective, place, { sector: id, said, assessment, measuring });
      }),
    };
  });
  const totals = totalsOf(measured, rules);
  return {
    ...{ cycle, measurement, rules, measuring },
    sectors: measured.map((one, at) => ({ ...one, total: totals[at] as SectorTotal })),
  };
}

function objectiveMeasured(
  objective: MeasuredObjective,
  place: AssessedPlace,
  known: {
    readonly sector: string;
    readonly said: MonitoredLine | null;
    readonly assessment: KeptAssessment;
    readonly measuring: Measuring;
  },
): ObjectiveMeasured {
  const { sector, said, assessment, measuring } = known;
  // A figure of the first half says nothing of the year.
  const isOfYearEnd = said !== null && said.referenceOn >= measuring.until;
  const monitored = said === null ? null : { ...said.content, ...(isOfYearEnd ? {} : { indicators: [] }) };
  const begun = proposalOf(objective, monitored?.indicators ?? [], measuring);
  const claimed = assessment.claim;
  return {
    ...{ objective, place, isLed: place.sector !== sector, assessment },
    suggested: suggestedSheetLine(monitored, begun),
    proposal: claimed === null ? begun : proposalOf(objective, claimed.indicators, measuring),
  };
}

/** With these values of its indicators. */
export const proposalOf = (
  { phases, indicators }: MeasuredObjective,
  values: SheetLine['indicators'],
  measuring: Measuring,
): Proposal =>
  proposedFor(
    {
      phases,
      indicators: indicators.map(({ id, definition, rule, weight }) => {
        const said = values.find(({ indicator }) => indicator === id);
        return { id, definition, rule, weight, value: said?.waiting === false ? said.value : '' };
      }),
    },
    measuring,
  );

/** In the order of `sectors`. */
function totalsOf(
  sectors: readonly Omit<SectorMeasured, 'total'>[],
  { rules }: NumberedRules,
): readonly SectorTotal[] {
  const decided = sectors.flatMap(({ name, objectives }) =>
    objectives.flatMap(({ objective, assessment }): readonly DecidedObjective[] => {
      const verdict = assessment.stands.decided;
      return verdict === null ? [] : [{ objective: objective.id, sector: name, verdict }];
    }),
  );
  const planned = sectors.map(({ name, objectives }) => ({
    name,
    objectives: objectives.map(({ objective: { id, weight, shared } }) => {
      return { id, weight, group: shared ? 'structure' : 'own' };
    }),
  }));
  const isWeighed = planned.some(({ objectives }) => objectives.some(({ weight }) => weight !== null));
  const scale = isWeighed ? rules.scale : 'none';
  return townTotals(planned, decided, scale, rules.redistribution).map(({ total }) => total);
}
