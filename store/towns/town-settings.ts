/** What a town sets for itself and stores as jsonb: words, links, mail, the Sindaco's rung, closures, ladders. */
import { z } from 'zod';
import { CLOSING_ORDERS, DEFAULT_CLOSING, LATE_RULE_LIMIT } from '../../domain/cycle/closing-rules.js';
import { DEFAULT_MEASUREMENT_TERMS } from '../../domain/cycle/measurement-obligations.js';
import { DEFAULT_WINDOWS } from '../../domain/cycle/windows.js';
import { DEFAULT_LADDERS, type Ladder, type Ladders, RUNGS } from '../../domain/obligations/ladder.js';
import type { ObligationKind } from '../../domain/obligations/obligation.js';
import { TOWN_RETENTIONS } from '../../domain/retention/retention-rules.js';
import { daysInMonth } from '../../domain/time/civil-date.js';
import { CLOSURE_NAME_LIMIT } from '../../domain/time/closure-rules.js';
import type { Closure } from '../../domain/time/closures.js';
import { SENDING_MINUTES } from '../../domain/time/round-slot.js';
import { civilDay as day, legalSettingsSchema } from '../cycle/legal-settings.js';

const link = z
  .url({ protocol: /^https?$/ })
  .nullable()
  .default(null);

/** A day of the plan's year, or of the one after. */
export const yearDay = z
  .strictObject({
    month: z.int().min(1).max(12),
    day: z.int().min(1).max(31),
    yearsAfter: z.union([z.literal(0), z.literal(1)]),
  })
  // 2024 has a 29 February, which stands for the last day of the month.
  .refine(({ month, day }) => day <= daysInMonth(2024, month), { message: 'the month has no such day' });

const openAndDue = z.strictObject({ opens: yearDay, due: yearDay });
/** Opening and due days of the evaluation. */
export const measurementTerms = z.strictObject({ selfEvaluation: openAndDue, measurement: openAndDue });
/** Order and due days of the closing. */
export const closingRules = z.strictObject({
  order: z.enum(CLOSING_ORDERS).default(DEFAULT_CLOSING.order),
  transmission: yearDay.default(DEFAULT_CLOSING.transmission),
  act: yearDay.nullable().default(DEFAULT_CLOSING.act),
  validationDays: z.int().min(1).max(365).default(DEFAULT_CLOSING.validationDays),
  publicationDays: z.int().min(1).max(250).default(DEFAULT_CLOSING.publicationDays),
  againDays: z.int().min(1).max(365).default(DEFAULT_CLOSING.againDays),
  lateRule: z
    .string()
    .max(LATE_RULE_LIMIT)
    .refine(
      (line) => line !== '' && line.trim() === line && !/[\p{Cc}\p{Cs}]/u.test(line),
      'è una riga di testo, senza spazi in capo e in coda',
    )
    .nullable()
    .default(DEFAULT_CLOSING.lateRule),
});

