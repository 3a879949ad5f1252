/** Files on their way out: always as a download, in pieces, from a sandbox. */
import { type Context, Hono } from 'hono';
import { inTown } from '../../../store/in-town.js';
import { findEvidence, hasContent, readEvidence } from '../../../store/obligations/evidence.js';
import { findObligation } from '../../../store/obligations/obligations.js';
import type { AppEnv } from '../../app-env.js';
import { allow, viewerIn } from '../../gate.js';
import { refuse } from '../../refuse.js';
import { actingRole } from '../../rights.js';
import { idAsked } from '../query.js';
import { sendPieces } from '../send-file.js';

/** The answer to a request for one file; the API sends the same. */
export async function sendEvidence(c: Context<AppEnv>): Promise<Response> {
  const { sql } = c.get('deps');
  const viewer = viewerIn(c);
  const id = idAsked(c, 'id');
  if (id === null) return refuse(c, { code: 'not-found' });
  const found = await inTown(sql, viewer.town.id, async (tx) => {
    const evidence = await findEvidence(tx, id);
    const record = evidence && (await findObligation(tx, evidence.obligation));
    return (
      evidence &&
      record && { evidence, owner: record.obligation.owner, kept: await hasContent(tx, evidence.id) }
    );
  });
  if (found === null) return refuse(c, { code: 'not-found' });
  if (actingRole(viewer.roles, 'evidence.read', [found.owner]) === null)
    return refuse(c, { code: 'not-allowed' });
  if (!found.kept) return refuse(c, { code: 'content-removed' });
  return sendPieces(c, found.evidence, readEvidence(sql, viewer.town.id, id));
}

export function evidencePages(): Hono<AppEnv> {
  const app = new Hono<AppEnv>();
  app.get('/documenti/:id', allow('evidence.read'), sendEvidence);
  return app;
}
