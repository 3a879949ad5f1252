/**
 * The plan compiler's contract as a zod schema, with messages in Italian. Also the source of the API's
 * OpenAPI component.
 */
import { z } from 'zod';
import { mostTimesAYear } from '../domain/obligations/recurrence-frequency.js';
import { parseRecurrenceRule } from '../domain/obligations/recurrence-rule.js';

/**
 * What one upload may hold; a plan of a large town has some hundreds of objectives. `terms` counts every
 * occurrence of a recurrence, from its start to the end of the plan's year.
 */
export const PLAN_LIMITS = {
  bytes: 5_000_000,
  sectors: 100,
  objectives: 2_000,
  milestones: 100,
  terms: 50_000,
  text: 10_000,
};

const OBJECT = 'deve essere un oggetto';
const LIST = 'deve essere un elenco';
const YEARS = 'non è degli anni 1900–2199';

const text = z
  .string('deve essere un testo')
  .max(PLAN_LIMITS.text, `supera i ${PLAN_LIMITS.text} caratteri`)
  .refine((value) => !CONTROL.test(value), 'contiene caratteri di controllo o spezzati');
// biome-ignore lint/suspicious/noControlCharactersInRegex: refusing control characters is the purpose
const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]|\p{Surrogate}/u;

const title = text.trim().min(1, 'è vuoto: serve un testo');
const number = z.number('deve essere un numero');
const weight = number.min(0, 'è negativo').max(10_000, 'supera 10.000');
const year = z.int("deve essere l'anno, in cifre").min(2000, 'è prima del 2000').max(2100, 'è dopo il 2100');
const line = z.int('deve essere un numero di riga').positive('deve essere un numero di riga');

const DAY = /^\d{4}-\d{2}-\d{2}$/;
/** Also what is no day at all: words, or what is refused for another reason. */
const isOfOurTime = (text: string): boolean => !DAY.test(text) || /^(19|20|21)/.test(text);
/** A day that does not exist passes, and the lint warns of it; a year that no plan can mean does not. */
const day = z
  .string('deve essere una data')
  .regex(DAY, 'non è una data nel formato AAAA-MM-GG')
  .refine(isOfOurTime, YEARS);
/** Words, or the day itself. */
const anchor = text.refine(isOfOurTime, YEARS);

const target = z.object(
  {
    value: number,
    unit: text.optional(),
    op: z.enum(['>=', '<=', '<', '>'], 'deve essere uno tra >=, <=, <, >').optional(),
  },
  OBJECT,
);

const milestone = z
  .object(
    {
      kind: z.enum(
        ['date', 'month-end', 'period', 'recurring', 'relative', 'external-term', 'none'],
        'deve essere uno tra date, month-end, period, recurring, relative, external-term, none',
      ),
      date: day.optional(),
      start: day.optional(),
      role: z
        .enum(
          ['as-of', 'event', 'start-window', 'continuous'],
          'deve essere uno tra as-of, event, start-window, continuous',
        )
        .optional(),
      recurrence: text.optional(),
      dtstart: day.optional(),
      offset: z
        .string('deve essere un testo')
        .regex(
          /^[+-]?P(?!$)(\d{1,2}Y)?(\d{1,3}M)?(\d{1,3}W)?(\d{1,4}D)?(T(?=\d)(\d{1,5}H)?(\d{1,5}M)?)?$/,
          'non è una durata ISO 8601, per esempio P30D',
        )
        .optional(),
      anchor: anchor.nullable().optional(),
      calendar: z.literal('working', 'può essere solo working').optional(),
      invalid: z.boolean('deve essere true o false').optional(),
      phrase: text,
      weight: weight.optional(),
      sourceLine: line.optional(),
    },
    OBJECT,
  )
  .superRefine((one, context) => {
    if (one.invalid === true || one.role !== undefined) return;
    const lacks = (field: string): void =>
      context.addIssue({ code: 'custom', path: [field], message: 'manca' });
    if (['date', 'month-end', 'period'].includes(one.kind) && one.date === undefined) lacks('date');
    if (one.kind === 'relative' && one.offset === undefined) lacks('offset');
    if (one.kind !== 'recurring') return;
    if (one.recurrence === undefined) lacks('recurrence');
    else if (parseRecurrenceRule(one.recurrence) === null) {
      const message = 'non è una ricorrenza che si possa calcolare, per esempio FREQ=MONTHLY;INTERVAL=6';
      context.addIssue({ code: 'custom', path: ['recurrence'], message });
    }
  });

