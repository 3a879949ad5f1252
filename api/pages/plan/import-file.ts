/** The file of an import on its way out: always as a download, in pieces, from a sandbox. */
import { Readable } from 'node:stream';
import type { Context } from 'hono';
import { inTown } from '../../../store/in-town.js';
import { findImport, type ImportSummary } from '../../../store/plan/import-drafts.js';
import { readImportFile } from '../../../store/plan/import-files.js';
import type { AppEnv } from '../../app-env.js';
import { viewerIn } from '../../gate.js';
import { refuse } from '../../refuse.js';
import { FILE_POLICY } from '../../security-headers.js';
import { dispositionOf } from '../disposition.js';

/** `null` for an id that cannot be one. What `may` does not let out is as if it were not there. */
export async function sendImportFile(
  c: Context<AppEnv>,
  id: string | null,
  may: (found: ImportSummary) => boolean,
): Promise<Response> {
  const { sql } = c.get('deps');
  const { town } = viewerIn(c);
  const found = id === null ? null : await inTown(sql, town.id, (tx) => findImport(tx, id));
  if (found === null || !may(found)) return refuse(c, { code: 'not-found' });
  const body = Readable.toWeb(
    Readable.from(readImportFile(sql, town.id, found.id)),
  ) as ReadableStream<Uint8Array>;
  return c.body(body, 200, {
    'Content-Type': found.mediaType,
    'Content-Length': String(found.size),
    'Content-Disposition': dispositionOf(found.fileName),
    'Content-Security-Policy': FILE_POLICY,
    ETag: `"${found.sha256}"`,
  });
}
