/** A rehearsed mail, and what a change would do to the mails to come, as the JSON API writes them. */
import { z } from '@hono/zod-openapi';
import { roleKey } from '../../domain/obligations/obligation.js';
import type { RehearsedMail } from '../../domain/rehearsal/rehearse.js';
import { rehearsedLine } from '../../mail/rehearsed-line.js';
import type { MailWords } from '../../mail/roles.js';
import type { Rehearsal } from '../queries/rehearsal.js';
import type { RehearsalEffect } from '../queries/rehearsal-effect.js';
import { day, person } from './schemas.js';

/** One obligation of a mail to come; `rung` null: a line of the weekly summary. */
export const rehearsedLineSchema = z
  .object({
    day,
    to: z.string().openapi({
      description: 'The roles it is for, joined by ", ": head:<sector>, secretary, mayor, oiv, rpct.',
      example: 'head:Finanziario',
    }),
    subject: z.string(),
    text: z
      .string()
      .openapi({ description: 'With {{link:n}} where links will be, {{seal}} where the seal will be.' }),
    items: z.array(
      z.object({
        sector: z.string(),
        number: z.string().nullable(),
        objective: z.string(),
        milestone: z.string().nullable(),
        due: day.nullable(),
        rung: z.string().nullable().openapi({ description: 'Null for a line of the weekly summary.' }),
      }),
    ),
    person: person
      .nullable()
      .openapi({ description: 'Null: nobody receives for the role, so nothing goes out.' }),
  })
  .openapi('RehearsedMail');

/** As the mail of that day would be frozen. */
export function rehearsedJson({ to, facts }: RehearsedMail, people: Rehearsal['people'], words: MailWords) {
  const who = people.get(to);
  const line = rehearsedLine(facts.roles.map(roleKey).join(', '), facts, words);
  return {
    ...line,
    items: line.items.map((item) => ({ ...item })),
    person: who === undefined ? null : { id: who.id, name: who.name },
  };
}

const mail = rehearsedLineSchema.nullable();

/** The difference of two rehearsals over the same days. */
export const effectSchema = z
  .object({
    from: day,
    until: day.openapi({ description: 'Included.' }),
    mails: z.object({ before: z.int(), after: z.int() }),
    changes: z.array(
      z.object({
        kind: z.enum(['added', 'gone', 'moved', 'changed']).openapi({
          description:
            'moved: the same notices on another day, and on that day alone. changed: other lines on the same day.',
        }),
        before: mail.openapi({ description: 'Null: added.' }),
        after: mail.openapi({ description: 'Null: gone.' }),
      }),
    ),
  })
  .openapi('RehearsalEffect');

/** The difference of two rehearsals, mail by mail. */
export function effectJson(
  { window, difference }: RehearsalEffect,
  people: Rehearsal['people'],
  words: MailWords,
) {
  const { changes, before, after } = difference;
  return {
    from: window.from,
    until: window.until,
    mails: { before, after },
    changes: changes.map((change) => ({
      kind: change.kind,
      before: 'before' in change ? rehearsedJson(change.before, people, words) : null,
      after: 'after' in change ? rehearsedJson(change.after, people, words) : null,
    })),
  };
}
