/** *Motivazioni e pubblicazione* as the API tells it. */
import { z } from '@hono/zod-openapi';
import { PUBLISHED_DOCUMENTS } from '../../domain/relazione/published-documents.js';
import { RELEASE_DECISIONS } from '../../store/relazione/releases.js';
import type { Town } from '../../store/towns/towns.js';
import type { PublicationPage } from '../queries/publication.js';
import { publicPath } from '../views/public/public-frame.js';
import { moment } from './schemas.js';

/** 64 hexadecimal digits. */
export const sha256 = z
  .string()
  .regex(/^[0-9a-f]{64}$/)
  .openapi({ description: 'SHA-256, hex.' });
/** Of the RPCT about one reason: as it is, in other words, or not at all. */
export const decision = z.enum(RELEASE_DECISIONS);
const day = z.string().openapi({ format: 'date' });

/** What the RPCT decides of a year, and where it was published. */
export const publicationSchema = z
  .object({
    year: z.int(),
    snapshot: z
      .object({ number: z.int(), isValidated: z.boolean(), facts: sha256, publication: sha256 })
      .nullable()
      .openapi({ description: 'The latest validated one, else the last; null: nothing is frozen.' }),
    publishesTotals: z.boolean(),
    reasons: z.array(
      z.object({
        objective: z.uuid(),
        sector: z.string(),
        title: z.string(),
        text: z.string(),
        sha256,
        release: z
          .object({
            version: z.int(),
            decision,
            text: z.string().nullable(),
            on: day,
            by: z.string().nullable(),
          })
          .nullable()
          .openapi({ description: 'Null: nothing was decided, and it is not published.' }),
      }),
    ),
    packages: z.array(
      z.object({
        number: z.int(),
        snapshot: z.int(),
        publishesTotals: z.boolean(),
        madeAt: moment,
        madeBy: z.string().nullable(),
        sha256,
        files: z.array(z.object({ name: z.string(), bytes: z.int(), sha256 })),
      }),
    ),
    addresses: z.array(z.object({ address: z.string(), on: day })).openapi({
      description: 'Of the Relazione, as the closing records them.',
    }),
    places: z
      .array(
        z.object({
          document: z.string(),
          title: z.string(),
          section: z.array(z.string()),
          norm: z.string(),
          address: z.string().nullable(),
          on: day.nullable(),
        }),
      )
      .openapi({ description: 'The checklist of Amministrazione trasparente.' }),
    publicPage: z
      .object({
        isOn: z.boolean(),
        address: z.string(),
        tells: z.enum(['plan', 'package', 'nothing']),
        package: z.int().nullable(),
        isCurrent: z.boolean().openapi({ description: 'What would be packed now is what is told.' }),
        until: day.nullable(),
      })
      .openapi({ description: 'The page for everybody.' }),
  })
  .openapi('PublicationOfYear');

/** As {@link publicationSchema}. */
export const pageJson = (
  { cycle, publishable, reasons, packages, addresses, publishesTotals, ...page }: PublicationPage,
  { slug }: Pick<Town, 'slug'>,
) => ({
  ...{ year: cycle.year, publishesTotals },
  snapshot:
    publishable === null
      ? null
      : {
          number: publishable.snapshot.number,
          isValidated: publishable.validated !== null,
          facts: publishable.snapshot.sha256.facts,
          publication: publishable.snapshot.sha256.publication,
        },
  reasons: reasons.map(({ objective, sector, title, reason, sha256: hash, release: made }) => ({
    ...{ objective, sector, title, text: reason.text, sha256: hash },
    release:
      made === null
        ? null
        : { version: made.version, decision: made.decision, text: made.text, on: made.on, by: made.by },
  })),
  packages: packages.map(({ number, snapshotNumber, madeAt, madeBy, zipSha256, files, ...one }) => ({
    ...{ number, snapshot: snapshotNumber, publishesTotals: one.publishesTotals, madeBy },
    ...{
      madeAt: new Date(madeAt).toISOString(),
      sha256: zipSha256,
      files: files.map((file) => ({ ...file })),
    },
  })),
  places: PUBLISHED_DOCUMENTS.map(({ id, title, section, norm }) => {
    const found = page.places.find(({ document }) => document === id);
    const put = { address: found?.address ?? null, on: found?.on ?? null };
    return { document: id, title, section: [...section], norm, ...put };
  }),
  publicPage: {
    ...{ isOn: page.publicPage, address: publicPath({ slug }, cycle.year), isCurrent: page.isCurrent },
    tells:
      page.onLine === null || page.onLine.isGone
        ? ('nothing' as const)
        : page.onLine.package === null
          ? ('plan' as const)
          : ('package' as const),
    package: page.onLine?.package?.number ?? null,
    until: page.onLine?.until ?? null,
  },
  addresses: addresses.flatMap((fact) => fact.addresses.map((address) => ({ address, on: fact.on }))),
});
