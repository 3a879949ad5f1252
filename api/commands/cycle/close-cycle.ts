/** *Pronta per il Nucleo* with things missing, *Chiudi il ciclo*, *Riapri il ciclo*: the Segretario's, each with a reason. */

import type { Json } from '../../../store/connection.js';
import { closeYear } from '../../../store/cycle/close-year.js';
import { alignClosing } from '../../../store/cycle/closing-duties.js';
import { holdCycle } from '../../../store/cycle/cycles.js';
import { recordStep } from '../../../store/cycle/record-step.js';
import { reopenYear } from '../../../store/cycle/reopen-year.js';
import { objectivesInForce } from '../../../store/plan/objectives.js';
import { objectiveStart } from '../../../workflows/contract.js';
import { actingRole } from '../../rights.js';
import { reasonProblem } from '../measurement/reason-problem.js';
import { type Commander, type Outcome, runCommand } from '../run-command.js';
import { auditYear, startsOf, takeYear } from './record-closing.js';

export interface YearAsked {
  readonly year: number;
  readonly reason: string;
}

/** The Nucleo may work although something is missing. */
export function readyAnyway(commander: Commander, asked: YearAsked): Promise<Outcome<{ year: number }>> {
  return runCommand(commander, 'cycle.close', { ...asked, ready: true }, async (tx, clock) => {
    const held = await takeYear(tx, asked.year, clock);
    if (!held.ok) return held;
    const { cycle, setting } = held;
    const reason = asked.reason.trim();
    const problem = reasonProblem(reason, 'reason');
    if (problem !== null) return { ok: false, refusal: problem };
    const by = commander.viewer.person.id;
    const nothing = { outcome: null, act: null, protocolNumber: null, protocolOn: null, addresses: [] };
    const fact = { kind: 'ready', on: clock.today, note: reason, at: clock.now, by, ...nothing } as const;
    const made = await recordStep(tx, cycle, 'transmission', fact, setting);
    if (!made.ok)
      return { ok: false, refusal: { code: 'step-recorded', on: made.there.on, by: made.there.recordedBy } };
    const said = { action: 'cycle.ready', cycle, note: reason, act: null, after: {} };
    await auditYear(tx, commander, clock, said);
    return { ok: true, result: { year: cycle.year }, starts: startsOf(commander.viewer.town.id, cycle) };
  });
}

export interface Closed {
  readonly [key: string]: Json;
  readonly year: number;
  /** Duties that were open, and are asked for no more. */
  readonly leftOpen: number;
}

/** The year is closed by hand, whatever is missing. */
export function closeByHand(commander: Commander, asked: YearAsked): Promise<Outcome<Closed>> {
  return runCommand(commander, 'cycle.close', { ...asked, ready: false }, async (tx, clock) => {
    const held = await takeYear(tx, asked.year, clock);
    if (!held.ok) return held;
    const { cycle } = held;
    const reason = asked.reason.trim();
    const problem = reasonProblem(reason, 'reason');
    if (problem !== null) return { ok: false, refusal: problem };
    const { viewer, channel } = commander;
    const role = actingRole(viewer.roles, 'cycle.close', []);
    const left = await closeYear(tx, cycle, {
      ...{ at: clock.now, on: clock.today, person: viewer.person.id, role, channel, reason },
    });
    if (left === null) return { ok: false, refusal: { code: 'cycle-closed', on: cycle.closedOn } };
    return {
      ok: true,
      result: { year: cycle.year, leftOpen: left },
      starts: startsOf(viewer.town.id, cycle),
    };
  });
}

export interface Reopened {
  readonly [key: string]: Json;
  readonly year: number;
  /** Duties that are owed again. */
  readonly owedAgain: number;
}

/** A closed year goes on: what its closing left open is owed again, all that was closed can be written again. */
export function reopenByHand(commander: Commander, asked: YearAsked): Promise<Outcome<Reopened>> {
  return runCommand(commander, 'cycle.close', { ...asked, reopen: true }, async (tx, clock) => {
    const cycle = await holdCycle(tx, asked.year);
    if (cycle === null) return { ok: false, refusal: { code: 'not-found' } };
    if (cycle.state === 'open') return { ok: false, refusal: { code: 'cycle-open' } };
    const reason = asked.reason.trim();
    const problem = reasonProblem(reason, 'reason');
    if (problem !== null) return { ok: false, refusal: problem };
    const { viewer, channel } = commander;
    const town = viewer.town.id;
    const role = actingRole(viewer.roles, 'cycle.close', []);
    const who = { at: clock.now, on: clock.today, person: viewer.person.id, role, channel };
    const owedAgain = await reopenYear(tx, cycle, { ...who, reason });
    const held = await takeYear(tx, asked.year, clock);
    if (!held.ok) return held;
    const opened = owedAgain + (await alignClosing(tx, held.cycle, held.setting));
    const objectives = (await objectivesInForce(tx)).filter(({ year }) => year === cycle.year);
    return {
      ok: true,
      result: { year: cycle.year, owedAgain: opened },
      starts: [
        ...startsOf(town, cycle),
        ...objectives.map(({ id }) => objectiveStart({ town, objective: id, year: cycle.year })),
      ],
    };
  });
}
