/** People and the mails they get, as the JSON API gives them. */
import { z } from '@hono/zod-openapi';
import { DIGEST_FATES } from '../../store/notices/digest-fate.js';
import { jsonBody } from './operation.js';
import { day, id, moment, person, roleSchema } from './schemas.js';

/** Of what is closed on a day, a role or an absence. */
export const lastDayBody = jsonBody(z.strictObject({ lastDay: day }));

/** With roles of all times, and absences of today and to come. */
export const personSchema = z
  .object({
    id,
    name: z.string(),
    email: z.string().nullable(),
    sharedMailbox: z.boolean(),
    mailboxStoppedSince: z.string().nullable().openapi({
      description:
        'Since when nothing is written to it, because mail came back from it; null: it is written to.',
    }),
    roles: z.array(
      z.object({
        id,
        role: roleSchema,
        from: day,
        to: day.nullable(),
        state: z.enum(['past', 'present', 'future']),
      }),
    ),
    absences: z
      .array(z.object({ id, from: day, to: day.nullable(), substitute: person.nullable() }))
      .openapi({ description: 'Of today and to come.' }),
  })
  .openapi('Person');

/** A mail without its words; `lines` counts obligations. */
export const digestSchema = z
  .object({
    id,
    day,
    kind: z.enum(['daily', 'alert']),
    person,
    roles: z.array(roleSchema),
    subject: z.string(),
    state: z.enum(DIGEST_FATES),
    lines: z.int(),
    answeredAt: moment.nullable(),
    response: z.string().nullable(),
  })
  .openapi('Digest');
