/** The furnished town in spring 2024, its Relazione of 2023 with the evaluators. */
import { z } from 'zod';
import { civilDate } from '../../domain/time/civil-date.js';
import { workingCalendar } from '../../domain/time/working-calendar.js';
import { alignClosing } from '../../store/closing-duties.js';
import { findCycle } from '../../store/cycles.js';
import { inTown } from '../../store/in-town.js';
import { loadTown } from '../../store/towns.js';
import type { Stage } from './stage.js';

export const Problem = z.object({
  type: z.string(),
  detail: z.string(),
  errors: z.array(z.object({ pointer: z.string(), detail: z.string() })).optional(),
});
export const problemIn = ({ text }: { readonly text: string }) => Problem.parse(JSON.parse(text));

/** What the workflow of the year would have done; then the transmission, by the Segretario. */
export async function transmitted(stage: Stage, on: string): Promise<void> {
  const { ours, sql } = stage;
  await inTown(sql, ours.town, async (tx) => {
    const cycle = await findCycle(tx, 2023);
    const { settings, closures } = await loadTown(tx);
    const today = civilDate('2023-06-29');
    if (cycle === null) throw new Error('no cycle');
    await alignClosing(tx, cycle, { rules: settings.closing, calendar: workingCalendar(closures), today });
  });
  const secretary = await stage.enter(ours.people.secretary);
  const answer = await secretary.json('POST', '/api/v1/cycles/2023/transmission', {
    date: on,
    note: 'Si trasmette lo stesso',
  });
  if (answer.status !== 200) throw new Error(answer.text);
}
