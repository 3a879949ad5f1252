/** *Autovalutazione*: the page of one, its draft, its transmission, its reopening. */
import { type Context, Hono } from 'hono';
import { inTown } from '../../../store/in-town.js';
import type { AppEnv } from '../../app-env.js';
import { reopenSelfEvaluation } from '../../commands/measurement/reopen-self-evaluation.js';
import { saveSelfEvaluation } from '../../commands/measurement/save-self-evaluation.js';
import { transmitSelfEvaluation } from '../../commands/measurement/transmit-self-evaluation.js';
import { allow, viewerIn } from '../../gate.js';
import { loadSheetPage } from '../../queries/sheet-page.js';
import { statusOf } from '../../refusal-status.js';
import type { Refusal } from '../../refusals.js';
import { refuse } from '../../refuse.js';
import type { Form } from '../../uploads/read-form.js';
import { SheetPageView } from '../../views/evaluation/sheet-page.js';
import type { SheetOffered } from '../../views/evaluation/sheet-props.js';
import { withFlash } from '../../views/page/flash.js';
import { frameOf } from '../../views/page/frame.js';
import { commanderOf, seenVersion } from '../form.js';
import { inTheForm, problemsOf, withCompiled } from '../monitoring/compiled-form.js';
import { offeredSheetLines } from '../monitoring/sheet-form.js';
import { idAsked } from '../query.js';
import { render } from '../render.js';

export function selfEvaluationPages(): Hono<AppEnv> {
  const app = new Hono<AppEnv>();

  app.get('/autovalutazione/:id', allow('measurement.read'), (c) => show(c, null));

  app.post('/autovalutazione/:id/bozza', allow('self-evaluation.write'), (c) =>
    withCompiled(c, async (form, id) => {
      const refused = await save(c, form, id);
      return refused ?? c.redirect(withFlash(`/autovalutazione/${id}`, 'bozza'), 303);
    }),
  );

  app.post('/autovalutazione/:id/trasmetti', allow('self-evaluation.transmit'), (c) =>
    withCompiled(c, async (form, sheet) => {
      const refused = await save(c, form, sheet);
      if (refused !== null) return refused;
      const commander = commanderOf(c, form);
      // Saving used the form's own key: transmitting is another command.
      const key = commander.key === null ? null : `${commander.key}-t`;
      const asked = { sheet, rowVersion: seenVersion(form) };
      const sent = await transmitSelfEvaluation({ ...commander, key }, asked);
      if (sent.ok) return c.redirect(withFlash(`/autovalutazione/${sheet}`, 'autovalutazione'), 303);
      // What was typed is saved by now: the form goes on from there.
      return told(c, sent.refusal, { form: 'compila' });
    }),
  );

  app.post('/autovalutazione/:id/riapri', allow('self-evaluation.reopen'), (c) =>
    withCompiled(c, async (form, sheet) => {
      const reason = form.text('reason');
      const asked = { sheet, reason, rowVersion: seenVersion(form) };
      const done = await reopenSelfEvaluation(commanderOf(c, form), asked);
      if (done.ok) return c.redirect(withFlash(`/autovalutazione/${sheet}`, 'autovalutazione-riaperta'), 303);
      return told(c, done.refusal, { form: 'riapri', text: reason });
    }),
  );
  return app;
}

/** `null`: saved, or nothing was touched. */
async function save(c: Context<AppEnv>, form: Form, sheet: string): Promise<Response | null> {
  const lines = offeredSheetLines(form);
  if (lines.length === 0) return null;
  const asked = { sheet, lines: lines.map(({ place: _, ...line }) => line) };
  const saved = await saveSelfEvaluation(commanderOf(c, form), asked);
  if (saved.ok && saved.result.conflicts.length === 0) return null;
  const conflicts = saved.ok ? saved.result.conflicts : [];
  return told(c, saved.ok ? null : inTheForm(saved.refusal, lines), { form: 'compila', lines, conflicts });
}

/** On the page itself, with what was typed; what the page cannot say leads away from it. */
function told(
  c: Context<AppEnv>,
  refusal: Refusal | null,
  said: Partial<SheetOffered> & Pick<SheetOffered, 'form'>,
): Response | Promise<Response> {
  const status = refusal === null ? 409 : statusOf(refusal);
  if (status !== 409 && status !== 422 && refusal !== null) return refuse(c, refusal);
  const offered = { lines: [], conflicts: [], text: '', ...said, problems: problemsOf(refusal) };
  return show(c, offered, status === 422 ? 422 : 409);
}

async function show(
  c: Context<AppEnv>,
  offered: SheetOffered | null,
  status: 200 | 409 | 422 = 200,
): Promise<Response> {
  const viewer = viewerIn(c);
  const id = idAsked(c, 'id');
  const page =
    id === null
      ? 'unknown'
      : await inTown(c.get('deps').sql, viewer.town.id, (tx) => loadSheetPage(tx, viewer, id));
  if (page === 'unknown') return refuse(c, { code: 'not-found' });
  if (page === 'not-allowed') return refuse(c, { code: 'not-allowed' });
  return render(
    c,
    <SheetPageView frame={frameOf(c)} viewer={viewer} page={page} offered={offered} />,
    status,
  );
}
