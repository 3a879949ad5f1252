/** *Il piano*: its versions with their acts, the files and decisions they came from, and the plan to take away. */
import { type Context, Hono } from 'hono';
import { planJson } from '../../../documents/plan-export/plan-export-json.js';
import { planXlsx } from '../../../documents/plan-export/plan-export-xlsx.js';
import type { PlanDocument } from '../../../domain/plan/plan-document.js';
import { inTown } from '../../../store/in-town.js';
import type { AppEnv } from '../../app-env.js';
import { allow, viewerIn } from '../../gate.js';
import { loadPlanPage, planInForce } from '../../queries/plan-page.js';
import { refuse } from '../../refuse.js';
import { reachOf } from '../../rights.js';
import { frameOf } from '../../views/page/frame.js';
import { PlanView } from '../../views/plan/plan-page.js';
import { XLSX } from '../media-types.js';
import { idAsked, yearAsked } from '../query.js';
import { render } from '../render.js';
import { sendFile } from '../send-file.js';
import { sendImportFile } from './import-file.js';

export function planPages(): Hono<AppEnv> {
  const app = new Hono<AppEnv>();
  app.get('/piano', allow('plan.read'), async (c) => {
    const viewer = viewerIn(c);
    const page = await inTown(c.get('deps').sql, viewer.town.id, (tx) =>
      loadPlanPage(tx, viewer, yearAsked(c)),
    );
    if (page === null) return refuse(c, { code: 'not-found' });
    const mayChange = page.isOpen && reachOf(viewer.roles, 'plan.import') !== null;
    return render(c, <PlanView frame={frameOf(c)} viewer={viewer} page={page} mayChange={mayChange} />);
  });
  app.get('/piano/file/:id', allow('plan.read'), (c) =>
    sendImportFile(c, idAsked(c, 'id'), ({ state }) => state === 'confirmed'),
  );
  for (const format of ['json', 'xlsx'] as const)
    app.get(`/piano.${format}`, allow('plan.read'), (c) => sendPlan(c, yearAsked(c), format));
  return app;
}

type Writer = (plan: PlanDocument) => Uint8Array | Promise<Uint8Array>;
const FORMATS: Readonly<Record<'json' | 'xlsx', readonly [type: string, write: Writer]>> = {
  json: ['application/json', planJson],
  xlsx: [XLSX, planXlsx],
};

/** The plan in force of a year, as it was confirmed; `year`: `null` for the one that pages show. */
export async function sendPlan(
  c: Context<AppEnv>,
  year: number | null,
  format: 'json' | 'xlsx',
): Promise<Response> {
  const viewer = viewerIn(c);
  const found = await inTown(c.get('deps').sql, viewer.town.id, (tx) => planInForce(tx, viewer, year));
  if (found === null) return refuse(c, { code: 'not-found' });
  const [type, write] = FORMATS[format];
  const name = `piano-${viewer.town.slug}-${found.page.year}.${format}`;
  return sendFile(c, name, type, new Uint8Array(await write(found.plan)));
}
