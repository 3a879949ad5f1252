/** How things are measured, as the JSON API takes and gives it: an indicator, the rule of its degree, the rules of a town. */
import { z } from '@hono/zod-openapi';
import { FULL } from '../../domain/scoring/degree.js';
import { realDay, text } from './schemas.js';

/** Told beside every figure of a measure. */
export const UNITS = 'Degrees, figures and edges are whole ten-thousandths: 1000000 is 100.';

const direction = z.enum(['rising', 'falling', 'on-target']);
const figure = z.int();
const degree = z.int().min(0).max(FULL);

/** How an indicator is measured; `null`: in words alone. Named with its null: the generator forgets one put around a name. */
export const definitionOrNull = z
  .discriminatedUnion('kind', [
    z.strictObject({
      kind: z.enum(['number', 'percentage', 'count', 'ratio']),
      direction,
      baseline: figure.nullable().openapi({ description: 'Where it stood, worth nothing; null: zero.' }),
      target: figure,
      unit: text(10_000).nullable().openapi({ example: 'giorni' }),
    }),
    z.strictObject({ kind: z.literal('date'), direction, baseline: realDay.nullable(), target: realDay }),
    z.strictObject({ kind: z.literal('yes-no'), target: z.boolean() }),
  ])
  .nullable()
  .openapi('Indicator', { description: `How an indicator is measured; null: in words alone. ${UNITS}` });

const steps = z
  .array(z.strictObject({ at: figure, bound: z.enum(['from', 'above']), gives: degree }))
  .max(50)
  .readonly()
  .openapi({ description: 'From the lowest edge to the highest.' });

const simple = [
  z.strictObject({ rule: z.literal('linear') }),
  z.strictObject({ rule: z.literal('steps'), steps }),
  z.strictObject({ rule: z.literal('threshold'), at: degree, onwards: z.enum(['full', 'linear']) }),
  z.strictObject({
    ...{ rule: z.literal('late-days'), perDay: degree },
    days: z
      .enum(['calendar', 'working'])
      .openapi({ description: "Of the calendar, or the town's working days." }),
    ...{ free: z.int().min(0).max(366), least: degree },
  }),
  z.strictObject({ rule: z.literal('all-or-nothing') }),
] as const;

const rule = z.discriminatedUnion('rule', [
  ...simple,
  z.strictObject({
    ...{ rule: z.literal('tolerance'), within: figure, of: z.enum(['unit', 'percent']) },
    beyond: z.discriminatedUnion('rule', simple),
  }),
]);
const ruleSchema = rule.openapi('AttainmentRule', {
  description: `How what was reached becomes a degree. ${UNITS}`,
});
/** Of one indicator; `null`: the town's. */
export const ruleOrNull = rule
  .nullable()
  .openapi('OwnRule', { description: `The rule of one indicator; null: the town's for its kind. ${UNITS}` });

/** The rules of a town's SMVP. */
export const rulesSchema = z
  .strictObject({
    evaluator: z.enum(['oiv', 'secretary', 'mayor']),
    rules: z.strictObject({
      ...{ number: ruleSchema, percentage: ruleSchema, count: ruleSchema, ratio: ruleSchema },
      ...{ date: ruleSchema, 'yes-no': ruleSchema },
    }),
    redistribution: z.enum(['sector', 'group']),
    bands: steps,
    scale: z.enum(['points', 'multiplier']),
    shownPlaces: z.int().min(0).max(4).openapi({ description: 'Decimals of what people read.' }),
  })
  .openapi('ScoringRules', { description: `The rules of a town's SMVP. ${UNITS}` });

/** What one of these took, for the schema of what is stored, which takes anything and gives the types of the domain. */
export const asRead = (taken: unknown): unknown => taken;
