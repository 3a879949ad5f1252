/** The example town as files of the repository: who is there, the plan as deliberated, what its report says was done. */
import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { readPlanJson } from '../documents/plan-json.js';
import type { PlanDocument } from '../domain/plan/plan-document.js';
import { type CivilDate, civilDate } from '../domain/time/civil-date.js';
import { closuresSchema, townSettingsSchema } from '../store/towns/town-settings.js';

const day = z.string().transform((text): CivilDate => civilDate(text));

const role = z.discriminatedUnion('role', [
  z.object({ role: z.literal('head'), sector: z.string() }),
  z.object({ role: z.enum(['secretary', 'vice-secretary', 'mayor', 'assessor', 'oiv', 'rpct']) }),
]);

const townSchema = z.object({
  slug: z.string(),
  name: z.string(),
  ipaCode: z.string(),
  zone: z.string(),
  closures: closuresSchema,
  settings: townSettingsSchema,
  act: z.object({
    organ: z.string(),
    number: z.string(),
    date: z.string(),
    protocolNumber: z.string(),
    protocolDate: z.string(),
    subject: z.string(),
    note: z.string(),
  }),
  startDay: day,
  today: day,
  people: z.array(z.object({ name: z.string(), email: z.email(), roles: z.array(role) })),
});

const completionsSchema = z.array(
  z.object({
    sector: z.string(),
    objective: z.string(),
    milestone: z.string(),
    due: day,
    doneOn: day,
    recordedOn: day,
    note: z.string(),
  }),
);

export type ExampleTown = z.infer<typeof townSchema>;
export type ExampleCompletion = z.infer<typeof completionsSchema>[number];

export interface ExampleFiles {
  readonly town: ExampleTown;
  readonly plan: PlanDocument;
  readonly planBytes: Uint8Array;
  /** In the order in which they were recorded. */
  readonly completions: readonly ExampleCompletion[];
}

const FOLDER = new URL('../examples/caluso-2023/', import.meta.url);

/** Throws when a file of the repository does not read: a bug. */
export async function readExample(): Promise<ExampleFiles> {
  const [town, planBytes, completions] = await Promise.all([
    readFile(new URL('town.json', FOLDER), 'utf8'),
    readFile(new URL('plan.json', FOLDER)),
    readFile(new URL('completions.json', FOLDER), 'utf8'),
  ]);
  const read = readPlanJson(planBytes);
  if (!read.ok)
    throw new Error(`the example's plan: ${read.problems.map(({ message }) => message).join(' ')}`);
  const done = completionsSchema.parse(JSON.parse(completions));
  return {
    town: townSchema.parse(JSON.parse(town)),
    plan: read.plan,
    planBytes,
    completions: done.sort((a, b) =>
      a.recordedOn < b.recordedOn ? -1 : a.recordedOn > b.recordedOn ? 1 : 0,
    ),
  };
}