/** One objective of a plan: also what a program says of one that it adds or changes. */
export const objectiveShape = z.object(
  {
    number: text.nullable(),
    title,
    weight: weight.nullable(),
    shared: z.boolean('deve essere true o false'),
    owner: text.nullable().optional(),
    indicators: z
      .array(z.object({ text, target: target.optional() }, OBJECT), LIST)
      .max(200, 'sono più di 200'),
    milestones: z.array(milestone, LIST).max(PLAN_LIMITS.milestones, `sono più di ${PLAN_LIMITS.milestones}`),
    result: z.object({ value: number, unit: text.optional() }, OBJECT).optional(),
    sourceLines: z.tuple([line, line], 'deve essere una coppia di numeri di riga').optional(),
  },
  OBJECT,
);

const sector = z.object(
  {
    name: title,
    owner: text.nullable(),
    weightTotal: weight.nullable(),
    objectives: z
      .array(objectiveShape, LIST)
      .max(PLAN_LIMITS.objectives, `sono più di ${PLAN_LIMITS.objectives}`),
  },
  OBJECT,
);

const lint = z.object(
  {
    code: text,
    where: z.object(
      {
        sector: text.optional(),
        number: text.nullable().optional(),
        title: text.optional(),
        line: line.optional(),
      },
      OBJECT,
    ),
    message: text,
  },
  OBJECT,
);

/** See the head of the file. */
export const planSchema = z
  .object(
    {
      document: z.object(
        {
          body: text.nullable(),
          kind: z.enum(['plan', 'report'], 'deve essere plan o report'),
          year,
          act: text.nullable(),
          actDate: day.nullable(),
          weights: z.enum(['points', 'multiplier', 'none'], 'deve essere uno tra points, multiplier, none'),
        },
        OBJECT,
      ),
      sectors: z
        .array(sector, LIST)
        .min(1, 'è vuoto: serve almeno un settore')
        .max(PLAN_LIMITS.sectors, `sono più di ${PLAN_LIMITS.sectors}`),
      lint: z.array(lint, LIST).default([]),
    },
    OBJECT,
  )
  .superRefine(({ document, sectors }, context) => {
    const names = sectors.map((one) => one.name.toLowerCase());
    names.forEach((name, index) => {
      if (names.indexOf(name) === index) return;
      const message = 'è il nome di due settori: ogni settore va elencato una volta sola';
      context.addIssue({ code: 'custom', path: ['sectors', index, 'name'], message });
    });
    const terms = sectors
      .flatMap(({ objectives }) => objectives.flatMap(({ milestones }) => milestones))
      .reduce((sum, one) => sum + mostTerms(one, document.year), 0);
    if (terms > PLAN_LIMITS.terms) {
      const message = 'ha più di 50.000 scadenze, contando ogni volta di ciò che si ripete';
      context.addIssue({ code: 'custom', path: ['sectors'], message });
    }
  });

/** How many obligations a milestone can make: without a bound one upload of daily tasks would fill the memory. */
function mostTerms(one: z.infer<typeof milestone>, planYear: number): number {
  const rule = one.kind === 'recurring' ? parseRecurrenceRule(one.recurrence ?? '') : null;
  if (rule === null) return 1;
  const years = planYear - Number(one.dtstart?.slice(0, 4) ?? planYear) + 1;
  return Math.max(1, years) * mostTimesAYear(rule);
}
