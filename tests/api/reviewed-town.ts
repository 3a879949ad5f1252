/** The furnished town in spring 2024, its Relazione of 2023 with the evaluators. */
import { z } from 'zod';
import { oweClosing } from './owed-closing.js';
import type { Stage } from './stage.js';

export const Problem = z.object({
  type: z.string(),
  detail: z.string(),
  errors: z.array(z.object({ pointer: z.string(), detail: z.string() })).optional(),
});
export const problemIn = ({ text }: { readonly text: string }) => Problem.parse(JSON.parse(text));

/** The end of the year owed; then the transmission, by the Segretario. */
export async function transmitted(stage: Stage, on: string): Promise<void> {
  await oweClosing(stage);
  const secretary = await stage.enter(stage.ours.people.secretary);
  const answer = await secretary.json('POST', '/api/v1/cycles/2023/transmission', {
    date: on,
    note: 'Si trasmette lo stesso',
  });
  if (answer.status !== 200) throw new Error(answer.text);
}
