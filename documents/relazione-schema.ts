/**
 * The JSON of a Relazione (`traguardo.relazione/1`), for those who read it with a program. `docs/relazione.schema.json`
 * is generated from here; what is optional is absent from the version for publication.
 */
import { z } from 'zod';
import { OUTCOMES } from '../domain/cycle/closing-duties.js';
import { CLOSING_STEPS } from '../domain/cycle/closing-rules.js';
import { RELAZIONE_FORMAT, RELAZIONE_VERSIONS } from '../domain/relazione/relazione.js';
import { RELAZIONE_TEXTS } from '../domain/relazione/relazione-facts.js';

const day = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/)
  .meta({ description: 'Day, ISO 8601' });
const decimal = z
  .string()
  .regex(/^\d+(\.\d+)?$/)
  .meta({ description: 'Exact decimal with a point' });
const count = z.int().min(0);
const outcome = z.enum(['degree', 'not-assessable', 'waiting', 'undecided']);
const number = z.string().nullable().meta({ description: 'As printed in the plan' });

const reason = z.strictObject({
  text: z.string(),
  by: z.enum(['head', 'secretary', 'vice-secretary', 'mayor', 'oiv', 'rpct']).optional(),
  on: day.optional(),
  exOfficio: z.boolean().optional().meta({ description: "Motivazione d'ufficio, by the Segretario" }),
  releasedOn: day.nullable().optional().meta({ description: 'Day on which the RPCT released it' }),
});

const phase = z.strictObject({
  phrase: z.string().nullable().meta({ description: 'Words of the plan; null: it gives no term' }),
  term: z.enum(['date', 'implicit', 'external']),
  due: day.nullable(),
  state: z.enum(['done', 'open', 'waived']),
  doneOn: day.nullable(),
  daysLate: count,
  recurs: z.boolean(),
});

const target = z.strictObject({
  value: z.number(),
  unit: z.string().optional(),
  op: z.enum(['>=', '<=', '<', '>']).optional(),
});

const objective = z.strictObject({
  number,
  title: z.string(),
  shared: z.boolean().meta({ description: 'Obiettivo di struttura, common to several sectors' }),
  weight: decimal.nullable(),
  counts: decimal.nullable().optional().meta({
    description: 'Weight once what is not assessable has left',
  }),
  brings: decimal.nullable().optional().meta({ description: 'Points it brings to the sector' }),
  indicators: z.array(
    z.strictObject({ text: z.string(), target: target.nullable(), result: z.string().nullable() }),
  ),
  phases: z.array(phase),
  outcome,
  degree: decimal.nullable().meta({ description: 'Grado di raggiungimento, out of 100' }),
  waitingFor: z.string().nullable().optional(),
  waitingUntil: day.nullable(),
  reason: reason.nullable().meta({ description: 'Motivazione dello scostamento' }),
  reasonWithheld: z.boolean(),
  evaluatorReason: reason.nullable().optional().meta({
    description: 'Of whoever decided, where they gave a reason of their own; null: not released',
  }),
  evaluatorReasonWithheld: z.boolean().optional(),
  evidence: z.array(z.int().min(1)).meta({ description: 'Numbers in the index of evidence' }),
});

const sector = z.strictObject({
  name: z.string(),
  total: decimal.nullable().optional().meta({
    description: 'Σ weight × degree; null: not all is decided. Absent: this version does not tell it',
  }),
  totalFraction: z
    .string()
    .nullable()
    .optional()
    .meta({ description: 'The exact total where no decimal is' }),
  outOf: decimal,
  objectives: z.array(objective),
});

const window = z.strictObject({
  title: z.string(),
  referenceOn: day,
  due: day,
  asked: count,
  transmitted: count,
  late: count,
  sectors: z
    .array(
      z.strictObject({
        sector: z.string(),
        due: day,
        transmittedOn: day.nullable(),
        daysLate: count,
        returns: count,
      }),
    )
    .optional(),
});

const timelineEntry = z.strictObject({
  step: z.enum(['plan', 'self-evaluation', 'measurement', ...CLOSING_STEPS, 'monitoring', 'act']),
  title: z.string(),
  round: z.int().min(1),
  due: day.nullable(),
  on: day.nullable(),
  daysLate: count,
  outcome: z.enum(OUTCOMES).nullable(),
  act: z.string().nullable(),
  rule: z.string().nullable().meta({ description: "What the town's own rules say of the term" }),
});

export const relazioneSchema = z
  .strictObject({
    format: z.literal(RELAZIONE_FORMAT),
    version: z.enum(RELAZIONE_VERSIONS),
    town: z.strictObject({ name: z.string(), ipaCode: z.string().nullable() }),
    year: z.int(),
    asOf: day,
    words: z.strictObject({ evaluator: z.string(), sector: z.string(), secretary: z.string() }),
    texts: z.partialRecord(z.enum(RELAZIONE_TEXTS), z.string()),
    summary: z.strictObject({
      ...{ objectives: count, structure: count, full: count, partial: count, none: count },
      ...{ notAssessable: count, open: count },
    }),
    acts: z.array(
      z.strictObject({
        cited: z.string(),
        date: day,
        subject: z.string(),
        protocol: z.strictObject({ number: z.string(), on: day.nullable() }).nullable(),
      }),
    ),
    structureObjectives: z.array(
      z.strictObject({
        number,
        title: z.string(),
        indicators: z.array(z.string()),
        sectors: z.array(
          z.strictObject({
            sector: z.string(),
            weight: decimal.nullable(),
            outcome,
            degree: decimal.nullable(),
          }),
        ),
      }),
    ),
    sectors: z.array(sector),
    variations: z.array(
      z.strictObject({
        kind: z.enum(['variation', 'correction']),
        act: z.string().nullable(),
        actDate: day.nullable(),
        effectiveFrom: day,
        reason: z.string(),
        effects: z.array(z.string()),
        flags: z.array(z.string()),
      }),
    ),
    monitoring: z.array(window),
    timeline: z.array(timelineEntry),
    evidence: z.array(
      z.strictObject({
        number: z.int().min(1),
        sector: z.string(),
        objective: z.string(),
        description: z.string(),
        on: day.nullable().optional(),
        file: z
          .strictObject({ name: z.string(), sha256: z.string().regex(/^[0-9a-f]{64}$/) })
          .nullable()
          .optional(),
      }),
    ),
  })
  .meta({ title: 'Relazione sulla performance', description: 'traguardo.relazione/1' });

/** JSON Schema, draft 2020-12. */
export const relazioneJsonSchema = (): unknown => z.toJSONSchema(relazioneSchema, { io: 'input' });
