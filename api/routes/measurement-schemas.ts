/** The evaluation of a year as the JSON API takes and gives it. Degrees, weights and totals are exact decimals as text. */
import { z } from '@hono/zod-openapi';
import { VERDICTS } from '../../domain/cycle/self-evaluation-line.js';
import { ACT_KINDS } from '../../store/measurement/measurement-acts.js';
import { day, id, moment, planYear, text } from './schemas.js';

const free = text(10_000).default('');
const exact = z.string().openapi({ description: 'Exact decimal with a point.', example: '98.75' });

/** "95", "66.6667" or 95. */
const typedDegree = z
  .union([text(40), z.number()])
  .default('')
  .transform(String)
  .openapi({ type: 'string', description: '0–100, at most four decimals.', example: '95' });

/** As somebody writes it: texts are read and refused by the commands. */
export const typedVerdict = {
  verdict: z.enum(VERDICTS).nullable().default(null),
  degree: typedDegree,
  reason: free.openapi({ description: 'Of a degree under 100, or of what is not assessable.' }),
  waitingFor: free.openapi({ description: 'Which figure is awaited.' }),
  until: text(40).default('').openapi({ description: 'The day until which it is awaited.' }),
};

/** One objective of a self-evaluation, and the version that was seen. */
export const sheetLineIn = z
  .strictObject({
    objective: id,
    rowVersion: z
      .int()
      .min(0)
      .openapi({ description: 'Of the line that was seen; 0 where nobody saved one.' }),
    indicators: z
      .array(
        z.strictObject({
          indicator: id,
          value: text(1_000).default(''),
          waiting: z.boolean().default(false),
        }),
      )
      .max(200)
      .default([]),
    ...typedVerdict,
    evidence: free,
  })
  .openapi('SelfEvaluationLine');

/** What the evaluator decides about one objective in one sector. */
export const decisionIn = z
  .strictObject({
    objective: id,
    sector: id,
    seen: z
      .int()
      .min(0)
      .nullable()
      .default(null)
      .openapi({ description: 'How many steps of its history were seen; null: not said.' }),
    ...typedVerdict,
  })
  .openapi('Decision');

const verdictOut = z
  .object({
    is: z.enum(VERDICTS),
    degree: exact.nullable(),
    reason: z.string().nullable(),
    waitingFor: z.string().nullable(),
    until: day.nullable(),
  })
  .openapi('Verdict');

const totalOut = z
  .object({
    shown: z.string().nullable().openapi({ description: 'Rounded, for people.', example: '98.75' }),
    exact: z
      .string()
      .nullable()
      .openapi({ description: 'Whole, or as a fraction: 250/3. Null while a degree is open.' }),
    from: z.string(),
    to: z.string(),
    outOf: exact,
    unusualSum: z.boolean(),
  })
  .openapi('SectorTotal');

const proposalOut = z.object({
  is: z.enum(['degree', 'waiting', 'not-assessable', 'by-hand']),
  degree: exact.nullable(),
  from: exact.nullable(),
  to: exact.nullable(),
  basis: z.enum(['explicit', 'equal', 'completed']).nullable(),
});

/** From the proposal to the decision, step by step. */
export const assessedOut = z
  .object({
    objective: z.object({ id, number: z.string().nullable(), title: z.string(), shared: z.boolean() }),
    weight: exact.nullable(),
    counts: exact.nullable().openapi({ description: 'The weight it has now; null: not assessable.' }),
    ledBy: id.nullable().openapi({ description: 'The sector that answers for it; null: this one.' }),
    proposal: proposalOut,
    selfEvaluated: verdictOut.nullable(),
    decided: verdictOut.nullable(),
    reason: z.object({ text: z.string(), exOfficio: z.boolean() }).nullable(),
    seen: z.int().openapi({ description: 'How many steps its history has.' }),
    steps: z.array(
      z.object({
        seq: z.int(),
        step: z.string(),
        degree: exact.nullable(),
        text: z.string().nullable(),
        role: z.string(),
        person: z.string().nullable(),
        at: moment,
        rules: z.int().openapi({ description: 'Number of the rules in force then; 0: the defaults.' }),
      }),
    ),
  })
  .openapi('Assessment');

/** Totals are told only to those who may read them. */
export const sectorOut = z
  .object({
    sector: z.object({ id, name: z.string() }),
    selfEvaluation: z.object({ id, state: z.string(), due: day }).nullable(),
    total: totalOut,
    decided: z.int(),
    objectives: z.int(),
    points: z.object({ is: z.string(), gives: exact.nullable() }),
    payment: z
      .object({ is: z.string(), share: exact, missing: z.string().nullable(), underTheLaw: z.boolean() })
      .nullable(),
  })
  .openapi('SectorMeasured');

/** A dated act without scores. */
export const actIn = z.strictObject({
  year: planYear,
  kind: z.enum(ACT_KINDS),
  sector: id.nullable().default(null),
  day: text(40),
  number: text(1_000).default(''),
  note: free,
});

const actOut = z
  .object({
    id,
    kind: z.enum(ACT_KINDS),
    sector: id.nullable(),
    day,
    number: z.string(),
    note: z.string(),
    withdrawn: z.string().nullable(),
    beforeValidation: z.boolean(),
  })
  .openapi('EvaluationAct');

/** The year as far as whoever asks may read it. */
export const measurementOut = z
  .object({
    year: z.int().nullable(),
    rules: z.int(),
    evaluator: z.enum(['oiv', 'secretary', 'mayor']).nullable(),
    due: day.nullable(),
    complete: z.boolean(),
    sectors: z.array(sectorOut),
    acts: z.array(actOut),
    missing: z.array(z.string()).openapi({ description: 'Italian sentences.' }),
  })
  .openapi('Measurement');
