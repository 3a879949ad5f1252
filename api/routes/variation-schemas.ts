/** Changes of a plan in force, as the JSON API takes and gives them. */
import { z } from '@hono/zod-openapi';
import { objectiveShape } from '../../documents/plan-schema.js';
import type { PlanObjective } from '../../domain/plan/plan-document.js';
import type { ChangeSaid } from '../commands/variation/vary-by-changes.js';
import { actSchema } from './plan-schemas.js';
import { day, id, roleSchema, text } from './schemas.js';

const sectors = z.array(z.strictObject({ id, weight: z.number().min(0).max(10_000).nullable() }));
const { number, title, owner, indicators, milestones } = objectiveShape.shape;

const change = z
  .discriminatedUnion('change', [
    z.strictObject({ change: z.literal('withdraw'), objective: id }),
    z.strictObject({
      change: z.literal('redate'),
      objective: id,
      milestone: id.openapi({ description: 'Id of the phase, as /measurement/measures names it.' }),
      due: day,
    }),
    z.strictObject({
      change: z.literal('amend'),
      objective: id,
      number: number.optional(),
      title: title.optional(),
      owner,
      indicators: indicators.optional(),
      milestones: milestones.optional(),
      sectors: sectors.default([]).openapi({ description: 'Weights, by id of the sector.' }),
    }),
    z.strictObject({
      change: z.literal('share'),
      objective: id,
      sectors: sectors.min(1, 'deve averne almeno uno').openapi({
        description: 'All that have it from now on, with their weights; at least one had it.',
      }),
    }),
    z.strictObject({
      change: z.literal('add'),
      sectors: sectors.min(1, 'deve averne almeno uno').openapi({ description: 'Several: they share it.' }),
      ...{ number: number.default(null), title, owner },
      ...{ indicators: indicators.default([]), milestones: milestones.default([]) },
    }),
  ])
  .openapi('PlanChange');

/** Changes of the plan in force, with the act they rest on. */
export const variationSchema = z
  .strictObject({
    kind: z.enum(['variation', 'correction']).default('variation').openapi({
      description: 'A correction is of words and days that were misread, and has no act.',
    }),
    act: actSchema.omit({ note: true }).optional(),
    effectiveFrom: day.or(z.literal('')).default('').openapi({
      description: 'From when it holds; the day of the act unless said.',
    }),
    reason: text(10_000).default(''),
    changes: z.array(change).min(1, 'deve averne almeno una').max(500, 'sono più di 500'),
  })
  .openapi('PlanVariation');

/** As the command takes them. */
export const changesSaid = (changes: z.infer<typeof variationSchema>['changes']): readonly ChangeSaid[] =>
  changes.map(changeSaid);

function changeSaid(one: z.infer<typeof change>): ChangeSaid {
  if (one.change === 'withdraw' || one.change === 'redate') return one;
  const { sectors: shares, ...rest } = one;
  const weights = shares.map(({ id: sector, weight }) => ({ sector, weight }));
  if (rest.change === 'share') return { ...rest, weights };
  if (rest.change === 'add') {
    const { change: kind, ...objective } = rest;
    return { change: kind, weights, objective: said(objective) as PlanObjective };
  }
  const { change: kind, objective, ...to } = rest;
  return { change: kind, objective, weights, to: said(to) as Partial<PlanObjective> };
}

/** Without what was not sent. */
const said = (fields: object): object =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));

const flag = z.object({
  code: z.enum(['after-due', 'late-in-year', 'retroactive', 'same-act', 'weights-sum']),
  sector: z.string().optional(),
  number: z.string().nullable().optional(),
  title: z.string().optional(),
  day: day.optional(),
  sentence: z.string().openapi({ description: 'In Italian.' }),
});

const detail = z.object({
  field: z.enum(['number', 'title', 'weight', 'shared', 'owner', 'indicators', 'milestone']),
  before: z.any().openapi({ description: 'As a plan says it; null: nothing.' }),
  after: z.any(),
  sentence: z.string().openapi({ description: 'In Italian.' }),
});

const objectiveChange = z.object({
  objective: id.nullable(),
  sector: z.string(),
  number: z.string().nullable(),
  title: z.string(),
  change: z.enum(['added', 'withdrawn', 'changed']),
  weight: z.object({ before: z.number().nullable(), after: z.number().nullable() }),
  details: z.array(detail),
});

const shownAct = actSchema.omit({ note: true }).extend({
  protocolNumber: z.string().nullable(),
  protocolDate: day.nullable(),
});

/** As the Relazione lists them. */
export const variationsSchema = z
  .object({
    year: z.int(),
    variations: z.array(
      z.object({
        version: z.int().openapi({ description: 'Of the plan.' }),
        kind: z.enum(['variation', 'correction']),
        ordinal: z.int().openapi({ description: 'Of its kind in the year, from 1.' }),
        act: shownAct.nullable(),
        effectiveFrom: day,
        reason: z.string(),
        flags: z.array(flag),
        changes: z.array(objectiveChange),
      }),
    ),
  })
  .openapi('PlanVariations');

const line = z.object({
  sector: z.string(),
  objective: z.string(),
  milestone: z.string().nullable(),
  owner: roleSchema,
});

/** What it would do; nothing is recorded. */
export const variationPreviewSchema = z
  .object({
    kind: z.enum(['variation', 'correction']),
    notCarriedOut: z
      .array(z.string())
      .openapi({ description: 'Why it would be refused; empty: it can be confirmed.' }),
    changes: z.array(objectiveChange),
    flags: z.array(flag),
    obligations: z.array(
      line.extend({
        kind: z.enum(['opened', 'moved', 'reassigned', 'waived', 'superseded']),
        before: day.nullable(),
        after: day.nullable(),
      }),
    ),
    notices: z.array(
      line.extend({
        kind: z.enum(['appears', 'moves', 'vanishes']),
        rung: z.string(),
        to: z.string().openapi({ description: 'A person’s id, or the role where nobody receives for it.' }),
        before: day.nullable(),
        after: day.nullable(),
      }),
    ),
    mails: z.object({ before: z.int(), after: z.int() }),
  })
  .openapi('PlanVariationPreview');
