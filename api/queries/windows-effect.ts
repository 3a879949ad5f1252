/** What other windows would move: lived through in a transaction of which nothing stays, then compared. */
import type { WindowRule } from '../../domain/cycle/windows.js';
import type { CivilDate } from '../../domain/time/civil-date.js';
import type { Instant } from '../../domain/time/instant.js';
import type { Sql } from '../../store/connection.js';
import { inTown, type Tx } from '../../store/in-town.js';
import type { MovedWindow } from '../../store/monitoring/monitoring-windows.js';
import { applyWindows } from '../commands/monitoring/windows.js';
import type { Refusal } from '../refusals.js';
import { loadRehearsal, type Rehearsal } from './rehearsal.js';
import { effectBetween, effectWindow, type RehearsalEffect } from './rehearsal-effect.js';

export interface WindowsEffect extends RehearsalEffect {
  readonly rehearsal: Rehearsal;
  readonly moved: readonly MovedWindow[];
}

class NothingStays extends Error {
  constructor(readonly effect: WindowsEffect | Refusal) {
    super('the effect was looked at');
  }
}

/** Over all the days that are known, if nobody answers. */
export async function windowsEffect(
  sql: Sql,
  asked: { readonly town: string; readonly rules: readonly WindowRule[]; readonly today: CivilDate },
  real: Instant,
): Promise<WindowsEffect | Refusal> {
  try {
    return await inTown(sql, asked.town, async (tx) => {
      throw new NothingStays(await lookAt(tx, asked, real));
    });
  } catch (error) {
    if (error instanceof NothingStays) return error.effect;
    throw error;
  }
}

async function lookAt(
  tx: Tx,
  { rules, today }: { readonly rules: readonly WindowRule[]; readonly today: CivilDate },
  real: Instant,
): Promise<WindowsEffect | Refusal> {
  const before = await loadRehearsal(tx, real, null);
  if (!before.ok) return before.refusal;
  const moved = await applyWindows(tx, rules, today);
  const after = await loadRehearsal(tx, real, null);
  if (!after.ok) return after.refusal;
  const { rehearsal } = before;
  const window = effectWindow(rehearsal.end > after.rehearsal.end ? rehearsal : after.rehearsal, null);
  return { ...effectBetween(rehearsal, after.rehearsal, window), rehearsal, moved };
}
