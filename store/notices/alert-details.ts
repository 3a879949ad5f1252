/** What alerts keep in `alert_item.detail`, by their kind, as it is read back. */
import { z } from 'zod';
import type { Role } from '../../domain/obligations/obligation.js';
import type { CivilDate } from '../../domain/time/civil-date.js';

const day = z.string().transform((text) => text as CivilDate);
const role: z.ZodType<Role> = z.discriminatedUnion('role', [
  z.object({ role: z.literal('head'), sector: z.string() }),
  z.object({ role: z.enum(['secretary', 'mayor', 'oiv', 'rpct']) }),
]);

/** `outage`: working days without a round, what was passed over, and what the round then joined in one notice. */
export const OutageDetail = z.object({
  firstDay: day,
  lastDay: day,
  passedOver: z.int(),
  joined: z.int().optional(),
  people: z.int().optional(),
});

/** `no-recipient`: notices of a day for a role that nobody holds, or for which nobody is there. */
export const NoRecipientDetail = z.object({ role, mailDay: day, notices: z.int() });

/** `code-locked`: the code of a role was typed wrong too often on a day. */
export const CodeLockedDetail = z.object({ role, day });

/** `bounced`: a mail came back; `stopped`: nothing is written to that address any more. */
export const BouncedDetail = z.object({ stopped: z.boolean() });

/** `year-ready`: the Relazione of a year was transmitted to the evaluators. */
export const YearReadyDetail = z.object({
  year: z.int(),
  round: z.int(),
  transmittedOn: day.nullable(),
  due: day.nullable(),
});
