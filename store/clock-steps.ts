/**
 * Moves a town's clock as time would: from one stored `next` to the following. At each step the workflows
 * whose time has come are told, and the clock goes on only when they have settled; so a month is lived
 * through by the real workflows and is not taken for an outage (design §2).
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { type Instant, instant } from '../domain/time/instant.js';
import { townNow } from '../domain/time/town-clock.js';
import type { WorkflowStart } from './announcements.js';
import type { Sql } from './connection.js';
import { inTown, type Tx } from './in-town.js';
import { lockTown, moveClock } from './towns/towns.js';
import {
  announcedShortlyBefore,
  listNexts,
  notLookedSince,
  type StoredNext,
  shiftNexts,
  type Unsettled,
  unsettled,
  unsettledAnnouncement,
} from './workflow-next.js';

/** What moving a clock touches. */
export interface ClockMoverDeps {
  readonly sql: Sql;
  /** The real clock. */
  readonly now: () => Instant;
  /** Signals the workflow, and starts it where it does not run. */
  readonly signal: (start: WorkflowStart) => Promise<void>;
  /** How long a step may stand still before it settles, in real milliseconds; 20 seconds unless said. */
  readonly patienceMs?: number;
}

/** The clock stays at the step it reached. */
export interface NotSettled extends Unsettled {
  readonly ok: false;
  readonly refusal: 'not-settled';
}

/** Arrived; or what it waits for. */
export type ClockMoved = { readonly ok: true } | NotSettled;

/** `to`: town time, later than it is there. */
export type ClockMover = (town: string, to: Instant) => Promise<ClockMoved>;

const PATIENCE_MS = 20_000;
/** Between two looks, in real milliseconds: a step settles in some tens of them. */
const LOOK_MS = [20, 10, 10, 15];
/** A command's transaction ends within this real time of its stamp. */
const COMMIT_MS = 5_000;
/** Told with a step though it comes a moment later: the clock runs on while the step settles. */
const MOMENT_MS = 1_000;
/** Workflows due within this real time after a move get a timer by the new clock; the others by a later move. */
const REARM_MS = 7 * 24 * 3_600_000;

/** `to` is town time. Moving to an instant that is past does nothing; a live town's clock rejects. */
export function createClockMover({ sql, now, signal, patienceMs = PATIENCE_MS }: ClockMoverDeps): ClockMover {
  /** In one transaction, each look of which sees what was committed before it: a look is one statement. */
  const settle = (town: string, look: (tx: Tx) => Promise<Unsettled | null>): Promise<ClockMoved> =>
    inTown(sql, town, async (tx) => {
      let since = now();
      let before: Unsettled | null = null;
      for (let looks = 0; ; looks++) {
        const waits = await look(tx);
        if (waits === null) return { ok: true };
        // Mails that keep a pace leave one after the other: as long as they leave, nothing stands still.
        if (before !== null && waits.mails < before.mails) since = now();
        if (now() - since > patienceMs) return { ok: false, refusal: 'not-settled', ...waits };
        before = waits;
        await sleep(LOOK_MS[Math.min(looks, LOOK_MS.length - 1)]);
      }
    });

  /** Sets the clock as far as `to` at most (`null`: leaves it), and waits for what that wakes. */
  const step = async (
    town: string,
    to: Instant | null,
  ): Promise<{ readonly moved: ClockMoved; readonly taken: Step }> => {
    const taken = await stepTowards(sql, town, to, now);
    await Promise.all(taken.due.map(signal));
    return { moved: await settle(town, (tx) => unsettled(tx, taken.real, now())), taken };
  };

  /** Every change that was announced has been seen by the workflow it concerns. */
  const hear = async (town: string): Promise<ClockMoved> => {
    const heard = await settle(town, unsettledAnnouncement);
    if (!heard.ok) return heard;
    const doubtful = await inTown(sql, town, (tx) => announcedShortlyBefore(tx, COMMIT_MS));
    if (doubtful.length === 0) return heard;
    const since = now();
    await Promise.all(doubtful.map(signal));
    const ids = doubtful.map(({ workflowId }) => workflowId);
    return settle(town, (tx) => notLookedSince(tx, ids, since));
  };

  return async (town, to) => {
    const heard = await hear(town);
    if (!heard.ok) return heard;
    // What is due already, and mails under way, belong to the time before the move.
    let { moved, taken } = await step(town, null);
    while (moved.ok && !taken.isLast) ({ moved, taken } = await step(town, to));
    if (moved.ok) await Promise.all(taken.soon.map(signal));
    return moved;
  };
}

interface Step {
  /** The workflows whose time has come with it, or comes in a moment. */
  readonly due: readonly StoredNext[];
  /** Those whose time comes soon after it. */
  readonly soon: readonly StoredNext[];
  /** The real instant at which the clock was set. */
  readonly real: Instant;
  /** The clock has reached its goal. */
  readonly isLast: boolean;
}

/** Sets the clock to the earliest stored `next`, or to the goal where that is earlier; without a goal it stays. */
async function stepTowards(sql: Sql, town: string, to: Instant | null, now: () => Instant): Promise<Step> {
  return inTown(sql, town, async (tx) => {
    const [held, nexts] = await Promise.all([lockTown(tx), listNexts(tx)]);
    if (held === null) throw new Error(`no town ${town}`);
    const { clock } = held;
    const real = now();
    const from = townNow(real, clock);
    const soonest = Math.min(
      ...nexts.map(({ nextAt }) => (nextAt === null ? Infinity : nextAt + clock.offsetMs)),
    );
    const at = to === null ? from : Math.max(from, Math.min(soonest, to));
    const by = at - from;
    if (by > 0) {
      await Promise.all([moveClock(tx, clock.offsetMs + by), shiftNexts(tx, -by)]);
    }
    const within = (ms: number) => nexts.filter(({ nextAt }) => nextAt !== null && nextAt - by <= real + ms);
    const due = within(MOMENT_MS);
    return {
      due,
      soon: within(REARM_MS).filter((one) => !due.includes(one)),
      real: instant(real),
      isLast: to !== null && at >= to,
    };
  });
}
