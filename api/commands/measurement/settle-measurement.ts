/** After a step: is every degree decided? Then the evaluator's duty is done; taken back, it is owed again. */
import { dueAgain } from '../../../domain/cycle/submission-state.js';
import type { Role } from '../../../domain/obligations/obligation.js';
import { dueOf } from '../../../domain/obligations/obligation.js';
import { later } from '../../../domain/time/civil-date.js';
import type { WorkflowStart } from '../../../store/announcements.js';
import type { FactsClock } from '../../../store/facts-clock.js';
import type { Tx } from '../../../store/in-town.js';
import { markEvaluated } from '../../../store/measurement/evaluated-objectives.js';
import { completeObligation, openAgain } from '../../../store/obligations/obligation-commands.js';
import { findObligation } from '../../../store/obligations/obligations.js';
import { cycleStart, objectiveStart, roundStart } from '../../../workflows/contract.js';
import { loadMeasuredYear, type MeasuredYear } from '../../queries/measured-year.js';
import { auditChange, enterAct } from '../obligations/obligation-command.js';
import type { Commander } from '../run-command.js';
import { calendarOf, type HeldYear } from './measurement-command.js';

/** Nothing is open: each objective that counts has its degree. */
const isComplete = ({ sectors }: MeasuredYear): boolean =>
  sectors.every(({ total }) => total.open.length === 0);

export interface Settled {
  readonly complete: boolean;
  /** Whom it concerns. */
  readonly starts: readonly WorkflowStart[];
}

export async function settleMeasurement(
  tx: Tx,
  commander: Commander,
  clock: FactsClock,
  role: Role,
  { cycle, measurement }: HeldYear,
): Promise<Settled> {
  const { town } = commander.viewer;
  const now = await loadMeasuredYear(tx, cycle, { town, today: clock.today });
  const complete = isComplete(now);
  const objectives = await settleObjectives(tx, now);
  const starts = objectives.map((objective) =>
    objectiveStart({ town: town.id, objective, year: cycle.year }),
  );
  const record = await findObligation(tx, measurement);
  if (record === null) throw new Error('the measurement vanished under its lock');
  const { state } = record.obligation;
  if (complete === (state === 'done') || (state !== 'open' && state !== 'done')) return { complete, starts };
  const change = complete
    ? await completeObligation(tx, {
        ...{ obligation: measurement, rowVersion: null, doneOn: clock.today, recordedAt: clock.now },
        ...{ by: commander.viewer.person.id, note: null },
      })
    : await openAgain(tx, {
        ...{ obligation: measurement, rowVersion: null, today: clock.today },
        due: later(dueAgain(clock.today, calendarOf(commander)), dueOf(record.obligation) ?? clock.today),
      });
  if (!change.ok) throw new Error(`the measurement could not be settled: ${change.refusal}`);
  const kind = complete ? 'completed' : 'reopened';
  const more = complete ? { doneOn: clock.today, note: null, evidence: [] } : { reason: null };
  await enterAct(tx, commander, clock, { kind, obligation: measurement, role, more });
  const action = complete ? 'measurement.complete' : 'measurement.reopen';
  await auditChange(tx, commander, clock, { action, role, before: change.before, after: change.after });
  const cycleToo = cycleStart({ town: town.id, cycle: cycle.id, year: cycle.year });
  return { complete, starts: [...starts, cycleToo, ...(complete ? [] : [roundStart({ town: town.id })])] };
}

/** Those whose state changed: decided in every sector that answers for them, or no longer. */
async function settleObjectives(tx: Tx, { sectors }: MeasuredYear): Promise<readonly string[]> {
  const open = new Set(
    sectors.flatMap(({ objectives, total }) =>
      objectives.map(({ objective }) => objective.id).filter((id) => total.open.includes(id)),
    ),
  );
  const all = new Set(sectors.flatMap(({ objectives }) => objectives.map(({ objective }) => objective.id)));
  const decided = [...all].filter((id) => !open.has(id));
  return [...(await markEvaluated(tx, decided, true)), ...(await markEvaluated(tx, [...open], false))];
}
