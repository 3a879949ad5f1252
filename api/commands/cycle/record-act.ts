/** Dated acts of an evaluation, without scores; one entered by mistake is withdrawn with a reason and stays listed. */
import { parseCivilDate } from '../../../domain/time/civil-date.js';
import type { Json } from '../../../store/connection.js';
import type { FactsClock } from '../../../store/facts-clock.js';
import {
  type ActKind,
  measurementActs,
  recordMeasurementAct,
  validatedOn,
  withdrawMeasurementAct,
} from '../../../store/measurement/measurement-acts.js';
import type { FieldProblem } from '../../refusals.js';
import { actingRole } from '../../rights.js';
import { type HeldYear, takeYear } from '../measurement/measurement-command.js';
import { reasonProblem } from '../measurement/reason-problem.js';
import { auditEvaluation } from '../monitoring/sheet-command.js';
import { type Commander, type Done, type Outcome, runCommand } from '../run-command.js';

export interface ActAsked {
  readonly year: number;
  readonly kind: ActKind;
  /** `null`: of all sectors. */
  readonly sector: string | null;
  /** As typed. */
  readonly day: string;
  readonly number: string;
  readonly note: string;
}

export interface ActRecorded {
  readonly [key: string]: Json;
  readonly act: string;
  /** A payment before the Relazione was validated: recorded, and said. */
  readonly beforeValidation: boolean;
}

const LIMITS = { number: 100, note: 1_000 } as const;

/** A dated act without scores, by whoever may record it for the year. */
export function recordAct(commander: Commander, asked: ActAsked): Promise<Outcome<ActRecorded>> {
  const action = 'measurement.record';
  return runCommand(commander, action, { ...asked }, async (tx, clock): Promise<Done<ActRecorded>> => {
    const taken = await takeYear(tx, commander, clock, asked.year);
    if (!taken.ok) return taken;
    const { year } = taken;
    const role = actingRole(commander.viewer.roles, action, []);
    if (role === null) return { ok: false, refusal: { code: 'not-allowed' } };
    const problems = problemsOf(asked, year, clock);
    const onDay = parseCivilDate(asked.day.trim());
    if (problems.length > 0 || onDay === null) return { ok: false, refusal: { code: 'invalid', problems } };
    const { kind, sector } = asked;
    const [number, note] = [asked.number.trim(), asked.note.trim()];
    const by = commander.viewer.person.id;
    const kept = { kind, sector, onDay, number, note };
    const act = await recordMeasurementAct(tx, year.measurement, kept, { at: clock.now, by });
    await auditEvaluation(tx, commander, clock, {
      ...{ action: 'measurement.act', role, duty: year.measurement },
      after: { act, kind, sector, day: onDay, number },
    });
    const beforeValidation = kind === 'payment' && isBefore(await validatedOn(tx, year.cycle.id), onDay);
    return { ok: true, result: { act, beforeValidation }, starts: [] };
  });
}

/** Was it paid while nothing was validated? */
export const isBefore = (validated: string | null, paid: string): boolean =>
  validated === null || paid < validated;

function problemsOf(
  { kind, sector, day, number, note }: ActAsked,
  { sectors, cycle }: HeldYear,
  { today }: FactsClock,
): readonly FieldProblem[] {
  const problems: FieldProblem[] = [];
  const onDay = parseCivilDate(day.trim());
  if (onDay === null)
    problems.push({ field: 'day', message: "Indica il giorno dell'atto: giorno, mese e anno." });
  else if (onDay > today) problems.push({ field: 'day', message: "Il giorno dell'atto è nel futuro." });
  else if (Number(onDay.slice(0, 4)) < cycle.year)
    problems.push({ field: 'day', message: `L'atto è di prima del ${cycle.year}: controlla l'anno.` });
  if (sector !== null && !sectors.some(({ id }) => id === sector))
    problems.push({ field: 'sector', message: 'Questo settore non è nel piano.' });
  if (sector === null && kind === 'remarks')
    problems.push({ field: 'sector', message: 'Le osservazioni sono di un settore: indica quale.' });
  if (number.trim() === '' && kind !== 'remarks')
    problems.push({ field: 'number', message: "Indica il numero dell'atto." });
  if (number.length > LIMITS.number)
    problems.push({ field: 'number', message: `Al più ${LIMITS.number} caratteri.` });
  if (note.length > LIMITS.note)
    problems.push({ field: 'note', message: `Al più ${LIMITS.note} caratteri.` });
  return problems;
}

export interface ActWithdrawal {
  readonly year: number;
  readonly act: string;
  readonly reason: string;
}

/** It stays listed, with the reason. */
export function withdrawAct(commander: Commander, asked: ActWithdrawal): Promise<Outcome<{ act: string }>> {
  const action = 'measurement.record';
  return runCommand(commander, action, { ...asked }, async (tx, clock): Promise<Done<{ act: string }>> => {
    const taken = await takeYear(tx, commander, clock, asked.year);
    if (!taken.ok) return taken;
    const { measurement } = taken.year;
    const role = actingRole(commander.viewer.roles, action, []);
    if (role === null) return { ok: false, refusal: { code: 'not-allowed' } };
    const reason = asked.reason.trim();
    const refusal = reasonProblem(reason, 'reason');
    if (refusal !== null) return { ok: false, refusal };
    const by = commander.viewer.person.id;
    const said = { reason, at: clock.now, by };
    const isThere = (await measurementActs(tx, measurement)).some(({ id }) => id === asked.act);
    if (!isThere) return { ok: false, refusal: { code: 'not-found' } };
    if (!(await withdrawMeasurementAct(tx, { measurement, act: asked.act }, said)))
      return { ok: false, refusal: { code: 'act-withdrawn' } };
    await auditEvaluation(tx, commander, clock, {
      ...{ action: 'measurement.act-withdrawn', role, duty: measurement, after: { act: asked.act } },
    });
    return { ok: true, result: { act: asked.act }, starts: [] };
  });
}
