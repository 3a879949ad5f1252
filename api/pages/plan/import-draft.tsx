/** The pages of a draft: the whole plan, one objective beside its lines, the file it came from. */
import { type Context, Hono } from 'hono';
import { findObjective } from '../../../domain/plan/draft/draft-plan.js';
import { inTown } from '../../../store/in-town.js';
import type { AppEnv } from '../../app-env.js';
import { allow, viewerIn } from '../../gate.js';
import { type DraftPage, loadDraftPage } from '../../queries/draft-page.js';
import { refuse } from '../../refuse.js';
import type { Typed } from '../../views/fields.js';
import { DraftObjectiveView } from '../../views/import/draft-objective.js';
import { DraftOverview } from '../../views/import/draft-overview.js';
import { windowOf } from '../../views/import/draft-source.js';
import { frameOf } from '../../views/page/frame.js';
import { idAsked } from '../query.js';
import { render } from '../render.js';
import { sendImportFile } from './import-file.js';

/** A form that comes back to its page: which, with what was typed and what is wrong. */
export interface Wrong {
  readonly form: string;
  readonly typed: Typed;
  /** Somebody else was first: the sentence for it. */
  readonly conflict?: string;
}

export function importDraftPages(): Hono<AppEnv> {
  const app = new Hono<AppEnv>();
  app.get('/importa/:draft', allow('plan.import'), (c) => showDraft(c, null));
  app.get('/importa/:draft/obiettivi/:objective', allow('plan.import'), (c) => showObjective(c, null));
  app.get('/importa/:draft/file', allow('plan.import'), (c) =>
    sendImportFile(c, idAsked(c, 'draft'), () => true),
  );
  return app;
}

/** A draft that can be worked on; otherwise the answer that says where it went. */
export async function openDraft(c: Context<AppEnv>): Promise<DraftPage | Response> {
  const id = idAsked(c, 'draft');
  const { sql } = c.get('deps');
  const page = id === null ? null : await inTown(sql, viewerIn(c).town.id, (tx) => loadDraftPage(tx, id));
  if (page === null) return refuse(c, { code: 'not-found' });
  if (page.draft.state === 'confirmed') return c.redirect(`/piano?anno=${page.draft.year}`, 303);
  if (page.draft.state === 'discarded') return c.redirect('/importa', 303);
  return page;
}

/** The whole plan. */
export async function showDraft(c: Context<AppEnv>, wrong: Wrong | null): Promise<Response> {
  const page = await openDraft(c);
  if (page instanceof Response) return page;
  const view = <DraftOverview frame={frameOf(c)} viewer={viewerIn(c)} page={page} wrong={wrong} />;
  return render(c, view, statusOf(wrong));
}

/** One objective, `objective` in the path. */
export async function showObjective(c: Context<AppEnv>, wrong: Wrong | null): Promise<Response> {
  const page = await openDraft(c);
  if (page instanceof Response) return page;
  const placed = findObjective(page.draft.plan, c.req.param('objective') ?? '');
  if (placed === null) return refuse(c, { code: 'not-found' });
  const asked = /^\d{1,7}$/.exec(c.req.query('da') ?? '')?.[0];
  const view = (
    <DraftObjectiveView
      frame={frameOf(c)}
      viewer={viewerIn(c)}
      page={page}
      placed={placed}
      window={windowOf(page.draft.lines, placed.objective, asked === undefined ? null : Number(asked))}
      wrong={wrong}
      conflict={wrong?.conflict ?? null}
    />
  );
  return render(c, view, statusOf(wrong));
}

const statusOf = (wrong: Wrong | null): 200 | 409 | 422 => {
  if (wrong === null) return 200;
  return wrong.conflict === undefined ? 422 : 409;
};
