/** Changing the windows of a year under way: by the town's settings as long as they are closed; then their due day alone. */
import { isSameWindow, type StandingWindow, windowsUnder } from '../../domain/cycle/window-rules.js';
import type { WindowRule } from '../../domain/cycle/windows.js';
import type { CivilDate } from '../../domain/time/civil-date.js';
import { type Cycle, listCycles } from '../cycle/cycles.js';
import type { Tx } from '../in-town.js';
import { type ObligationChange, putOff } from '../obligations/obligation-commands.js';
import { type KeptWindow, listWindows, planMonitoring, startDayOf } from './monitoring.js';

/** A window whose days the town changed while its year goes on. */
export interface MovedWindow {
  readonly year: number;
  readonly before: KeptWindow;
  readonly after: StandingWindow;
}

/** Cycles that are under way: with a plan, and not closed. */
export const openCycles = async (tx: Tx): Promise<readonly Cycle[]> =>
  (await listCycles(tx)).filter(({ state, approvedOn }) => state === 'open' && approvedOn !== null);

/** What of a year's windows other rules move, without moving it. */
export async function windowsMovedBy(
  tx: Tx,
  cycle: Cycle,
  rules: readonly WindowRule[],
  today: CivilDate,
): Promise<readonly MovedWindow[]> {
  const startDay = startDayOf(cycle);
  if (startDay === null) return [];
  const kept = await listWindows(tx, cycle.id);
  return windowsUnder(rules, kept, { year: cycle.year, startDay, today }).flatMap((after) => {
    const before = kept.find(({ ordinal }) => ordinal === after.ordinal);
    return before === undefined || isSameWindow(before, after) ? [] : [{ year: cycle.year, before, after }];
  });
}

/** Moves them, with what they make the sectors owe; nothing of it was told to anybody yet. */
export async function moveWindows(
  tx: Tx,
  cycle: Cycle,
  rules: readonly WindowRule[],
  today: CivilDate,
): Promise<readonly MovedWindow[]> {
  const moved = await windowsMovedBy(tx, cycle, rules, today);
  for (const { before, after } of moved) {
    const { title, coversFrom, referenceOn, opens, due, skipped } = after;
    await tx`update monitoring_window set title = ${title}, covers_from = ${coversFrom},
        reference_on = ${referenceOn}, opens = ${opens}, due = ${due}, skipped = ${skipped}
      where id = ${before.id}`;
    await tx`update obligation o set title = ${title}, opens = ${opens}, due = ${due},
        state = ${skipped === null ? 'open' : 'superseded'}, row_version = o.row_version + 1
      from submission m
      where m.town = o.town and m.obligation = o.id and m.monitoring_window = ${before.id} and o.state = 'open'`;
  }
  await planMonitoring(tx, cycle, rules);
  return moved;
}

/** A later day for submissions of one window. */
export interface PuttingOff {
  readonly window: KeptWindow;
  readonly due: CivilDate;
  readonly reason: string;
  readonly today: CivilDate;
}

/** Another due day for those that were not transmitted yet; one that was returned keeps its own. */
export async function putOffWindow(
  tx: Tx,
  { window, due, reason, today }: PuttingOff,
): Promise<readonly Extract<ObligationChange, { ok: true }>[]> {
  await tx`update monitoring_window set due = ${due}, first_due = coalesce(first_due, due), put_off_because = ${reason}
    where id = ${window.id}`;
  const drafts = await tx<{ id: string }[]>`
    select o.id from submission m join obligation o on o.town = m.town and o.id = m.obligation
    where m.monitoring_window = ${window.id} and m.state = 'draft' and o.state = 'open' order by o.id`;
  const changes: Extract<ObligationChange, { ok: true }>[] = [];
  for (const { id } of drafts) {
    const change = await putOff(tx, { obligation: id, rowVersion: null, due, today });
    if (change.ok) changes.push(change);
  }
  return changes;
}
