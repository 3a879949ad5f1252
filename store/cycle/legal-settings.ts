/** What a town says of itself for the *Calendario normativo*, as stored in its settings. */
import { z } from 'zod';
import { type CivilDate, parseCivilDate } from '../../domain/time/civil-date.js';

/** A day as jsonb holds it. */
export const civilDay = z.string().transform((text, context): CivilDate => {
  const date = parseCivilDate(text);
  if (date !== null) return date;
  context.addIssue({ code: 'custom', message: `"${text}" is not a day` });
  return z.NEVER;
});

const year = z.object({
  /** The act that moved the term of the budget, where our list does not have it. */
  deferral: z
    .object({ term: civilDay, act: z.string().min(1) })
    .nullable()
    .default(null),
  /** When each thing was done, by the id of its rule. */
  done: z.record(z.string(), civilDay).default({}),
});

/** Every field has a default, so that settings stored by an older version read on. */
export const legalSettingsSchema = z
  .object({
    population: z.int().min(0).nullable().default(null),
    employees: z.int().min(0).nullable().default(null),
    /** By year of the cycle. */
    years: z.record(z.string().regex(/^\d{4}$/), year).default({}),
  })
  .prefault({});
/** As read by {@link legalSettingsSchema}. */
export type LegalSettings = z.infer<typeof legalSettingsSchema>;
