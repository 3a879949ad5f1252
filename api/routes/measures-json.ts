/** How the objectives of a year are measured, as the JSON API writes it. */
import { z } from '@hono/zod-openapi';
import type { MeasureShown, MeasuresPage } from '../queries/measures-page.js';
import { basisOf } from '../views/evaluation/measures.js';
import { isoOf } from './json.js';
import { definitionOrNull, ruleOrNull } from './measure-schemas.js';
import { day, id, moment } from './schemas.js';

/** How each objective of a year is measured, and what was changed of it. */
export const measuresSchema = z
  .object({
    year: z.int().nullable(),
    objectives: z.array(
      z.object({
        ...{ id, number: z.string().nullable(), title: z.string(), sectors: z.array(z.string()) },
        basis: z.enum(['explicit', 'equal', 'completed', 'by-hand']),
        indicators: z.array(
          z.object({
            ...{ id, text: z.string(), weight: z.int().nullable() },
            ...{ definition: definitionOrNull, rule: ruleOrNull },
            isProposed: z.boolean().openapi({ description: 'Read from the plan; nobody has set it.' }),
            rowVersion: z.int(),
          }),
        ),
        phases: z.array(
          z.object({
            ...{ milestone: id.nullable(), phrase: z.string().nullable(), weight: z.int().nullable() },
            isOfThePlan: z.boolean(),
          }),
        ),
      }),
    ),
    changes: z.array(
      z.object({
        objective: id,
        act: z.object({ organ: z.string(), number: z.string(), date: day }).nullable(),
        ...{ reason: z.string(), parts: z.array(z.string()), at: moment },
      }),
    ),
  })
  .openapi('Measures');

/** `null`: no plan is approved yet. */
export const measuresJson = (shown: MeasuresPage | null) => ({
  year: shown?.page.year.cycle.year ?? null,
  objectives: (shown?.measures ?? []).map(measureJson),
  changes: (shown?.changes ?? []).map(({ objective, act, reason, parts, recordedAt }) => ({
    objective: objective.id,
    act: act && { organ: act.organ, number: act.actNumber, date: act.actDate },
    ...{ reason, parts: parts.map((part) => part.text), at: isoOf(recordedAt) },
  })),
});

function measureJson(measure: MeasureShown) {
  const { objective, phases, sectors } = measure;
  return {
    ...{ id: objective.id, number: objective.number, title: objective.title, sectors: [...sectors] },
    basis: basisOf(measure),
    // The domain's own types are narrower than JSON can say.
    indicators: objective.indicators.map(({ definition, rule, target: _, ...one }) => ({
      ...one,
      definition: definition as z.infer<typeof definitionOrNull>,
      rule: rule as z.infer<typeof ruleOrNull>,
    })),
    phases: phases.map(({ milestone, phrase, weight: counts, isOfThePlan }) => ({
      ...{ milestone, phrase, weight: counts, isOfThePlan },
    })),
  };
}
