/** People and the mails they get, as the JSON API gives them. */
import { z } from '@hono/zod-openapi';
import { day, id, moment, person, roleSchema } from './schemas.js';

export const personSchema = z
  .object({
    id,
    name: z.string(),
    email: z.string().nullable(),
    sharedMailbox: z.boolean(),
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

export const digestSchema = z
  .object({
    id,
    day,
    kind: z.enum(['daily', 'alert']),
    person,
    roles: z.array(roleSchema),
    subject: z.string(),
    state: z.enum(['frozen', 'sent', 'refused', 'given-up']),
    lines: z.int(),
    answeredAt: moment.nullable(),
    response: z.string().nullable(),
  })
  .openapi('Digest');
