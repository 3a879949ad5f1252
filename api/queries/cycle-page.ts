/** *Il ciclo*: the steps of a year as they stand today, what was recorded, and what the viewer may do now. */

import { roundFor } from '../../domain/cycle/closing-duties.js';
import { CLOSING_STEPS, type ClosingStep } from '../../domain/cycle/closing-rules.js';
import type { YearFacts } from '../../domain/cycle/year-facts.js';
import type { YearStep } from '../../domain/cycle/year-step.js';
import { currentStep, missingForNucleo, stepsOf } from '../../domain/cycle/year-steps.js';
import type { Observed } from '../../domain/review/reminders.js';
import type { CivilDate } from '../../domain/time/civil-date.js';
import { civilDateAt } from '../../domain/time/zone.js';
import { type KeptFact, listFacts, standing } from '../../store/cycle/closing.js';
import { type Cycle, listCycles } from '../../store/cycle/cycles.js';
import { loadYearFacts } from '../../store/cycle/year-facts.js';
import type { Tx } from '../../store/in-town.js';
import { type AuditRow, listAudit } from '../../store/register/audit.js';
import { listSnapshots } from '../../store/relazione/relazione.js';
import { copiesAmong, type SignedCopy } from '../../store/relazione/signed-copies.js';
import { standingObservations } from '../../store/review/review.js';
import { loadTown } from '../../store/towns/towns.js';
import { actionOf } from '../commands/cycle/record-closing.js';
import { actingRole } from '../rights.js';
import type { Viewer } from '../viewer.js';
import { cycleShown } from './cycle-shown.js';
import { observedBefore } from './observed-before.js';

export interface CyclePage {
  readonly cycle: Cycle;
  readonly years: readonly number[];
  readonly facts: YearFacts;
  readonly steps: readonly YearStep[];
  /** The first step that the year waits for. */
  readonly current: YearStep['id'];
  readonly missing: ReturnType<typeof missingForNucleo>;
  /** Oldest first, withdrawn ones too. */
  readonly recorded: readonly KeptFact[];
  /** What came back signed of its acts and of the evaluators' papers. */
  readonly copies: readonly SignedCopy[];
  /** From 1: how often the Relazione was prepared. */
  readonly round: number;
  /** What the evaluators observed of the year before; `null`: nothing. */
  readonly observed: Observed | null;
  /** Number of the Relazione's last snapshot; `null`: none is frozen. */
  readonly snapshot: number | null;
  /** How it was closed; `null`: it is not. */
  readonly closing: {
    readonly reason: string | null;
    readonly leftOpen: number;
    readonly by: string | null;
  } | null;
  /** The last time it was opened again, while it is open; `null`: never. */
  readonly reopening: {
    readonly reason: string;
    readonly on: CivilDate;
    readonly by: string | null;
  } | null;
  readonly may: {
    /** Steps that the viewer may record now. */
    readonly record: ReadonlySet<ClosingStep>;
    readonly withdraw: ReadonlySet<ClosingStep>;
    readonly ready: boolean;
    readonly close: boolean;
    /** The year is closed. */
    readonly reopen: boolean;
  };
}

/** `exact`: that year or nothing; otherwise the one that `cycleShown` picks. `null`: no plan is approved. */
export async function loadCyclePage(
  tx: Tx,
  viewer: Viewer,
  asked: number | null,
  { exact = false }: { readonly exact?: boolean } = {},
): Promise<CyclePage | null> {
  const [cycles, town] = await Promise.all([listCycles(tx), loadTown(tx)]);
  const approved = cycles.filter(({ approvedOn }) => approvedOn !== null);
  const shown = cycleShown(approved, asked, viewer.today);
  const cycle = exact && shown?.year !== asked ? null : shown;
  if (cycle === null) return null;
  const [facts, recorded, [last], closed] = await Promise.all([
    loadYearFacts(tx, cycle, town),
    listFacts(tx, cycle.id),
    listSnapshots(tx, cycle.id),
    listAudit(tx, { subjectKind: 'cycle', subject: cycle.id }),
  ]);
  const steps = stepsOf(facts, viewer.today);
  const copies = await copiesAmong(
    tx,
    ['act', 'transmission', 'validation', 'report'],
    recorded.flatMap(({ act, obligation }) => (act === null ? [obligation] : [act.id])),
  );
  const observed = observedBefore(await standingObservations(tx), cycle.year);
  const isOpen = cycle.state === 'open';
  const may = (step: ClosingStep): boolean => isOpen && actingRole(viewer.roles, actionOf(step), []) !== null;
  const isDone = (step: ClosingStep): boolean =>
    steps.some(({ id, state }) => id === step && state === 'done');
  const inOrder = CLOSING_STEPS.filter((step) => steps.some(({ id }) => id === step));
  const mayClose = isOpen && actingRole(viewer.roles, 'cycle.close', []) !== null;
  const isClosed = cycle.state === 'closed';
  const done = closed.find(({ action }) => action === 'cycle.close');
  const after = (done?.after ?? {}) as { readonly reason?: string; readonly leftOpen?: number };
  return {
    ...{ cycle, facts, steps, recorded, copies, observed },
    years: approved.map(({ year }) => year),
    current: currentStep(steps),
    missing: missingForNucleo(steps),
    snapshot: last?.number ?? null,
    round: roundFor('validation', facts.rules, standing(recorded)),
    closing:
      cycle.state === 'open'
        ? null
        : { reason: after.reason ?? null, leftOpen: after.leftOpen ?? 0, by: done?.personName ?? null },
    reopening: isClosed ? null : reopeningIn(closed, town.clock.zone),
    may: {
      record: new Set(inOrder.filter((step) => may(step) && !isDone(step))),
      withdraw: new Set(inOrder.filter(may)),
      ready:
        mayClose &&
        !isDone('transmission') &&
        steps.some(({ id, state }) => id === 'ready' && state === 'open'),
      close: mayClose,
      reopen: isClosed && actingRole(viewer.roles, 'cycle.close', []) !== null,
    },
  };
}

/** Latest first. */
function reopeningIn(said: readonly AuditRow[], zone: string): CyclePage['reopening'] {
  const found = said.find(({ action }) => action === 'cycle.reopen');
  if (found === undefined) return null;
  const { reason = '' } = (found.after ?? {}) as { readonly reason?: string };
  return { reason, on: civilDateAt(found.at, zone), by: found.personName };
}