/** Every field has a default, so that settings stored by an older version read on. */
export const townSettingsSchema = z.object({
  /** The town's own words where Italian practice has several. */
  words: z
    .object({
      sector: z.string().min(1).default('Settore'),
      evaluator: z.string().min(1).default('Nucleo di valutazione'),
      secretary: z.string().min(1).default('Segretario comunale'),
    })
    .prefault({}),
  /** Links of the footer; `null` until the town has the page. */
  footer: z.object({ accessibility: link, feedback: link, privacy: link }).prefault({}),
  /** The notice to the Sindaco, and the act that provides for it. */
  mayorRung: z
    .object({ on: z.boolean().default(true), act: z.string().nullable().default(null) })
    .prefault({}),
  /** Sender of the town's mails and domain of their Message-IDs; `null`: the installation's. */
  mail: z
    .object({ from: z.string().nullable().default(null), domain: z.string().nullable().default(null) })
    .prefault({}),
  /** Minute of the day at which the day's mails leave; `null`: between 07:30 and 09:00, spread over the towns. */
  sending: z
    .object({ minute: z.int().min(SENDING_MINUTES.first).max(SENDING_MINUTES.last).nullable().default(null) })
    .prefault({}),
  /** The monitoring windows of a year, in order. */
  monitoring: z
    .array(z.object({ name: z.string().min(1), reference: yearDay, opens: yearDay, due: yearDay }))
    .default([...DEFAULT_WINDOWS]),
  /** After this day of the plan's year a variation is marked as late. */
  variations: z
    .object({
      lateAfter: z
        .object({ month: z.int().min(1).max(12), day: z.int().min(1).max(31) })
        .refine(({ month, day }) => day <= daysInMonth(2023, month), { message: 'the month has no such day' })
        .default({ month: 12, day: 15 }),
    })
    .prefault({}),
  /** From when and by when the sectors evaluate themselves, and the degrees are decided, where no year says otherwise. */
  measurement: measurementTerms.default(DEFAULT_MEASUREMENT_TERMS),
  /** In which order, and by when, a year is closed, where no year says otherwise. */
  closing: closingRules.prefault({}),
  /** Both, as set from a year on: ask `termsIn` for those of a year. */
  terms: z
    .array(z.object({ from: z.int(), measurement: measurementTerms, closing: closingRules }))
    .default([]),
  /** Sector totals in the version of the Relazione for publication: five heads are five persons. A page for everybody. */
  relazione: z
    .object({ publishesTotals: z.boolean().default(false), publicPage: z.boolean().default(false) })
    .prefault({}),
  /** What the town says for the *Calendario normativo*. */
  legal: legalSettingsSchema,
  /** How long things are kept, in the unit of each rule, where the town set it; ask `periodsOf`. */
  retention: z.partialRecord(z.enum(TOWN_RETENTIONS), z.int()).default({}),
});
/** As read by {@link townSettingsSchema}. */
export type TownSettings = z.infer<typeof townSettingsSchema>;

const weekday = z.union([1, 2, 3, 4, 5, 6, 7].map((n) => z.literal(n as 1 | 2 | 3 | 4 | 5 | 6 | 7)));
const month = z.int().min(1).max(12);
const name = z.string().min(1).max(CLOSURE_NAME_LIMIT).exactOptional();

/** Days on which the offices are closed (design §4). */
export const closuresSchema: z.ZodType<readonly Closure[]> = z.array(
  z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('weekday'), weekday }),
    z.object({ kind: z.literal('yearly'), month, day: z.int().min(1).max(31), name }),
    z.object({ kind: z.literal('nth-weekday'), nth: z.int().min(-5).max(5), weekday, month, name }),
    z.object({ kind: z.literal('days'), from: day, to: day, name }),
  ]),
);

const rungDay = z.discriminatedUnion('on', [
  z.object({ on: z.literal('start') }),
  z.object({ on: z.literal('due') }),
  z.object({ on: z.literal('calendar-days-before'), days: z.int().positive() }),
  z.object({ on: z.literal('working-days-before'), days: z.int().positive() }),
  z.object({ on: z.literal('working-days-after'), days: z.int().positive() }),
  z.object({ on: z.literal('week-after-late-8'), week: z.int().positive() }),
]);
const ladder: z.ZodType<Ladder> = z.object({
  steps: z.array(
    z.object({ rung: z.enum(RUNGS), day: rungDay, to: z.array(z.enum(['owner', 'secretary', 'mayor'])) }),
  ),
  mayor: z.object({ on: z.boolean(), act: z.string().nullable() }),
});
const kinds = Object.keys(DEFAULT_LADDERS) as ObligationKind[];

/** Ladders that differ from the default, by kind of obligation. */
export const laddersSchema: z.ZodType<Partial<Ladders>> = z.partialRecord(z.enum(kinds), ladder);

/** The ladders in force: the default, the town's own, and the town's choice about the Sindaco's rung. */
export function laddersOf(town: {
  readonly ladders: Partial<Ladders>;
  readonly settings: TownSettings;
}): Ladders {
  const chosen = { ...DEFAULT_LADDERS, ...town.ladders };
  return Object.fromEntries(
    kinds.map((kind) => [kind, { ...chosen[kind], mayor: town.settings.mayorRung }]),
  ) as unknown as Ladders;
}
