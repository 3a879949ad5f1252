/** A decision is taken back with a reason, by whoever decides; or a reason is written, by the head or d'ufficio. */

import { type Role, roleKey } from '../../../domain/obligations/obligation.js';
import type { AssessmentStep } from '../../../domain/scoring/assessment.js';
import { assessmentRefusal } from '../../../domain/scoring/assessment-rules.js';
import type { Json } from '../../../store/connection.js';
import type { FactsClock } from '../../../store/facts-clock.js';
import type { Tx } from '../../../store/in-town.js';
import { appendSteps } from '../../../store/measurement/assessments.js';
import { sectorIds } from '../../../store/people/roles.js';
import type { Refusal } from '../../refusals.js';
import { actingRole } from '../../rights.js';
import {
  contextOf,
  type FoundPlace,
  type HeldYear,
  notOpenYet,
  placeIn,
  stepRefusal,
  takeYear,
} from '../measurement/measurement-command.js';
import { reasonProblem } from '../measurement/reason-problem.js';
import { type Settled, settleMeasurement } from '../measurement/settle-measurement.js';
import { auditEvaluation } from '../monitoring/sheet-command.js';
import { type Commander, type Done, type Outcome, runCommand } from '../run-command.js';
import { roleIn, wordFor } from './decide.js';

export interface ReasonAsked {
  readonly year: number;
  readonly objective: string;
  readonly sector: string;
  readonly reason: string;
  /** How many steps of its history were on the page; `null`: not said. */
  readonly seen: number | null;
}

export interface StepTaken {
  readonly [key: string]: Json;
  readonly objective: string;
  readonly sector: string;
}

/** *Riapri il grado*: the duty of whoever decides is owed again. */
export const reopenDecision = (commander: Commander, asked: ReasonAsked): Promise<Outcome<StepTaken>> =>
  takeStep(commander, 'measurement.decide', asked, ({ year, reason }) => {
    const by = roleIn(commander, year);
    return by === null ? 'not-the-evaluator' : { by, what: { step: 'reopened', reason } };
  });

/** Why a degree is under 100; of the Segretario it is *d'ufficio*, and only where nobody holds the office. */
export const giveReason = (commander: Commander, asked: ReasonAsked): Promise<Outcome<StepTaken>> =>
  takeStep(commander, 'measurement.reason', asked, ({ year, place, reason }) => {
    const { owner } = contextOf(year, place);
    const by = actingRole(commander.viewer.roles, 'measurement.reason', [owner]);
    if (by === null) return 'not-allowed';
    const exOfficio = roleKey(by) !== roleKey(owner);
    return { by, what: { step: 'reason-given', reason, exOfficio } };
  });

type Taking = (known: {
  readonly year: HeldYear;
  readonly place: FoundPlace;
  readonly reason: string;
}) => { readonly by: Role; readonly what: AssessmentStep } | 'not-allowed' | 'not-the-evaluator';

function takeStep(
  commander: Commander,
  action: 'measurement.decide' | 'measurement.reason',
  asked: ReasonAsked,
  taking: Taking,
): Promise<Outcome<StepTaken>> {
  return runCommand(commander, action, { ...asked }, async (tx, clock): Promise<Done<StepTaken>> => {
    const taken = await takeYear(tx, commander, clock, asked.year);
    if (!taken.ok) return taken;
    const { year } = taken;
    const place = placeIn(year, asked);
    if (place === null) return { ok: false, refusal: { code: 'not-found' } };
    const reason = asked.reason.trim();
    const evaluator = wordFor(year, commander.viewer.town.settings.words.evaluator);
    const step = taking({ year, place, reason });
    if (step === 'not-allowed') return { ok: false, refusal: { code: step } };
    const early = (await notOpenYet(tx, year, clock)) ?? reasonProblem(reason, 'reason');
    if (early !== null) return { ok: false, refusal: early };
    if (step === 'not-the-evaluator') return { ok: false, refusal: { code: step, evaluator } };
    const { assessment } = place.measured;
    if (asked.seen !== null && asked.seen !== assessment.steps.length)
      return { ok: false, refusal: { code: 'changed-meanwhile' } };
    const refused = assessmentRefusal(assessment.stands, step.what, step.by, contextOf(year, place));
    if (refused !== null) return { ok: false, refusal: stepRefusal(refused, place, evaluator) as Refusal };
    const { starts } = await write(tx, commander, clock, { year, place, step });
    return { ok: true, result: { objective: asked.objective, sector: asked.sector }, starts };
  });
}

async function write(
  tx: Tx,
  commander: Commander,
  clock: FactsClock,
  said: {
    readonly year: HeldYear;
    readonly place: FoundPlace;
    readonly step: { readonly by: Role; readonly what: AssessmentStep };
  },
): Promise<Settled> {
  const { year, place, step } = said;
  const { measurement } = year;
  const person = commander.viewer.person.id;
  const made = { measurement, rules: year.rules.number, person, at: clock.now, on: clock.today };
  await appendSteps(tx, made, await sectorIds(tx), [{ ...place.measured.place, ...step }]);
  const isReopening = step.what.step === 'reopened';
  await auditEvaluation(tx, commander, clock, {
    action: isReopening ? 'measurement.reopen' : 'measurement.reason',
    ...{ role: step.by, duty: measurement, after: { ...place.measured.place } },
  });
  return isReopening
    ? settleMeasurement(tx, commander, clock, step.by, year)
    : { complete: false, starts: [] };
}
