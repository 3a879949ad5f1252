/** What the example's Relazione needs beside its plan: degrees, reasons, later completions, acts, steps of the year. */
import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { OUTCOMES } from '../domain/cycle/closing-duties.js';
import { CLOSING_STEPS } from '../domain/cycle/closing-rules.js';
import { ORGANS_SHORT } from '../domain/plan/act-cited.js';
import { RELAZIONE_TEXTS } from '../domain/relazione/relazione-facts.js';
import { type Degree, degreeOf } from '../domain/scoring/degree.js';
import { type CivilDate, civilDate } from '../domain/time/civil-date.js';

const day = z.string().transform((text): CivilDate => civilDate(text));
const organs = Object.keys(ORGANS_SHORT) as (keyof typeof ORGANS_SHORT)[];
const act = z.object({ organ: z.enum(organs), number: z.string(), date: day });
const degree = z.number().transform((value, context): Degree => {
  const read = degreeOf(value);
  if (read === null) context.addIssue(`${value} is not a degree from 0 to 100`);
  return read ?? (0 as Degree);
});

const reason = z.object({
  text: z.string(),
  by: z.enum(['head', 'secretary']),
  on: day,
  exOfficio: z.boolean().default(false),
  released: z.object({ text: z.string(), on: day }).nullable(),
});
const evidence = z.object({
  description: z.string(),
  on: day,
  file: z.object({ name: z.string(), sha256: z.string().regex(/^[0-9a-f]{64}$/) }).nullable(),
});
const result = z.object({
  objective: z.string(),
  degree,
  /** By place of the indicator; `null`: nothing was said. */
  results: z.array(z.string().nullable()),
  reason: reason.nullable(),
  evidence: z.array(evidence),
});
const step = z.object({
  step: z.enum(['plan', 'self-evaluation', 'measurement', ...CLOSING_STEPS]),
  round: z.number().int().positive().default(1),
  due: day.nullable(),
  on: day.nullable(),
  outcome: z.enum(OUTCOMES).nullable().default(null),
  act: act.nullable().default(null),
  rule: z.string().nullable().default(null),
});
const variation = z.object({
  kind: z.enum(['variation', 'correction']),
  act: act.nullable(),
  effectiveFrom: day,
  reason: z.string(),
  effects: z.array(z.string()),
  flags: z.array(z.string()),
});
const transmission = z.object({
  sector: z.string(),
  due: day,
  transmittedOn: day.nullable(),
  returns: z.number().int(),
});

const schema = z.strictObject({
  asOf: day,
  texts: z.partialRecord(z.enum(RELAZIONE_TEXTS), z.string()),
  acts: z.array(
    act.extend({
      subject: z.string(),
      protocol: z.object({ number: z.string(), on: day.nullable() }).nullable(),
    }),
  ),
  variations: z.array(variation),
  monitoring: z.array(
    z.object({ title: z.string(), referenceOn: day, due: day, sectors: z.array(transmission) }),
  ),
  steps: z.array(step),
  /** Later than those of `completions.json`; `milestone` null: the implicit term, `due` null: an external one. */
  completions: z.array(
    z.object({
      sector: z.string(),
      objective: z.string(),
      milestone: z.string().nullable(),
      due: day.nullable(),
      doneOn: day,
    }),
  ),
  results: z.array(z.object({ sector: z.string(), objectives: z.array(result) })),
});

export type ExampleRelazione = z.infer<typeof schema>;
export type ExampleResult = z.infer<typeof result>;

/** Throws when the file of the repository does not read: a bug. */
export async function readExampleRelazione(): Promise<ExampleRelazione> {
  const file = new URL('../examples/caluso-2023/relazione.json', import.meta.url);
  return schema.parse(JSON.parse(await readFile(file, 'utf8')));
}
