/** *Importa piano*: the file is read and kept as a draft; drafts are listed, put away, taken back. */
import { type Context, Hono } from 'hono';
import type { PlanProblem } from '../../../documents/plan-json.js';
import { inTown } from '../../../store/in-town.js';
import { listDrafts } from '../../../store/plan/import-drafts.js';
import { MAX_IMPORT_BYTES } from '../../../store/plan/import-files.js';
import type { AppEnv } from '../../app-env.js';
import { discardDraft, draftPlan, takeBackDraft } from '../../commands/plan/import-draft.js';
import { rebaseDraft } from '../../commands/variation/rebase-draft.js';
import { allow, viewerIn } from '../../gate.js';
import { refuse } from '../../refuse.js';
import { readPlanFile } from '../../uploads/read-plan-file.js';
import type { SpooledFile } from '../../uploads/spool.js';
import { ImportView } from '../../views/import/import.js';
import { withFlash } from '../../views/page/flash.js';
import { frameOf } from '../../views/page/frame.js';
import { commanderOf, withForm } from '../form.js';
import { idAsked } from '../query.js';
import { render } from '../render.js';

const LIMITS = { file: MAX_IMPORT_BYTES, files: 1 };

export function importPages(): Hono<AppEnv> {
  const app = new Hono<AppEnv>();

  app.get('/importa', allow('plan.import'), (c) => showImport(c, null));

  app.post('/importa', allow('plan.import'), (c) =>
    withForm(
      c,
      async (form) => {
        const [file] = form.files('file');
        if (file === undefined) return showImport(c, problem('Scegli il file del piano.'));
        if (file.size > MAX_IMPORT_BYTES) return showImport(c, problem(tooLarge(file)));
        const year = form.text('year').trim();
        if (year !== '' && !/^2\d{3}$/.test(year))
          return showImport(
            c,
            problem("L'anno degli obiettivi va scritto con quattro cifre, per esempio 2026."),
          );
        const bytes = await file.bytes();
        const read = await readPlanFile(
          bytes,
          file.name,
          year === '' ? null : Number(year),
          c.get('deps').log,
        );
        if (!read.ok) return showImport(c, read.problems);
        const outcome = await draftPlan(commanderOf(c, form), { ...read, fileName: file.name, bytes });
        if (outcome.ok) return c.redirect(`/importa/${outcome.result.draft}`, 303);
        return refuse(c, outcome.refusal);
      },
      LIMITS,
    ),
  );

  app.post('/importa/:draft/riporta', allow('plan.import'), (c) =>
    withForm(c, async (form) => {
      const draft = idAsked(c, 'draft');
      if (draft === null) return refuse(c, { code: 'not-found' });
      const outcome = await rebaseDraft(commanderOf(c, form), draft);
      if (!outcome.ok) return refuse(c, outcome.refusal);
      return c.redirect(`/importa/${outcome.result.draft}`, 303);
    }),
  );

  for (const [step, command, flash] of [
    ['scarta', discardDraft, 'scartato'],
    ['riprendi', takeBackDraft, 'ripreso'],
  ] as const) {
    app.post(`/importa/:draft/${step}`, allow('plan.import'), (c) =>
      withForm(c, async (form) => {
        const draft = idAsked(c, 'draft');
        if (draft === null) return refuse(c, { code: 'not-found' });
        const outcome = await command(commanderOf(c, form), draft);
        if (!outcome.ok) return refuse(c, outcome.refusal);
        return c.redirect(withFlash(step === 'scarta' ? '/importa' : `/importa/${draft}`, flash), 303);
      }),
    );
  }
  return app;
}

const problem = (message: string): readonly PlanProblem[] => [{ place: '', value: '', message }];

const tooLarge = ({ size }: SpooledFile): string =>
  `Il file è di ${(size / 1_000_000).toFixed(1).replace('.', ',')} MB: il limite è di 20 MB. Se è una scansione, serve il file da cui è nata.`;

async function showImport(c: Context<AppEnv>, problems: readonly PlanProblem[] | null): Promise<Response> {
  const viewer = viewerIn(c);
  const [drafts, putAway] = await inTown(c.get('deps').sql, viewer.town.id, (tx) =>
    Promise.all([listDrafts(tx, 'draft'), listDrafts(tx, 'discarded')]),
  );
  const view = (
    <ImportView frame={frameOf(c)} viewer={viewer} drafts={drafts} putAway={putAway} problems={problems} />
  );
  return render(c, view, problems === null ? 200 : 422);
}
