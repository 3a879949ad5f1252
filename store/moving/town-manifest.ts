/** What an archive of a town says of itself: of which town, by which schema, when, and the hash of each of its files. */
import { z } from 'zod';

/** First thing a reader looks at: it changes with the shape. */
export const TOWN_FORMAT = 'traguardo.town/1';
/** Name of its file in the archive. */
export const MANIFEST_NAME = 'manifest.json';
/** Name of the page for people in the archive. */
export const INDEX_NAME = 'index.html';

const hash = z.string().regex(/^[0-9a-f]{64}$/);
const uuid = z.string().regex(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
const Name = z.string().regex(/^[a-z][a-z0-9_]{0,62}$/);
/** At most two folders deep, every part visible and without what leads elsewhere. */
const Place = z
  .string()
  .max(400)
  .regex(/^[a-z-]+\/[^/\\:\p{Cc}.][^/\\:\p{Cc}]*$/u);
const measured = { bytes: z.int().nonnegative(), sha256: hash };

export const TownManifest = z.object({
  format: z.literal(TOWN_FORMAT),
  /** Real time, epoch milliseconds: facts committed later are not in it. */
  madeAt: z.int().positive(),
  /** The town was closed where it came from, right after: nothing was mailed since. */
  left: z.boolean(),
  town: z.object({
    id: uuid,
    slug: z.string(),
    name: z.string(),
    ipaCode: z.string().nullable(),
    mode: z.enum(['trial', 'live']),
  }),
  migrations: z.array(z.object({ number: z.int(), name: z.string(), checksum: hash })).min(1),
  /** CSV with a line of names, as PostgreSQL writes it. */
  tables: z.array(
    z.object({
      name: Name,
      columns: z.array(Name).min(1),
      rows: z.int().nonnegative(),
      file: Place,
      ...measured,
    }),
  ),
  /** Whole files; `of` is the table that has the row with this id. */
  files: z.array(z.object({ of: Name, id: uuid, name: z.string(), file: Place, ...measured })),
  /** What stands in a table too, as a file to read: an import makes nothing of it. */
  readable: z.array(z.object({ name: z.string(), file: Place, ...measured })),
  index: z.object({ file: z.literal(INDEX_NAME), ...measured }),
});
export type TownManifest = z.infer<typeof TownManifest>;

/** An archive that is none, not whole, or not to be let in; a town that may not leave. `message` is Italian. */
export class TownRefused extends Error {
  override readonly name = 'TownRefused';
}
