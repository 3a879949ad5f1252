/**
 * The weekly seal of the register: made with the first round of the week, whose entries it covers, or at
 * the first look of a working day after the hour of the round, when that week's round has nothing to say.
 */
import { roundWindow } from '../domain/time/round-slot.js';
import type { Tx } from '../store/in-town.js';
import { lastRound } from '../store/notices/rounds.js';
import { sealWeek } from '../store/register/seals.js';
import type { Stock } from './stock.js';

/** After the entries of this stock-taking were appended; the caller holds the town. */
export async function sealIfDue(tx: Tx, { town, today, now, calendar }: Stock): Promise<void> {
  if (!calendar.isWorkingDay(today)) return;
  const isHour = now >= roundWindow(town.id, today, town.clock.zone, town.settings.sending.minute).slot;
  // "Invia ora" holds a round before its hour: the summary in it names the seal.
  if (isHour || (await lastRound(tx))?.day === today) await sealWeek(tx, town.id, today);
}
