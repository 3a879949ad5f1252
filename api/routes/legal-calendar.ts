/** The legal terms of a year of the cycle, and what the town says of itself for them. */
import { createRoute, z } from '@hono/zod-openapi';
import { deferralsOf } from '../../domain/cycle/legal/budget-deferrals.js';
import type { LegalRuleId } from '../../domain/cycle/legal/legal-rule.js';
import { RECORDED } from '../../domain/cycle/legal/legal-rules.js';
import { inTown } from '../../store/in-town.js';
import { keepLegal } from '../commands/cycle/keep-legal.js';
import type { LegalChange, LegalFields } from '../commands/cycle/legal-asked.js';
import { viewerIn } from '../gate.js';
import { LEGAL_YEARS, loadLegalPage } from '../queries/legal-page.js';
import { legalJson, legalSchema } from './legal-json.js';
import {
  answered,
  answerTo,
  apiCommander,
  behind,
  createPart,
  idempotency,
  jsonBody,
  problems,
} from './operation.js';
import { text, year } from './schemas.js';

const legalYear = year
  .refine(
    (value) => Number(value) >= LEGAL_YEARS.first && Number(value) <= LEGAL_YEARS.last,
    'è fuori portata',
  )
  .openapi({ example: '2026' });

const show = createRoute({
  method: 'get',
  path: '/legal-calendar',
  ...behind('legal-calendar.read', 'Town'),
  summary: 'The terms that law, own rules and custom set for a year of the cycle, and where each falls',
  request: {
    query: z.object({ year: legalYear.optional().openapi({ description: 'By default this year.' }) }),
  },
  responses: { 200: answered('The calendar.', legalSchema), ...problems(422) },
});

/** Days and figures are read, and refused, as those of the form are. */
const said = z
  .object({
    population: z.int().min(0).nullable().optional(),
    employees: z.int().min(0).nullable().optional(),
    deferral: z
      .object({ term: text(20), act: text(1000) })
      .nullable()
      .optional()
      .openapi({ description: 'Only where it is later than the ones that are known.' }),
    done: z
      .partialRecord(z.enum(RECORDED as readonly [LegalRuleId, ...LegalRuleId[]]), text(20).nullable())
      .optional()
      .openapi({
        description: 'Days on which things were done, by id of their term.',
        additionalProperties: false,
      }),
  })
  .strict()
  .openapi('LegalInputs', {
    description: 'Only what changes: what is left out stays as it is, null takes it away.',
  });

const change = createRoute({
  method: 'patch',
  path: '/legal-calendar',
  ...behind('legal-calendar.change', 'Town'),
  summary:
    'Changes what the town says for a year: terms are counted again, with the obligations made of them; a day done concludes its obligation',
  request: { headers: idempotency, query: z.object({ year: legalYear }), ...jsonBody(said) },
  responses: { 200: answered('Kept.', z.object({ year: z.int() })), ...problems(400, 409, 413, 415, 422) },
});

const BODY_FIELDS: LegalFields = {
  population: 'population',
  employees: 'employees',
  deferralTerm: 'deferral.term',
  deferralAct: 'deferral.act',
  done: (rule) => `done.${rule}`,
};

export function legalCalendarRoutes() {
  const app = createPart();
  app.openapi(show, async (c) => {
    const viewer = viewerIn(c);
    const asked = c.req.valid('query').year;
    const page = await inTown(c.get('deps').sql, viewer.town.id, (tx) =>
      loadLegalPage(tx, viewer, asked === undefined ? null : Number(asked)),
    );
    return c.json(legalJson(page, deferralsOf(page.year)), 200);
  });
  app.openapi(change, (c) => {
    const { population, employees, deferral, done } = c.req.valid('json');
    const asked: LegalChange = {
      year: Number(c.req.valid('query').year),
      ...(population === undefined ? {} : { population: population?.toString() ?? '' }),
      ...(employees === undefined ? {} : { employees: employees?.toString() ?? '' }),
      ...(deferral === undefined
        ? {}
        : { deferralTerm: deferral?.term ?? '', deferralAct: deferral?.act ?? '' }),
      ...(done === undefined ? {} : { done: daysOf(done) }),
    };
    return answerTo(c, keepLegal(apiCommander(c), asked, null, BODY_FIELDS));
  });
  return app;
}

/** Null takes a day away. */
const daysOf = (
  done: Readonly<Partial<Record<LegalRuleId, string | null>>>,
): Partial<Record<LegalRuleId, string>> =>
  Object.fromEntries(Object.entries(done).map(([rule, day]) => [rule, day ?? '']));
