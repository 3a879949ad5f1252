/**
 * The monitoring of a year: what the sectors will owe is planned as soon as the plan is approved, and in line
 * with each change of it; on the morning of its day each window is opened. The mails are the round's.
 */
import type { Instant } from '../domain/time/instant.js';
import { registerInstant } from '../domain/time/round-slot.js';
import type { Cycle } from '../store/cycle/cycles.js';
import type { Tx } from '../store/in-town.js';
import { type KeptWindow, listWindows, openWindow, planMonitoring } from '../store/monitoring/monitoring.js';
import { appendAudit } from '../store/register/audit.js';
import type { Moment } from './stock.js';
import { tellRound } from './tell-round.js';

/** Town time of the next opening, 04:00–06:00 of its day; `null` when none is to come. */
export async function followMonitoring(tx: Tx, cycle: Cycle, moment: Moment): Promise<Instant | null> {
  const { town, now } = moment;
  const changed = await planMonitoring(tx, cycle, town.settings.monitoring);
  let next: Instant | null = null;
  for (const window of await listWindows(tx, cycle.id)) {
    if (window.skipped !== null || window.openedAt !== null) continue;
    const at = registerInstant(cycle.id, window.opens, town.clock.zone);
    if (at <= now) await open(tx, window, now);
    else if (next === null || at < next) next = at;
  }
  if (changed > 0) await tellRound(tx, moment, next ?? now);
  return next;
}

async function open(tx: Tx, window: KeptWindow, now: Instant): Promise<void> {
  if (!(await openWindow(tx, window.id, now))) return;
  await appendAudit(tx, {
    ...{ at: now, person: null, role: null, channel: 'workflow', action: 'monitoring.open' },
    ...{ subjectKind: 'monitoring-window', subject: window.id },
  });
}
