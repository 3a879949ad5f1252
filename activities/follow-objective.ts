/**
 * On the morning after each due date of an objective what stood then enters the register, once for each
 * obligation, version and due date: concluded, explained, "not mine" and nobody decided, or no answer.
 */
import { dueOf, type Obligation } from '../domain/obligations/obligation.js';
import { isBeforeStart } from '../domain/obligations/rung-days.js';
import { addDays, type CivilDate } from '../domain/time/civil-date.js';
import { type Instant, instant } from '../domain/time/instant.js';
import { registerInstant } from '../domain/time/round-slot.js';
import { realInstant } from '../domain/time/town-clock.js';
import { workingCalendar } from '../domain/time/working-calendar.js';
import { inTown, type Tx } from '../store/in-town.js';
import type { ObligationRecord } from '../store/obligations/obligation-rows.js';
import { obligationsOfObjective } from '../store/obligations/obligations.js';
import { holdObjective } from '../store/plan/objectives.js';
import { appendEntries, readChain } from '../store/register/register.js';
import { holdClock } from '../store/towns/towns.js';
import { storeNext } from '../store/workflow-next.js';
import { type FollowResult, type ObjectiveInput, objectiveStart } from '../workflows/contract.js';
import type { ActivityDeps } from './deps.js';
import { type Moment, momentOf } from './stock.js';

const CLOSED: FollowResult = { state: 'closed', nextMs: null };

type Stood = 'concluded' | 'explained' | 'disclaimed' | 'no-answer';

/** A due date, and when what stood after it enters the register. */
interface Morning {
  readonly record: ObligationRecord;
  readonly due: CivilDate;
  readonly at: Instant;
}

/** Throws the final failure `UnknownTown`. An objective that the town does not have is closed. */
export async function followObjective(
  { sql }: Pick<ActivityDeps, 'sql'>,
  { nowMs, ...input }: ObjectiveInput & { readonly nowMs: number },
): Promise<FollowResult> {
  return inTown(sql, input.town, async (tx) => {
    await holdClock(tx);
    const moment = await momentOf(tx, instant(nowMs));
    const start = objectiveStart(input);
    const found = await holdObjective(tx, input.objective);
    if (found === null) return CLOSED;
    const waitFor = (nextAt: Instant | null) => storeNext(tx, { ...start, nextAt, storedAt: moment.real });
    if (found.state === 'withdrawn') {
      await waitFor(null);
      return CLOSED;
    }
    const mornings = await morningsOf(tx, input.objective, moment);
    await enter(
      tx,
      input.objective,
      mornings.filter(({ at }) => at <= moment.now),
      moment,
    );
    if (found.state === 'evaluated' || found.cycleState === 'closed') {
      await waitFor(null);
      return CLOSED;
    }
    const ahead = mornings.map(({ at }) => at).filter((at) => at > moment.now);
    const nextAt = ahead.length === 0 ? null : realInstant(instant(Math.min(...ahead)), moment.town.clock);
    await waitFor(nextAt);
    return { state: 'open', nextMs: nextAt };
  });
}

/** What is waived is owed by nobody, and of what was due before notices began nobody was told in time. */
async function morningsOf(tx: Tx, objective: string, { town }: Moment): Promise<readonly Morning[]> {
  const calendar = workingCalendar(town.closures);
  return (await obligationsOfObjective(tx, objective)).flatMap((record) => {
    const { obligation } = record;
    const due = dueOf(obligation);
    if (due === null || obligation.state === 'waived' || isBeforeStart(obligation, calendar)) return [];
    return [{ record, due, at: registerInstant(objective, addDays(due, 1), town.clock.zone) }];
  });
}

async function enter(tx: Tx, objective: string, come: readonly Morning[], { now }: Moment): Promise<void> {
  if (come.length === 0) return;
  const subject = { kind: 'objective', id: objective } as const;
  const key = (obligation: unknown, version: unknown, due: unknown): string =>
    `${obligation} ${version} ${due}`;
  const entered = new Set(
    (await readChain(tx, subject))
      .filter(({ body }) => body.kind === 'stood')
      .map(({ body }) => key(body['obligation'], body['version'], body['due'])),
  );
  const entries = come
    .filter(({ record: { obligation }, due }) => !entered.has(key(obligation.id, obligation.version, due)))
    .map(({ record, due, at }) => {
      const { id, version, doneOn, forecast } = record.obligation;
      const body = {
        at: now,
        kind: 'stood',
        obligation: id,
        version,
        due,
        stood: stoodAt(record, at),
        doneOn,
        forecast,
      };
      return { subject, body };
    });
  await appendEntries(tx, entries);
}

/** As it stood at `at`: a completion recorded later is told by its own entry. */
function stoodAt({ obligation, doneRecordedAt }: ObligationRecord, at: Instant): Stood {
  if (isDone(obligation) && doneRecordedAt !== null && doneRecordedAt <= at) return 'concluded';
  const due = dueOf(obligation);
  // A forecast that was over by the term explains nothing any more.
  if (obligation.forecast !== null && due !== null && obligation.forecast > due) return 'explained';
  return obligation.disclaimed === true ? 'disclaimed' : 'no-answer';
}

const isDone = ({ state }: Obligation): boolean => state === 'done';
