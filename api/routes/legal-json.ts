/** The *Calendario normativo* as the API gives it. */
import { z } from '@hono/zod-openapi';
import type { BudgetDeferral } from '../../domain/cycle/legal/budget-deferrals.js';
import { dutyOf } from '../../domain/cycle/legal/duty-offers.js';
import type { Falls } from '../../domain/cycle/legal/falls-on.js';
import { dueOf } from '../../domain/obligations/obligation.js';
import type { LegalYear } from '../queries/legal-page.js';
import { whyInWords } from '../views/legal/legal-words.js';
import { roleJson } from './json.js';
import { day, id, roleSchema } from './schemas.js';

const falls = z.object({
  is: z.enum(['day', 'at-once', 'needs', 'not-fixed-yet', 'by-own-rules']),
  day: day.nullable().openapi({ description: 'As the rule says it.' }),
  due: day.nullable().openapi({ description: 'Moved past holidays, where the rule lets it.' }),
  countedFrom: z
    .object({
      ...{ what: z.string(), day },
      days: z.int().openapi({ description: 'Calendar days; the first is not counted.' }),
    })
    .nullable(),
  needs: z.string().nullable().openapi({ description: 'Id of the term whose day the town has not said.' }),
  why: z.string().openapi({ description: 'In Italian.' }),
});

/** The terms of a year, each reading side by side where a norm is disputed. */
export const legalSchema = z
  .object({
    year: z.int(),
    budgetTerm: z
      .object({ term: day, act: z.string() })
      .nullable()
      .openapi({ description: 'Null: not moved.' }),
    deferrals: z.array(z.object({ term: day, act: z.string(), source: z.string() })),
    terms: z.array(
      z.object({
        id: z.string(),
        act: z.string(),
        by: z.string(),
        norm: z.string(),
        text: z.string(),
        force: z.enum(['law', 'own-rules', 'custom', 'authority']),
        asked: z.enum(['yes', 'optional', 'simplified', 'not-asked', 'unknown']),
        readings: z.array(
          z.object({
            id: z.string(),
            says: z.string(),
            falls,
            late: z.int().nullable().openapi({ description: 'Days after the term; negative before it.' }),
          }),
        ),
        doneOn: day.nullable(),
        fromCycle: z.boolean().openapi({ description: 'The cycle knows the day: it is not said here.' }),
        canBeDuty: z.boolean().openapi({ description: 'Can it be made an obligation?' }),
        duties: z.array(
          z.object({ obligation: id, owner: roleSchema, due: day.nullable(), doneOn: day.nullable() }),
        ),
        consequence: z.object({ says: z.string(), verified: z.boolean() }).nullable(),
        verified: z.boolean(),
        source: z.string().nullable(),
      }),
    ),
  })
  .openapi('LegalCalendar');

/** As {@link legalSchema}. */
export const legalJson = (
  { calendar, duties, fromCycle }: LegalYear,
  deferrals: readonly BudgetDeferral[],
): z.infer<typeof legalSchema> => ({
  year: calendar.year,
  budgetTerm:
    calendar.deferral === null ? null : { term: calendar.deferral.term, act: calendar.deferral.act },
  deferrals: deferrals.map(({ term, act, source }) => ({ term, act, source })),
  terms: calendar.lines.map(({ rule, asked, readings, doneOn }) => {
    const { id, act, by, norm, text, force, consequence, verified, source } = rule;
    return {
      ...{ id, act, by, norm, text, force, asked, doneOn, consequence, verified, source },
      fromCycle: fromCycle?.[id] !== undefined,
      canBeDuty: typeof dutyOf(id) !== 'string',
      duties: duties
        .filter((duty) => duty.rule === id)
        .map((duty) => ({
          ...{ obligation: duty.obligation, owner: roleJson(duty.owner), due: dueOf(duty) },
          doneOn: duty.doneOn,
        })),
      readings: readings.map(({ reading, falls: where, late }) => ({
        id: reading.id,
        says: reading.says,
        falls: { ...fallsJson(where), why: whyInWords(where, rule) },
        late,
      })),
    };
  }),
});

const fallsJson = (where: Falls) => {
  const isDay = where.is === 'day';
  const from = isDay ? where.from : null;
  return {
    is: where.is,
    day: isDay ? where.day : null,
    due: isDay ? where.due : null,
    countedFrom: from === null ? null : { what: from.base, day: from.day, days: from.days },
    needs: where.is === 'needs' ? where.base : null,
  };
};
