/** The end of a stage's year 2023, owed from 29 June: what the workflow of the year would have done on that day. */
import { civilDate } from '../../domain/time/civil-date.js';
import { workingCalendar } from '../../domain/time/working-calendar.js';
import { alignClosing } from '../../store/cycle/closing-duties.js';
import { findCycle } from '../../store/cycle/cycles.js';
import { inTown } from '../../store/in-town.js';
import { loadTown } from '../../store/towns/towns.js';
import type { Stage } from './stage.js';

export const oweClosing = ({ ours, sql }: Pick<Stage, 'ours' | 'sql'>): Promise<void> =>
  inTown(sql, ours.town, async (tx) => {
    const cycle = await findCycle(tx, 2023);
    if (cycle === null) throw new Error('no cycle');
    const { settings, closures } = await loadTown(tx);
    const today = civilDate('2023-06-29');
    await alignClosing(tx, cycle, { rules: settings.closing, calendar: workingCalendar(closures), today });
  });
