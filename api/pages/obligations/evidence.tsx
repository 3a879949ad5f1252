/** Files on their way out: as a download from a sandbox, or inside a page of ours where a browser only shows them. */
import { type Context, Hono } from 'hono';
import { inTown } from '../../../store/in-town.js';
import { listEvidence, readEvidence } from '../../../store/obligations/evidence.js';
import type { AppEnv } from '../../app-env.js';
import { allow, viewerIn } from '../../gate.js';
import { openEvidence } from '../../queries/opened-evidence.js';
import { refuse } from '../../refuse.js';
import { EvidencePage } from '../../views/obligations/evidence-page.js';
import { frameOf } from '../../views/page/frame.js';
import { idAsked } from '../query.js';
import { render } from '../render.js';
import { sendPieces } from '../send-file.js';

/** The answer to a request for one file; the API sends the same. */
export const sendEvidence = (c: Context<AppEnv>): Promise<Response> => send(c, 'attachment');

async function send(c: Context<AppEnv>, how: 'attachment' | 'inline'): Promise<Response> {
  const { sql } = c.get('deps');
  const viewer = viewerIn(c);
  const found = await inTown(sql, viewer.town.id, (tx) => openEvidence(tx, viewer, idAsked(c, 'id')));
  if (!found.ok) return refuse(c, found.refusal);
  const { evidence, look } = found.opened;
  // Nothing else is ever shown as it is: not even text, which a page of ours writes itself.
  if (how === 'inline' && look.as !== 'pdf' && look.as !== 'picture') return refuse(c, { code: 'not-found' });
  return sendPieces(c, evidence, readEvidence(sql, viewer.town.id, evidence.id), how);
}

export function evidencePages(): Hono<AppEnv> {
  const app = new Hono<AppEnv>();
  app.get('/documenti/:id', allow('evidence.read'), sendEvidence);

  app.get('/documenti/:id/contenuto', allow('evidence.read'), (c) => send(c, 'inline'));

  app.get('/documenti/:id/vedi', allow('evidence.read'), async (c) => {
    const viewer = viewerIn(c);
    const found = await inTown(c.get('deps').sql, viewer.town.id, async (tx) => {
      const opening = await openEvidence(tx, viewer, idAsked(c, 'id'));
      return opening.ok
        ? { ...opening, beside: await listEvidence(tx, [opening.opened.evidence.obligation]) }
        : opening;
    });
    if (!found.ok) return refuse(c, found.refusal);
    const { opened, beside } = found;
    return render(c, <EvidencePage frame={frameOf(c)} viewer={viewer} opened={opened} beside={beside} />);
  });
  return app;
}
