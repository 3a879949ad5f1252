/** The evaluation of a furnished town: rules, definitions, a sheet with a line, one assessment, payment times, an act. */
import { DEFAULT_MEASUREMENT_TERMS } from '../../domain/cycle/measurement-obligations.js';
import { EMPTY_SHEET_LINE } from '../../domain/cycle/self-evaluation-line.js';
import { points } from '../../domain/plan/points.js';
import { degree } from '../../domain/scoring/degree.js';
import { LEAST_PAYMENT_SHARE } from '../../domain/scoring/gates.js';
import { figure } from '../../domain/scoring/indicator.js';
import { DEFAULT_SCORING_RULES } from '../../domain/scoring/scoring-rules.js';
import type { CivilDate } from '../../domain/time/civil-date.js';
import type { Instant } from '../../domain/time/instant.js';
import { findCycle } from '../../store/cycle/cycles.js';
import type { Tx } from '../../store/in-town.js';
import { appendSteps } from '../../store/measurement/assessments.js';
import { holdMeasurement } from '../../store/measurement/evaluated-objectives.js';
import {
  defineIndicator,
  recordMeasureChange,
  weighMilestone,
} from '../../store/measurement/measure-definitions.js';
import { measuredSectors } from '../../store/measurement/measured-objectives.js';
import { planMeasurement } from '../../store/measurement/measurement.js';
import { recordMeasurementAct } from '../../store/measurement/measurement-acts.js';
import { addScoringRules } from '../../store/measurement/scoring-rules.js';
import { listSheets, saveSheetLine } from '../../store/measurement/self-evaluations.js';
import { sectorIds } from '../../store/people/roles.js';
import { keepPaymentTimes } from '../../store/relazione/payment-times.js';

export async function furnishMeasurement(
  tx: Tx,
  { head, secretary, at, today }: { head: string; secretary: string; at: Instant; today: CivilDate },
): Promise<void> {
  const cycle = await findCycle(tx, 2023);
  if (cycle === null) throw new Error('the furnished town has no cycle');
  await planMeasurement(tx, cycle, DEFAULT_MEASUREMENT_TERMS);
  const set = { at, by: secretary };
  await addScoringRules(tx, DEFAULT_SCORING_RULES, { source: 'SMVP, G.C. 10 del 2022', ...set });
  const sector = (await measuredSectors(tx, cycle.id)).find(({ name }) => name === 'Finanziario');
  const [objective, sheet] = [
    sector?.objectives[0],
    (await listSheets(tx, cycle.id)).find(({ sector: one }) => one === sector?.id),
  ];
  const measurement = await holdMeasurement(tx, cycle.id);
  if (sector === undefined || objective === undefined || sheet === undefined || measurement === null)
    throw new Error('the Finanziario is not evaluated');
  const [indicator, phase] = [objective.indicators[0], objective.phases[0]];
  await defineIndicator(tx, indicator?.id ?? '', { definition: null, rule: null, weight: points(50) }, set);
  await weighMilestone(tx, phase?.milestone ?? '', points(50), set);
  const slip = { cycle: cycle.id, objective: objective.id, act: null, reason: 'letto male', parts: [] };
  await recordMeasureChange(tx, slip, set);
  await saveSheetLine(tx, sheet.id, { objective: objective.id, content: EMPTY_SHEET_LINE }, { at, by: head });
  const made = { measurement, rules: 1, person: head, at, on: today };
  const place = { objective: objective.id, sector: sector.id };
  const by = { role: 'head', sector: 'Finanziario' } as const;
  await appendSteps(tx, made, await sectorIds(tx), [
    { ...place, by, what: { step: 'proposed', degree: degree(80) } },
  ]);
  const times = { share: LEAST_PAYMENT_SHARE, target: figure(0), indicator: null, verified: null };
  await keepPaymentTimes(tx, { measurement, sector: sector.id }, times, set);
  const act = { kind: 'minutes', sector: null, onDay: today, number: '3', note: '' } as const;
  await recordMeasurementAct(tx, measurement, act, set);
}
