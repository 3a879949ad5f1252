/** Files on their way out: always as a download, in pieces, from a sandbox. */
import { Readable } from 'node:stream';
import { type Context, Hono } from 'hono';
import { findEvidence, readEvidence } from '../../store/evidence.js';
import { inTown } from '../../store/in-town.js';
import { findObligation } from '../../store/obligations.js';
import type { AppEnv } from '../app-env.js';
import { allow, viewerIn } from '../gate.js';
import { refuse } from '../refuse.js';
import { actingRole } from '../rights.js';
import { FILE_POLICY } from '../security-headers.js';
import { dispositionOf } from './disposition.js';
import { idAsked } from './query.js';

/** The answer to a request for one file; the API sends the same. */
export async function sendEvidence(c: Context<AppEnv>): Promise<Response> {
  const { sql } = c.get('deps');
  const viewer = viewerIn(c);
  const id = idAsked(c, 'id');
  if (id === null) return refuse(c, { code: 'not-found' });
  const found = await inTown(sql, viewer.town.id, async (tx) => {
    const evidence = await findEvidence(tx, id);
    const record = evidence && (await findObligation(tx, evidence.obligation));
    return evidence && record && { evidence, owner: record.obligation.owner };
  });
  if (found === null) return refuse(c, { code: 'not-found' });
  if (actingRole(viewer.roles, 'evidence.read', [found.owner]) === null)
    return refuse(c, { code: 'not-allowed' });
  const { name, type, size, sha256 } = found.evidence;
  const body = Readable.toWeb(
    Readable.from(readEvidence(sql, viewer.town.id, id)),
  ) as ReadableStream<Uint8Array>;
  return c.body(body, 200, {
    'Content-Type': type,
    'Content-Length': String(size),
    'Content-Disposition': dispositionOf(name),
    'Content-Security-Policy': FILE_POLICY,
    ETag: `"${sha256}"`,
  });
}

export function evidencePages(): Hono<AppEnv> {
  const app = new Hono<AppEnv>();
  app.get('/documenti/:id', allow('evidence.read'), sendEvidence);
  return app;
}
