/** The index of a package for *Amministrazione trasparente* (`traguardo.publication/1`): what `verify` reads. */
import { z } from 'zod';
import { OUTCOMES } from '../domain/cycle/closing-duties.js';

export const PUBLICATION_FORMAT = 'traguardo.publication/1';

const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
const sha256 = z.string().regex(/^[0-9a-f]{64}$/);

export const publicationSchema = z.strictObject({
  format: z.literal(PUBLICATION_FORMAT),
  title: z.string(),
  town: z.strictObject({ name: z.string(), ipaCode: z.string().nullable() }),
  year: z.int(),
  madeOn: day,
  /** Where it goes, from the outermost. */
  section: z.array(z.string()).min(1),
  /** Of the page, a paragraph each. */
  text: z.array(z.string()),
  licence: z.string(),
  snapshot: z.strictObject({
    number: z.int().min(1),
    on: day,
    /** Of the frozen facts as canonical JSON (RFC 8785). */
    facts: sha256,
    /** Of the JSON for publication with no reason released and no totals, as it was frozen. */
    publication: sha256,
  }),
  validation: z.strictObject({ outcome: z.enum(OUTCOMES), on: day }),
  publishesTotals: z.boolean(),
  files: z
    .array(
      z.strictObject({
        /** In the same folder: no path. */
        name: z.string().regex(/^[a-z0-9][a-z0-9.-]{0,120}$/),
        what: z.string(),
        bytes: z.int().min(0),
        sha256,
      }),
    )
    .min(1)
    .max(50),
});

export type PublicationIndex = z.infer<typeof publicationSchema>;
