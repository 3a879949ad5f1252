/** *Importa piano*: upload, look, confirm with the act; nothing is live before, nothing half-stored after. */
import { type Context, Hono } from 'hono';
import { type PlanProblem, readPlanJson } from '../../documents/plan-json.js';
import { PLAN_LIMITS } from '../../documents/plan-schema.js';
import { inTown } from '../../store/in-town.js';
import { listDrafts } from '../../store/plan-drafts.js';
import type { AppEnv } from '../app-env.js';
import { confirmPlan, discardDraft, draftPlan } from '../commands/import-plan.js';
import type { ActAsked } from '../commands/plan-checks.js';
import { allow, viewerIn } from '../gate.js';
import { loadPreview } from '../queries/plan-preview.js';
import { sentenceOf } from '../refusals.js';
import { refuse } from '../refuse.js';
import type { Form } from '../uploads/read-form.js';
import type { SpooledFile } from '../uploads/spool.js';
import type { Typed } from '../views/fields.js';
import { withFlash } from '../views/flash.js';
import { frameOf } from '../views/frame.js';
import { ImportView } from '../views/import.js';
import { PreviewView } from '../views/plan-preview.js';
import { commanderOf, withForm } from './form.js';
import { idAsked } from './query.js';
import { render } from './render.js';

const LIMITS = { file: PLAN_LIMITS.bytes + 1, files: 1 };
const ACT_FIELDS = ['organ', 'number', 'date', 'subject', 'protocolNumber', 'protocolDate', 'note'] as const;

export function importPages(): Hono<AppEnv> {
  const app = new Hono<AppEnv>();

  app.get('/importa', allow('plan.import'), (c) => showImport(c, null));

  app.post('/importa', allow('plan.import'), (c) =>
    withForm(
      c,
      async (form) => {
        const [file] = form.files('file');
        if (file === undefined) return showImport(c, wholeProblem('Scegli il file del piano.'));
        const read = readPlanJson(await bytesOf(file));
        if (!read.ok) return showImport(c, read.problems);
        const { name, sha256 } = file;
        const outcome = await draftPlan(commanderOf(c, form), { fileName: name, plan: read.plan, sha256 });
        if (outcome.ok) return c.redirect(`/importa/${outcome.result.draft}`, 303);
        if (outcome.refusal.code !== 'invalid') return refuse(c, outcome.refusal);
        const problems = outcome.refusal.problems.map(({ field, message }) => ({
          place: field,
          value: '',
          message,
        }));
        return showImport(c, problems);
      },
      LIMITS,
    ),
  );

  app.get('/importa/:draft', allow('plan.import'), (c) => showPreview(c, null));

  app.post('/importa/:draft/conferma', allow('plan.import'), (c) =>
    withForm(c, async (form) => {
      const draft = idAsked(c, 'draft');
      if (draft === null) return refuse(c, { code: 'not-found' });
      const outcome = await confirmPlan(commanderOf(c, form), { draft, act: actIn(form) });
      if (outcome.ok) return c.redirect(withFlash('/cruscotto', 'piano'), 303);
      const { refusal } = outcome;
      if (refusal.code === 'not-found') return refuse(c, refusal);
      const problems =
        refusal.code === 'invalid' ? refusal.problems : [{ field: '', message: sentenceOf(refusal) }];
      return showPreview(c, { values: { ...actIn(form) }, problems });
    }),
  );

  app.post('/importa/:draft/scarta', allow('plan.import'), (c) =>
    withForm(c, async (form) => {
      const draft = idAsked(c, 'draft');
      if (draft === null) return refuse(c, { code: 'not-found' });
      const outcome = await discardDraft(commanderOf(c, form), draft);
      return outcome.ok ? c.redirect(withFlash('/importa', 'scartato'), 303) : refuse(c, outcome.refusal);
    }),
  );
  return app;
}

const wholeProblem = (message: string): readonly PlanProblem[] => [{ place: '', value: '', message }];

/** A file beyond the limit was not kept: as many empty bytes say its size to whoever reads it. */
async function bytesOf(file: SpooledFile): Promise<Uint8Array> {
  if (file.size > PLAN_LIMITS.bytes) return new Uint8Array(file.size);
  const pieces: Uint8Array[] = [];
  for await (const piece of file.content()) pieces.push(piece);
  return Buffer.concat(pieces);
}

const actIn = (form: Form): ActAsked =>
  Object.fromEntries(
    ACT_FIELDS.map((field) => [field, form.text(field).slice(0, 10_000)]),
  ) as unknown as ActAsked;

async function showImport(c: Context<AppEnv>, problems: readonly PlanProblem[] | null): Promise<Response> {
  const viewer = viewerIn(c);
  const drafts = await inTown(c.get('deps').sql, viewer.town.id, (tx) => listDrafts(tx));
  const view = <ImportView frame={frameOf(c)} viewer={viewer} drafts={drafts} problems={problems} />;
  return render(c, view, problems === null ? 200 : 422);
}

async function showPreview(c: Context<AppEnv>, typed: Typed | null): Promise<Response> {
  const viewer = viewerIn(c);
  const id = idAsked(c, 'draft');
  const preview =
    id === null ? null : await inTown(c.get('deps').sql, viewer.town.id, (tx) => loadPreview(tx, viewer, id));
  if (preview === null) return refuse(c, { code: 'not-found' });
  const view = <PreviewView frame={frameOf(c)} viewer={viewer} preview={preview} typed={typed} />;
  return render(c, view, typed === null ? 200 : 422);
}
