/** One obligation: the page that a mail's button opens, and what can be answered there. */
import type { Context } from 'hono';
import { Hono } from 'hono';
import type { Json } from '../../../store/connection.js';
import { inTown } from '../../../store/in-town.js';
import type { AppEnv } from '../../app-env.js';
import { acknowledgeNotice } from '../../commands/obligations/acknowledge-notice.js';
import { addEvidence } from '../../commands/obligations/add-evidence.js';
import { complete } from '../../commands/obligations/complete.js';
import { disclaim } from '../../commands/obligations/disclaim.js';
import { holdNotice } from '../../commands/obligations/hold-back.js';
import { leaveWithOwner } from '../../commands/obligations/leave-with-owner.js';
import { reassign } from '../../commands/obligations/reassign.js';
import { reopen } from '../../commands/obligations/reopen.js';
import { withdrawAnswer } from '../../commands/obligations/withdraw-answer.js';
import { explainDelay } from '../../commands/plan/explain.js';
import type { Outcome } from '../../commands/run-command.js';
import { setDate } from '../../commands/variation/set-date.js';
import { allow, viewerIn } from '../../gate.js';
import { loadObligationPage } from '../../queries/obligation-page.js';
import { statusOf } from '../../refusal-status.js';
import { type Refusal, sentenceOf } from '../../refusals.js';
import { refuse } from '../../refuse.js';
import { isId } from '../../session.js';
import type { Form } from '../../uploads/read-form.js';
import type { Typed } from '../../views/fields.js';
import { type FormName, ObligationPageView } from '../../views/obligations/obligation-page.js';
import { type Flash, withFlash } from '../../views/page/flash.js';
import { frameOf } from '../../views/page/frame.js';
import { commanderOf, seenVersion, withForm } from '../form.js';
import { longText } from '../long-text.js';
import { idAsked } from '../query.js';
import { render } from '../render.js';

/** Refusals that are shown on the page itself, beside what was typed. */
type Shown = 409 | 413 | 415 | 422;
const isShown = (status: number): status is Shown => [409, 413, 415, 422].includes(status);

