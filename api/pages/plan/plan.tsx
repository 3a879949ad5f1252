/** *Il piano*: its versions with their acts, the files and decisions they came from, and the plan to take away. */
import { type Context, Hono } from 'hono';
import { planJson } from '../../../documents/plan-export/plan-export-json.js';
import { planXlsx } from '../../../documents/plan-export/plan-export-xlsx.js';
import type { PlanDocument } from '../../../domain/plan/plan-document.js';
import { planSource } from '../../../store/cycle/cycles.js';
import { inTown } from '../../../store/in-town.js';
import type { AppEnv } from '../../app-env.js';
import { allow, viewerIn } from '../../gate.js';
import { loadPlanPage } from '../../queries/plan-page.js';
import { refuse } from '../../refuse.js';
import { reachOf } from '../../rights.js';
import { frameOf } from '../../views/page/frame.js';
import { PlanView } from '../../views/plan/plan-page.js';
import { dispositionOf } from '../disposition.js';
import { idAsked, yearAsked } from '../query.js';
import { render } from '../render.js';
import { sendImportFile } from './import-file.js';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

export function planPages(): Hono<AppEnv> {
  const app = new Hono<AppEnv>();
  app.get('/piano', allow('plan.read'), async (c) => {
    const viewer = viewerIn(c);
    const page = await load(c);
    if (page === null) return refuse(c, { code: 'not-found' });
    const mayChange = page.isOpen && reachOf(viewer.roles, 'plan.import') !== null;
    return render(c, <PlanView frame={frameOf(c)} viewer={viewer} page={page} mayChange={mayChange} />);
  });
  app.get('/piano/file/:id', allow('plan.read'), (c) =>
    sendImportFile(c, idAsked(c, 'id'), ({ state }) => state === 'confirmed'),
  );
  app.get('/piano.json', allow('plan.read'), (c) =>
    send(c, 'json', 'application/json', (plan) => planJson(plan)),
  );
  app.get('/piano.xlsx', allow('plan.read'), (c) => send(c, 'xlsx', XLSX, planXlsx));
  return app;
}

const load = (c: Context<AppEnv>) => {
  const viewer = viewerIn(c);
  return inTown(c.get('deps').sql, viewer.town.id, (tx) => loadPlanPage(tx, viewer, yearAsked(c)));
};

/** The plan in force of the year asked for, as it was confirmed. */
async function send(
  c: Context<AppEnv>,
  extension: string,
  type: string,
  write: (plan: PlanDocument) => Uint8Array | string | Promise<Uint8Array>,
): Promise<Response> {
  const viewer = viewerIn(c);
  const page = await load(c);
  const version = page?.versions[0]?.version.id;
  const plan =
    version === undefined
      ? null
      : await inTown(c.get('deps').sql, viewer.town.id, (tx) => planSource(tx, version));
  if (page === null || plan === null) return refuse(c, { code: 'not-found' });
  const body = await write(plan);
  return c.body(typeof body === 'string' ? body : new Uint8Array(body), 200, {
    'Content-Type': type,
    'Content-Disposition': dispositionOf(`piano-${viewer.town.slug}-${page.year}.${extension}`),
  });
}
