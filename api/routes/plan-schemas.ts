/** A plan's preview and its act, as the JSON API takes and gives them. */
import { z } from '@hono/zod-openapi';
import { planSchema } from '../../documents/plan-schema.js';
import { ORGANS } from '../commands/plan/plan-checks.js';
import { day, id, roleSchema, text } from './schemas.js';

const warning = z.object({
  code: z.string(),
  where: z.object({
    sector: z.string().optional(),
    number: z.string().nullable().optional(),
    title: z.string().optional(),
    line: z.int().optional(),
  }),
  message: z.string(),
});

/** A term about which the confirmation may say a day, by its key. */
const term = z.object({
  key: z.string(),
  sector: z.string(),
  number: z.string().nullable(),
  objective: z.string(),
  milestone: z.string().nullable(),
  due: day.nullable(),
  anchor: z.string().nullable(),
});

/** The plan as corrected so far, its warnings, and what a confirmation must decide. */
export const previewSchema = z
  .object({
    draft: id,
    version: z.int().openapi({ description: 'Rises with every correction.' }),
    fileName: z.string(),
    sha256: z.string(),
    partial: z.string().nullable().openapi({ description: 'Why only a part of the file was read.' }),
    year: z.int(),
    plan: planSchema,
    warnings: z.array(warning),
    noteNeeded: z.boolean(),
    yearTaken: z
      .boolean()
      .openapi({ description: 'The year has a plan in force: confirming makes a variation of it.' }),
    notCarriedOut: z
      .array(z.string())
      .openapi({ description: 'Changes of the plan in force that keep the variation from being confirmed.' }),
    firstNotice: day,
    counts: z.object({
      objectives: z.int(),
      obligations: z.int(),
      dated: z.int(),
      implicit: z.int(),
      external: z.int(),
      beforeStart: z.int(),
    }),
    sectors: z.array(
      z.object({
        id: z.string(),
        name: z.string(),
        printedOwner: z.string().nullable(),
        owner: roleSchema,
        holders: z.array(z.object({ id, name: z.string() })),
      }),
    ),
    shared: z
      .array(
        z.object({
          id: z.string(),
          number: z.string().nullable(),
          title: z.string(),
          sectors: z.array(z.object({ id: z.string(), name: z.string() })),
        }),
      )
      .openapi({ description: 'Objectives of several sectors: one of them may answer for all.' }),
    external: z.array(term),
    beforeStart: z.array(term),
  })
  .openapi('PlanPreview');

/** The act as it is cited. */
export const actSchema = z
  .strictObject({
    organ: z.enum(ORGANS as [string, ...string[]]),
    number: text(40),
    date: day,
    subject: text(500).default(''),
    protocolNumber: text(60).default(''),
    protocolDate: day.or(z.literal('')).default(''),
    note: text(10_000).default('').openapi({ description: 'Required when the preview says noteNeeded.' }),
  })
  .openapi('PlanAct');

/** What a confirmation made. */
export const confirmedSchema = z
  .object({
    year: z.int(),
    objectives: z.int(),
    obligations: z.int(),
    kind: z.enum(['approval', 'variation', 'correction']),
  })
  .openapi('PlanConfirmed');

const days = z.record(text(40), day).default({});

/** The act, and what may be decided with it. */
export const confirmSchema = z
  .strictObject({
    ...actSchema.shape,
    effectiveFrom: day.or(z.literal('')).default('').openapi({
      description: 'Of a change of the plan in force: from when it holds; the day of the act unless said.',
    }),
    version: z.int().optional().openapi({ description: 'Of the draft as it was looked at.' }),
    owners: z
      .record(
        text(40),
        z.strictObject({ role: z.enum(['head', 'secretary', 'mayor']), person: id.optional() }),
      )
      .default({})
      .openapi({
        description: 'By id of the sector: who answers, and who is head from today where nobody is.',
      }),
    leads: z.record(text(40), text(40)).default({}).openapi({
      description: 'By id of a shared objective: id of the sector that answers for all.',
    }),
    external: days.openapi({ description: 'Days of external terms, by key; the others stay undetermined.' }),
    done: days.openapi({ description: 'Days of completion of what was due before notices begin, by key.' }),
  })
  .openapi('PlanConfirmation');