export function obligationPage(): Hono<AppEnv> {
  const app = new Hono<AppEnv>();

  app.get('/scadenze/:id', allow('obligations.read'), (c) => showPage(c, null));

  app.post('/scadenze/:id/concludi', allow('obligation.complete'), (c) =>
    answer(c, 'concludi', 'concluso', ['doneOn', 'note'], (form, obligation) =>
      complete(commanderOf(c, form), {
        obligation,
        doneOn: form.text('doneOn'),
        note: longText(form, 'note'),
        rowVersion: seenVersion(form),
        files: form.files('file'),
      }),
    ),
  );

  app.post('/scadenze/:id/in-corso', allow('obligation.explain'), (c) =>
    answer(c, 'in-corso', 'in-corso', ['reason', 'forecast'], (form, obligation) =>
      explainDelay(commanderOf(c, form), {
        obligation,
        reason: longText(form, 'reason'),
        forecast: form.text('forecast'),
        rowVersion: seenVersion(form),
      }),
    ),
  );

  app.post('/scadenze/:id/non-mia', allow('obligation.disclaim'), (c) =>
    answer(c, 'non-mia', 'non-mia', ['reason'], (form, obligation) =>
      disclaim(commanderOf(c, form), {
        obligation,
        reason: longText(form, 'reason'),
        rowVersion: seenVersion(form),
      }),
    ),
  );

  app.post('/scadenze/:id/presa-visione', allow('notice.acknowledge'), (c) =>
    answer(c, 'presa-visione', 'presa-visione', [], (form, obligation) =>
      acknowledgeNotice(commanderOf(c, form), { obligation }),
    ),
  );

  app.post('/scadenze/:id/ritira', allow('answer.withdraw'), (c) =>
    answer(c, 'ritira', 'ritirata', [], async (form, obligation) => {
      const given = form.text('risposta');
      return isId(given)
        ? withdrawAnswer(commanderOf(c, form), { obligation, answer: given })
        : { ok: false, refusal: { code: 'not-found' } };
    }),
  );

  app.post('/scadenze/:id/riapri', allow('obligation.reopen'), (c) =>
    answer(c, 'riapri', 'riaperto', ['reason'], (form, obligation) =>
      reopen(commanderOf(c, form), {
        obligation,
        reason: longText(form, 'reason'),
        rowVersion: seenVersion(form),
      }),
    ),
  );

  app.post('/scadenze/:id/data', allow('obligation.set-date'), (c) =>
    answer(c, 'data', 'data', ['due'], (form, obligation) =>
      setDate(commanderOf(c, form), { obligation, due: form.text('due'), rowVersion: seenVersion(form) }),
    ),
  );

  for (const [path, hold, done] of [
    ['trattieni', true, 'trattenuta'],
    ['lascia', false, 'lasciata'],
  ] as const) {
    app.post(`/scadenze/:id/${path}`, allow('obligation.hold-back'), (c) =>
      answer(c, 'trattieni', done, ['reason'], (form, obligation) => {
        const reason = longText(form, 'reason');
        return holdNotice(commanderOf(c, form), { obligation, reason, rowVersion: seenVersion(form) }, hold);
      }),
    );
  }

  app.post('/scadenze/:id/passa', allow('obligation.reassign'), (c) =>
    answer(c, 'passa', 'spettanza', ['role', 'sector', 'reason'], (form, obligation) =>
      reassign(commanderOf(c, form), {
        obligation,
        role: form.text('role'),
        sector: form.text('sector'),
        reason: longText(form, 'reason'),
        rowVersion: seenVersion(form),
      }),
    ),
  );

  app.post('/scadenze/:id/resta', allow('obligation.reassign'), (c) =>
    answer(c, 'resta', 'resta', ['reason'], (form, obligation) =>
      leaveWithOwner(commanderOf(c, form), {
        obligation,
        reason: longText(form, 'reason'),
        rowVersion: seenVersion(form),
      }),
    ),
  );

  app.post('/scadenze/:id/documenti', allow('evidence.add'), (c) =>
    answer(c, 'documento', 'documento', [], (form, obligation) =>
      addEvidence(commanderOf(c, form), { obligation, file: form.files('file')[0] ?? null }),
    ),
  );
  return app;
}

interface Refused {
  readonly form: FormName;
  readonly typed: Typed;
  readonly status: Shown;
}

async function showPage(c: Context<AppEnv>, refused: Refused | null): Promise<Response> {
  const viewer = viewerIn(c);
  const id = idAsked(c, 'id');
  const page =
    id === null
      ? 'unknown'
      : await inTown(c.get('deps').sql, viewer.town.id, (tx) => loadObligationPage(tx, viewer, id));
  if (page === 'unknown') return refuse(c, { code: 'not-found' });
  if (page === 'not-allowed') return refuse(c, { code: 'not-allowed' });
  const view = <ObligationPageView frame={frameOf(c)} viewer={viewer} page={page} refused={refused} />;
  return render(c, view, refused?.status ?? 200);
}

/** Runs the command of a form; what is refused is told on the page, with what was typed. */
function answer<Result extends Json>(
  c: Context<AppEnv>,
  name: FormName,
  done: Flash,
  fields: readonly string[],
  command: (form: Form, obligation: string) => Promise<Outcome<Result>>,
): Promise<Response> {
  return withForm(c, async (form) => {
    const id = idAsked(c, 'id');
    if (id === null) return refuse(c, { code: 'not-found' });
    const outcome = await command(form, id);
    if (outcome.ok) return c.redirect(withFlash(`/scadenze/${id}`, done), 303);
    const status = statusOf(outcome.refusal);
    if (!isShown(status)) return refuse(c, outcome.refusal);
    const values = Object.fromEntries(fields.map((field) => [field, form.text(field)]));
    return showPage(c, { form: name, typed: { values, problems: problemsOf(outcome.refusal) }, status });
  });
}

const problemsOf = (refusal: Refusal): Typed['problems'] => {
  if (refusal.code === 'invalid') return refusal.problems;
  const field = refusal.code === 'too-large' || refusal.code === 'wrong-type' ? 'file' : '';
  return [{ field, message: sentenceOf(refusal) }];
};
