/** What commands on a year's measurement share: the year held, who acts in which role, the places people name. */
import type { AssessmentContext, AssessmentRefusal } from '../../../domain/scoring/assessment-rules.js';
import { workingCalendar } from '../../../domain/time/working-calendar.js';
import { findCycle } from '../../../store/cycle/cycles.js';
import type { FactsClock } from '../../../store/facts-clock.js';
import type { Tx } from '../../../store/in-town.js';
import { holdMeasurement } from '../../../store/measurement/evaluated-objectives.js';
import { findObligation } from '../../../store/obligations/obligations.js';
import {
  loadMeasuredYear,
  type MeasuredYear,
  type ObjectiveMeasured,
  type SectorMeasured,
} from '../../queries/measured-year.js';
import type { Refusal } from '../../refusals.js';
import { nameOf } from '../monitoring/line-problems.js';
import type { Commander } from '../run-command.js';

export interface HeldYear extends MeasuredYear {
  readonly measurement: string;
}

export type TakenYear =
  | { readonly ok: true; readonly year: HeldYear }
  | { readonly ok: false; readonly refusal: Refusal };

/** Held until the transaction ends: of two at once the second finds what the first did. */
export async function takeYear(
  tx: Tx,
  { viewer }: Commander,
  { today }: FactsClock,
  asked: number,
): Promise<TakenYear> {
  const cycle = await findCycle(tx, asked);
  const held = cycle === null ? null : await holdMeasurement(tx, cycle.id);
  if (cycle?.state === 'closed') return { ok: false, refusal: { code: 'evaluation-closed' } };
  if (cycle === null || held === null) return { ok: false, refusal: { code: 'not-found' } };
  const year = await loadMeasuredYear(tx, cycle, { town: viewer.town, today });
  return { ok: true, year: { ...year, measurement: held } };
}

/** `null`: degrees may be decided on that day. */
export async function notOpenYet(
  tx: Tx,
  { measurement }: HeldYear,
  { today }: FactsClock,
): Promise<Refusal | null> {
  const opens = (await findObligation(tx, measurement))?.obligation.opens ?? null;
  return opens !== null && today < opens ? { code: 'evaluation-not-open', opens } : null;
}

export interface FoundPlace {
  readonly sector: SectorMeasured;
  readonly measured: ObjectiveMeasured;
}

/** `null`: the sector does not answer for that objective. */
export function placeIn(
  { sectors }: MeasuredYear,
  asked: { readonly objective: string; readonly sector: string },
): FoundPlace | null {
  const sector = sectors.find(({ id }) => id === asked.sector);
  const measured = sector?.objectives.find(
    ({ objective, isLed }) => objective.id === asked.objective && !isLed,
  );
  return sector === undefined || measured === undefined ? null : { sector, measured };
}

export const contextOf = ({ rules }: MeasuredYear, { sector }: FoundPlace): AssessmentContext => ({
  owner: sector.sheet?.owner ?? { role: 'head', sector: sector.name },
  evaluator: rules.rules.evaluator,
  headInOffice: sector.headInOffice,
});

/** What a step is refused for, as the API says it. Reasons and figures that are missing are the caller's to place. */
export function stepRefusal(
  { code }: AssessmentRefusal,
  { measured }: FoundPlace,
  evaluator: string,
): Refusal {
  const objective = nameOf(measured.objective);
  switch (code) {
    case 'not-the-evaluator':
      return { code, evaluator };
    case 'already-decided':
    case 'not-decided':
      return { code, objective };
    case 'head-in-office':
      return { code };
    case 'not-the-head':
      return { code: 'not-allowed' };
    case 'reason-missing':
    case 'figure-not-named': {
      const message = `${objective}: manca ${code === 'reason-missing' ? 'la motivazione' : 'quale dato si attende'}.`;
      return {
        code: 'invalid',
        problems: [{ field: code === 'reason-missing' ? 'reason' : 'waitingFor', message }],
      };
    }
  }
}

/** By which the duty is owed again when a decision is taken back. */
export const calendarOf = ({ viewer }: Commander) => workingCalendar(viewer.town.closures);
