/** *Motivazioni e pubblicazione* as the API tells it. */
import { z } from '@hono/zod-openapi';
import { RELEASE_DECISIONS } from '../../store/releases.js';
import type { PublicationPage } from '../queries/publication.js';
import { moment } from './schemas.js';

export const sha256 = z
  .string()
  .regex(/^[0-9a-f]{64}$/)
  .openapi({ description: 'SHA-256, hex.' });
export const decision = z.enum(RELEASE_DECISIONS);
const day = z.string().openapi({ format: 'date' });

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
    addresses: z.array(z.object({ address: z.string(), on: day })),
  })
  .openapi('PublicationOfYear');

export const pageJson = ({
  cycle,
  publishable,
  reasons,
  packages,
  addresses,
  publishesTotals,
}: PublicationPage) => ({
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
  addresses: addresses.flatMap((fact) => fact.addresses.map((address) => ({ address, on: fact.on }))),
});
