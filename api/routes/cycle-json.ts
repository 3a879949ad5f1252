/** A year of the cycle as the API gives it. */
import { z } from '@hono/zod-openapi';
import { OUTCOMES } from '../../domain/cycle/closing-duties.js';
import { CLOSING_ORDERS, CLOSING_STEPS } from '../../domain/cycle/closing-rules.js';
import type { YearStep } from '../../domain/cycle/year-step.js';
import type { KeptFact } from '../../store/cycle/closing.js';
import type { CyclePage } from '../queries/cycle-page.js';
import { stepName } from '../views/cycle/cycle-words.js';
import { day, id } from './schemas.js';

const STEP_IDS =
  'plan, objectives, monitoring-1, variations, monitoring-2, self-evaluation, measurement, ready, then those of the closing, closed';

const step = z.object({
  id: z.string().openapi({ description: STEP_IDS }),
  title: z.string(),
  from: day.nullable(),
  due: day.nullable(),
  isEstimate: z.boolean().openapi({ description: 'The due day hangs on a step that is not done yet.' }),
  state: z.enum(['done', 'open', 'ahead', 'not-asked']),
  doneOn: day.nullable(),
  late: z.int().openapi({ description: 'Calendar days after the due day; 0: in time.' }),
  waitsFor: z
    .array(z.object({ step: z.string().nullable(), sector: z.string().nullable() }))
    .openapi({ description: 'A step before it, or a sector; both null: whoever owes the step.' }),
  outOfOrder: z.array(z.string()).openapi({ description: 'Steps that it was recorded before.' }),
  norm: z.string().nullable().openapi({ description: 'Id of a term of the legal calendar.' }),
});

const fact = z.object({
  id,
  step: z.enum(CLOSING_STEPS),
  kind: z.enum(['done', 'ready']),
  round: z.int(),
  on: day,
  outcome: z.enum(OUTCOMES).nullable(),
  act: z.object({ organ: z.string(), number: z.string(), date: day }).nullable(),
  protocolNumber: z.string().nullable(),
  protocolOn: day.nullable(),
  addresses: z.array(z.string()),
  note: z.string().nullable(),
  recordedBy: z.string().nullable(),
  withdrawnBecause: z.string().nullable().openapi({ description: 'Null: it stands.' }),
});

/** A year's steps, with their days and what each waits for. */
export const cycleSchema = z
  .object({
    year: z.int(),
    state: z.enum(['open', 'closed']),
    closedOn: day.nullable(),
    order: z.enum(CLOSING_ORDERS),
    round: z.int().openapi({ description: 'From 1: one more for each time it was not validated.' }),
    current: z.string(),
    steps: z.array(step),
    missing: z
      .array(z.object({ step: z.string(), sector: z.string().nullable() }))
      .openapi({ description: 'What is missing before the Nucleo can work.' }),
    recorded: z.array(fact),
    observed: z
      .object({ year: z.int(), on: day, lines: z.array(z.string()) })
      .nullable()
      .openapi({
        description: 'What the evaluators observed of the year before, to be taken up in this one.',
      }),
  })
  .openapi('Cycle');

/** As {@link cycleSchema}. */
export const cycleJson = (page: CyclePage): z.infer<typeof cycleSchema> => ({
  year: page.cycle.year,
  state: page.cycle.state,
  closedOn: page.cycle.closedOn,
  order: page.facts.rules.order,
  round: page.round,
  current: page.current,
  steps: page.steps.map((one) => stepJson(one, page)),
  missing: page.missing.map(({ step: of, who }) => ({ step: of, sector: who })),
  recorded: page.recorded.map(factJson),
  observed:
    page.observed === null
      ? null
      : { ...{ year: page.observed.year, on: page.observed.on }, lines: [...page.observed.lines] },
});

const stepJson = ({ waitsFor, outOfOrder, ...one }: YearStep, { facts }: CyclePage) => ({
  ...one,
  title: stepName(one.id, facts),
  waitsFor: waitsFor.map((awaited) =>
    'step' in awaited ? { step: awaited.step, sector: null } : { step: null, sector: awaited.who },
  ),
  outOfOrder: [...outOfOrder],
});

const factJson = (one: KeptFact): z.infer<typeof fact> => ({
  ...{ id: one.id, step: one.step, kind: one.kind, round: one.round, on: one.on, outcome: one.outcome },
  act: one.act === null ? null : { organ: one.act.organ, number: one.act.actNumber, date: one.act.actDate },
  ...{ protocolNumber: one.protocolNumber, protocolOn: one.protocolOn, addresses: [...one.addresses] },
  ...{ note: one.note, recordedBy: one.recordedBy },
  withdrawnBecause: one.withdrawn === null ? null : (one.withdrawn.because ?? ''),
});
