/** Brings what the closing of a year makes people owe in line with its facts. */
import { randomUUID } from 'node:crypto';
import { type ClosingDuty, closingDuties } from '../../domain/cycle/closing-duties.js';
import { closingKind, closingOwner, closingTitle } from '../../domain/cycle/closing-obligations.js';
import type { ClosingRules } from '../../domain/cycle/closing-rules.js';
import type { Role } from '../../domain/obligations/obligation.js';
import { type CivilDate, later } from '../../domain/time/civil-date.js';
import type { WorkingCalendar } from '../../domain/time/working-calendar.js';
import type { Tx } from '../in-town.js';
import { insertRows } from '../insert-rows.js';
import { completeObligation, reopenObligation } from '../obligations/obligation-commands.js';
import { holdersOn } from '../people/people.js';
import { roleColumns, sectorIds } from '../people/roles.js';
import { type KeptDuty, type KeptFact, listDuties, listFacts, standing } from './closing.js';
import type { Cycle } from './cycles.js';

/** By what a year closes in a town. */
export interface ClosingSetting {
  readonly rules: ClosingRules;
  readonly calendar: WorkingCalendar;
  readonly today: CivilDate;
}

/**
 * Makes the duties that the facts so far ask for, moves those that are due by another day, ends those that
 * nothing asks for any more, concludes those whose fact stands. Repeated it changes nothing. Returns how
 * many changed. One transaction at a time for a year: the caller holds the cycle (`holdCycle`).
 */
export async function alignClosing(
  tx: Tx,
  cycle: Cycle,
  { rules, calendar, today }: ClosingSetting,
): Promise<number> {
  if (cycle.approvedOn === null || cycle.state === 'closed') return 0;
  const [kept, all] = await Promise.all([listDuties(tx, cycle.id), listFacts(tx, cycle.id)]);
  const facts = standing(all);
  const owed = closingDuties(rules, cycle.year, facts, calendar);
  let changed = 0;
  for (const duty of owed) {
    const found = kept.find((one) => one.step === duty.step && one.round === duty.round);
    if (found === undefined) await openDuty(tx, cycle, duty, today);
    else if (found.state === 'superseded') await reviveDuty(tx, found, duty.due, today);
    else if (found.state === 'open' && found.due !== duty.due) await redateDuty(tx, found, duty.due, today);
    else continue;
    changed += 1;
  }
  for (const duty of await listDuties(tx, cycle.id)) {
    const isOwed = owed.some((one) => one.step === duty.step && one.round === duty.round);
    changed += await settle(tx, duty, {
      isOwed,
      fact: facts.find((one) => one.obligation === duty.obligation),
    });
  }
  return changed;
}

/** Concluded by its fact, open again without it, ended when nothing asks for it: 1 when something changed. */
async function settle(
  tx: Tx,
  { obligation, state }: KeptDuty,
  { isOwed, fact }: { readonly isOwed: boolean; readonly fact: KeptFact | undefined },
): Promise<number> {
  const seen = { obligation, rowVersion: null };
  if (fact !== undefined) {
    if (state === 'superseded') await tx`update obligation set state = 'open' where id = ${obligation}`;
    if (state === 'done' || state === 'waived') return 0;
    await completeObligation(tx, {
      ...{ ...seen, doneOn: fact.on, recordedAt: fact.recordedAt, by: null, note: null },
    });
    return 1;
  }
  if (state === 'done') await reopenObligation(tx, seen);
  if (!isOwed && state !== 'superseded' && state !== 'waived') {
    await tx`update obligation set state = 'superseded', row_version = row_version + 1 where id = ${obligation}`;
    return 1;
  }
  return state === 'done' ? 1 : 0;
}

/** Opens a duty and returns its obligation. */
export async function openDuty(
  tx: Tx,
  cycle: Cycle,
  { step, round, due }: ClosingDuty,
  today: CivilDate,
): Promise<string> {
  const id = randomUUID();
  const owner = roleColumns(closingOwner(step, await publisherOn(tx, today)), await sectorIds(tx));
  const approved = cycle.approvedOn ?? today;
  const begun = later(approved, cycle.liveOn ?? approved);
  // What hangs on a fact is owed from the day on which the fact is known.
  const startDay = round > 1 || step === 'validation' || step === 'publication' ? later(begun, today) : begun;
  const title = closingTitle({ step, round }, cycle.year);
  await insertRows(tx, 'obligation', [
    {
      ...{ id, cycle: cycle.id, kind: closingKind(step), title, startDay, termKind: 'date', due },
      ...{ ownerRole: owner.role, ownerSector: owner.sector, version: 1, state: 'open', heldBack: false },
      rowVersion: 1,
    },
  ]);
  await insertRows(tx, 'closing_duty', [{ obligation: id, cycle: cycle.id, step, round }]);
  return id;
}

async function publisherOn(tx: Tx, day: CivilDate): Promise<Role> {
  const rpct: Role = { role: 'rpct' };
  return (await holdersOn(tx, day)).has('rpct') ? rpct : { role: 'secretary' };
}

/** Due by another day: a new version, which starts today. */
const redateDuty = (tx: Tx, { obligation }: KeptDuty, due: CivilDate, today: CivilDate) => tx`
  update obligation set due = ${due}, start_day = greatest(start_day, ${today}), version = version + 1,
    forecast = null, held_back = false, held_back_reason = null, row_version = row_version + 1
  where id = ${obligation}`;

/** Asked for once more, after nothing asked for it. */
const reviveDuty = (tx: Tx, duty: KeptDuty, due: CivilDate, today: CivilDate) => tx`
  update obligation set state = 'open', done_on = null, done_recorded_at = null, done_by = null, done_note = null,
    due = ${due}, start_day = greatest(start_day, ${today}), version = version + 1, row_version = row_version + 1
  where id = ${duty.obligation}`;
