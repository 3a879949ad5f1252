/** What the JSON API takes and gives, as schemas: requests are checked by them, and the OpenAPI document is made of them. */
import { z } from '@hono/zod-openapi';
import { RUNGS } from '../../domain/obligations/ladder.js';
import { parseCivilDate } from '../../domain/time/civil-date.js';
import { STANDING_CODES } from '../queries/standing-code.js';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** UUID in small letters. */
export const id = z
  .string()
  .regex(UUID, 'non è un identificativo')
  .openapi({ format: 'uuid', example: '6f1b0c52-9d4e-4b1a-8f5e-0a5d1c2b3e4f' });
/** A civil date of the town. */
export const day = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/, 'non è un giorno AAAA-MM-GG')
  .openapi({ format: 'date', example: '2023-06-30' });
/** Likewise, and a day of the calendar: for what no command reads again. */
export const realDay = day.refine((text) => parseCivilDate(text) !== null, 'non è un giorno del calendario');
/** A moment by the town's clock. */
export const moment = z
  .string()
  .openapi({ format: 'date-time', description: "By the town's clock, in UTC." });
/** With a point, and as many places as it takes. */
export const decimal = z.string().openapi({ example: '12.5', description: 'Exact decimal with a point.' });

/** Of a plan, in a query. */
export const year = z.string().regex(/^2\d{3}$/, 'non è un anno');

/** Of a plan, in a body: a database's integers end before those of JSON. */
export const planYear = z.int().min(2000, 'non è un anno').max(2999, 'non è un anno');

/** Text that a database can hold: no character zero, no half of a surrogate pair. */
export const text = (most: number) =>
  z
    .string('deve essere un testo')
    .max(most, `supera i ${most} caratteri`)
    .refine(
      (value) => !value.includes('\0') && !/\p{Surrogate}/u.test(value),
      'contiene caratteri non ammessi',
    );

/** A head is of one sector; all others are of the town. */
export const roleSchema = z
  .strictObject({
    role: z.enum(['head', 'secretary', 'vice-secretary', 'mayor', 'assessor', 'oiv', 'rpct']),
    sector: text(300).optional().openapi({ description: 'Only of a head.' }),
  })
  .openapi('Role');

/** The version of a thing that whoever asks has seen. */
export const rowVersion = z
  .int()
  .positive()
  .nullable()
  .default(null)
  .openapi({ description: 'The version that was seen; null: not said.' });

/** Somebody by name. */
export const person = z.object({ id, name: z.string() });

/** With how it stands today by the town's clock. */
export const obligationSchema = z
  .object({
    id,
    year: z.int(),
    kind: z.string(),
    sector: z.string(),
    objective: z.object({ id: id.nullable(), number: z.string().nullable(), title: z.string() }),
    milestone: z
      .string()
      .nullable()
      .openapi({ description: 'The words of the plan; null for an implicit term.' }),
    owner: roleSchema,
    term: z.object({
      kind: z.enum(['date', 'implicit', 'external']),
      due: day.nullable(),
      anchor: z.string().nullable(),
    }),
    standing: z.object({
      code: z.enum(STANDING_CODES),
      workingDaysLeft: z.int().nullable(),
      workingDaysLate: z.int(),
      daysLate: z.int(),
    }),
    weight: decimal.nullable(),
    state: z.enum(['open', 'done', 'waived', 'superseded']),
    doneOn: day.nullable(),
    forecast: day
      .nullable()
      .openapi({ description: 'Of a delay that was explained; late notices wait for it.' }),
    recordedAt: moment.nullable(),
    recordedBy: person.nullable(),
    note: z.string().nullable(),
    rowVersion: z.int().openapi({ description: 'Send it back with a command: of two at once, one is told.' }),
  })
  .openapi('Obligation');

/** A file's name, kind and hash; its bytes are at /evidence/{id}. */
export const evidenceSchema = z
  .object({ id, name: z.string(), type: z.string(), size: z.int(), sha256: z.string() })
  .openapi('Evidence');

const notice = z.object({
  obligation: id,
  rung: z.enum(RUNGS),
  day,
  recipient: roleSchema,
  person: z.string().nullable(),
});

/** In the plan in force; weights are exact decimals. */
export const objectiveSchema = z
  .object({
    id,
    year: z.int(),
    number: z.string().nullable(),
    title: z.string(),
    shared: z.boolean(),
    state: z.enum(['in-force', 'withdrawn', 'evaluated']),
    lead: id.nullable().openapi({ description: 'The sector that answers for all; null: each for itself.' }),
    sectors: z.array(z.object({ id, name: z.string(), weight: decimal.nullable() })),
  })
  .openapi('Objective');

/** With its terms; what a role may not read is null. */
export const objectivePageSchema = objectiveSchema
  .extend({
    indicators: z.array(
      z.object({
        text: z.string(),
        target: z
          .object({
            value: z.number(),
            unit: z.string().optional(),
            op: z.enum(['>=', '<=', '<', '>']).optional(),
          })
          .nullable(),
      }),
    ),
    obligations: z.array(obligationSchema),
    evidence: z.array(evidenceSchema).nullable().openapi({ description: 'null: not for this role.' }),
    notices: z.array(notice).nullable().openapi({ description: 'null: not for this role.' }),
    register: z
      .array(
        z.object({
          seq: z.int(),
          hash: z.string(),
          prev: z.string().nullable(),
          body: z.record(z.string(), z.unknown()),
        }),
      )
      .nullable()
      .openapi({ description: 'null: not for this role.' }),
  })
  .openapi('ObjectivePage');

/** Who has entered; roles are those of today. */
export const meSchema = z
  .object({
    person,
    roles: z.array(roleSchema),
    town: z.object({ id, slug: z.string(), name: z.string(), mode: z.enum(['demo', 'trial', 'live']) }),
    today: day,
    now: moment,
  })
  .openapi('Me');

/** RFC 9457. */
export const problemSchema = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    detail: z.string().openapi({ description: 'In Italian: what happened and what to do.' }),
    errors: z.array(z.object({ pointer: z.string(), detail: z.string() })).optional(),
  })
  .openapi('Problem');
