/** *Monitoraggio*: the submissions of a year by window and sector, and the page of one. */
import { type Context, Hono } from 'hono';
import type { OfferedLine } from '../../../domain/cycle/line-merge.js';
import type { Json } from '../../../store/connection.js';
import { inTown } from '../../../store/in-town.js';
import type { AppEnv } from '../../app-env.js';
import { saveSubmission } from '../../commands/monitoring/save-submission.js';
import { observe, type StepAsked, stepSubmission } from '../../commands/monitoring/step-submission.js';
import { transmit } from '../../commands/monitoring/transmit-submission.js';
import type { Outcome } from '../../commands/run-command.js';
import { allow, viewerIn } from '../../gate.js';
import { loadSubmissionList } from '../../queries/submission-list.js';
import { loadSubmissionPage } from '../../queries/submission-page.js';
import { statusOf } from '../../refusal-status.js';
import type { Refusal } from '../../refusals.js';
import { refuse } from '../../refuse.js';
import type { Form } from '../../uploads/read-form.js';
import { MonitoringListView } from '../../views/monitoring/monitoring-list.js';
import { SubmissionPageView } from '../../views/monitoring/submission-page.js';
import type { Offered } from '../../views/monitoring/submission-props.js';
import { type Flash, withFlash } from '../../views/page/flash.js';
import { frameOf } from '../../views/page/frame.js';
import { commanderOf, seenVersion } from '../form.js';
import { idAsked, yearAsked } from '../query.js';
import { render } from '../render.js';
import { inTheForm, problemsOf, withCompiled } from './compiled-form.js';
import { offeredLines } from './monitoring-form.js';

export function monitoringPages(): Hono<AppEnv> {
  const app = new Hono<AppEnv>();

  app.get('/monitoraggio', allow('monitoring.read'), async (c) => {
    const viewer = viewerIn(c);
    const list = await inTown(c.get('deps').sql, viewer.town.id, (tx) =>
      loadSubmissionList(tx, viewer, yearAsked(c)),
    );
    return render(c, <MonitoringListView frame={frameOf(c)} viewer={viewer} list={list} />);
  });

  app.get('/monitoraggio/:id', allow('monitoring.read'), (c) => show(c, null));

  app.post('/monitoraggio/:id/bozza', allow('monitoring.write'), (c) =>
    withCompiled(c, async (form, id) => {
      const saved = await save(c, form, id);
      return saved.done ? c.redirect(withFlash(`/monitoraggio/${id}`, 'bozza'), 303) : saved.answer;
    }),
  );

  app.post('/monitoraggio/:id/trasmetti', allow('monitoring.transmit'), (c) =>
    withCompiled(c, async (form, id) => {
      const saved = await save(c, form, id);
      if (!saved.done) return saved.answer;
      const commander = commanderOf(c, form);
      // Saving used the form's own key: transmitting is another command.
      const key = commander.key === null ? null : `${commander.key}-t`;
      const sent = await transmit({ ...commander, key }, { submission: id, rowVersion: seenVersion(form) });
      if (sent.ok) return c.redirect(withFlash(`/monitoraggio/${id}`, 'trasmesso'), 303);
      // What was typed is saved by now: the form goes on from there.
      return told(c, { refusal: sent.refusal, lines: [], conflicts: [], form: 'compila' });
    }),
  );

  const steps: readonly (readonly [string, StepAsked['step'], Flash])[] = [
    ['acquisisci', 'acknowledge', 'acquisito'],
    ['restituisci', 'return', 'restituito'],
    ['riapri', 'reopen', 'monitoraggio-riaperto'],
  ];
  for (const [path, step, done] of steps) {
    app.post(`/monitoraggio/:id/${path}`, allow('monitoring.accept'), (c) =>
      answer(c, path, done, (form, submission) =>
        stepSubmission(commanderOf(c, form), {
          ...{ submission, step, reason: form.text('reason'), rowVersion: seenVersion(form) },
        }),
      ),
    );
  }

  app.post('/monitoraggio/:id/osserva', allow('monitoring.observe'), (c) =>
    answer(c, 'osserva', 'osservato', (form, submission) =>
      observe(commanderOf(c, form), { submission, text: form.text('text') }),
    ),
  );
  return app;
}

interface Told {
  readonly refusal: Refusal | null;
  readonly lines: readonly OfferedLine[];
  /** Objectives whose line somebody else changed. */
  readonly conflicts: readonly string[];
  /** Which form of the page was sent. */
  readonly form: string;
  readonly text?: string;
}

type Saved = { readonly done: true } | { readonly done: false; readonly answer: Response };

async function save(c: Context<AppEnv>, form: Form, submission: string): Promise<Saved> {
  const lines = offeredLines(form);
  const confirmed = form.text('elenco') === '' ? null : form.text('confirmed') === 'si';
  if (lines.length === 0 && confirmed === null) return { done: true };
  const asked = lines.map(({ place: _, ...line }) => line);
  const saved = await saveSubmission(commanderOf(c, form), { submission, lines: asked, confirmed });
  if (saved.ok && saved.result.conflicts.length === 0) return { done: true };
  const refusal = saved.ok ? null : inTheForm(saved.refusal, lines);
  const conflicts = saved.ok ? saved.result.conflicts : [];
  return { done: false, answer: await told(c, { refusal, lines, conflicts, form: 'compila' }) };
}

function answer<Result extends Json>(
  c: Context<AppEnv>,
  name: string,
  done: Flash,
  command: (form: Form, id: string) => Promise<Outcome<Result>>,
): Promise<Response> {
  return withCompiled(c, async (form, id) => {
    const outcome = await command(form, id);
    if (outcome.ok) return c.redirect(withFlash(`/monitoraggio/${id}`, done), 303);
    const text = form.text(name === 'osserva' ? 'text' : 'reason');
    return told(c, { refusal: outcome.refusal, lines: [], conflicts: [], form: name, text });
  });
}

/** On the page itself, with what was typed; what the page cannot say leads away from it. */
function told(c: Context<AppEnv>, said: Told): Response | Promise<Response> {
  const status = said.refusal === null ? 409 : statusOf(said.refusal);
  if (status !== 409 && status !== 422 && said.refusal !== null) return refuse(c, said.refusal);
  return show(c, said, status === 422 ? 422 : 409);
}

async function show(c: Context<AppEnv>, said: Told | null, status: 200 | 409 | 422 = 200): Promise<Response> {
  const viewer = viewerIn(c);
  const id = idAsked(c, 'id');
  const page =
    id === null
      ? 'unknown'
      : await inTown(c.get('deps').sql, viewer.town.id, (tx) => loadSubmissionPage(tx, viewer, id));
  if (page === 'unknown') return refuse(c, { code: 'not-found' });
  if (page === 'not-allowed') return refuse(c, { code: 'not-allowed' });
  const offered: Offered | null = said && { ...said, problems: problemsOf(said.refusal) };
  return render(
    c,
    <SubmissionPageView frame={frameOf(c)} viewer={viewer} page={page} offered={offered} />,
    status,
  );
}
