/**
 * The page of a mail's link. Opening it changes and records nothing; an answer is a form that is sent. The link alone
 * says who answers: no session is opened, and its address is told to nobody.
 */
import { type Context, Hono } from 'hono';
import type { Json } from '../../../store/connection.js';
import { answerSentence } from '../../answer-refusals.js';
import type { AppEnv } from '../../app-env.js';
import { acknowledgeNotice } from '../../commands/obligations/acknowledge-notice.js';
import { complete } from '../../commands/obligations/complete.js';
import { disclaim } from '../../commands/obligations/disclaim.js';
import { holdNotice } from '../../commands/obligations/hold-back.js';
import { withdrawAnswer } from '../../commands/obligations/withdraw-answer.js';
import { explainDelay } from '../../commands/plan/explain.js';
import type { Commander, Outcome } from '../../commands/run-command.js';
import { allow } from '../../gate.js';
import { commanderByLink } from '../../link-commander.js';
import { type AnswerLink, openLink, type RefusedLink } from '../../open-link.js';
import { type AnswerPage, loadAnswerPage } from '../../queries/answer-page.js';
import { statusOf, TITLES } from '../../refusal-status.js';
import { type Refusal, sentenceOf } from '../../refusals.js';
import { isId } from '../../session.js';
import { type Form, withFormOf } from '../../uploads/read-form.js';
import { AnswerFrame } from '../../views/answer/answer-frame.js';
import { type AnswerFormName, AnswerPageView } from '../../views/answer/answer-page.js';
import type { Typed } from '../../views/fields.js';
import { document } from '../../views/page/document.js';
import { type Flash, flashOf, withFlash } from '../../views/page/flash.js';
import { EVIDENCE_LIMITS, seenVersion } from '../form.js';

const TEXT_LIMIT = 10_000;

type Ask = (commander: Commander, link: AnswerLink, form: Form) => Promise<Outcome<Json>>;

interface Way {
  readonly form: AnswerFormName;
  readonly done: Flash;
  readonly fields: readonly string[];
  /** A link that may only read may do it all the same: the command says who may. */
  readonly reads?: true;
  readonly ask: Ask;
}

const reasonIn = (form: Form): string => form.text('reason').slice(0, TEXT_LIMIT);

const holding =
  (hold: boolean): Ask =>
  (commander, { obligation }, form) =>
    holdNotice(commander, { obligation, reason: reasonIn(form), rowVersion: seenVersion(form) }, hold);

const WAYS: readonly Way[] = [
  {
    form: 'concluso',
    done: 'concluso',
    fields: ['doneOn', 'note', 'chi'],
    ask: (commander, { obligation }, form) =>
      complete(commander, {
        obligation,
        doneOn: form.text('doneOn'),
        note: form.text('note').slice(0, TEXT_LIMIT),
        rowVersion: seenVersion(form),
        files: form.files('file'),
      }),
  },
  {
    form: 'in-corso',
    done: 'in-corso',
    fields: ['reason', 'forecast', 'chi'],
    ask: (commander, { obligation }, form) =>
      explainDelay(commander, {
        obligation,
        reason: reasonIn(form),
        forecast: form.text('forecast'),
        rowVersion: seenVersion(form),
      }),
  },
  {
    ...{ form: 'non-mia', done: 'non-mia', fields: ['reason', 'chi'] },
    ask: (commander, { obligation }, form) =>
      disclaim(commander, { obligation, reason: reasonIn(form), rowVersion: seenVersion(form) }),
  },
  {
    ...{ form: 'ritira', done: 'ritirata', fields: ['chi'] },
    ask: async (commander, { obligation }, form) => {
      const answer = form.text('risposta');
      return isId(answer)
        ? withdrawAnswer(commander, { obligation, answer })
        : { ok: false, refusal: { code: 'not-found' } };
    },
  },
  {
    ...{ form: 'presa-visione', done: 'presa-visione', fields: ['chi'], reads: true },
    ask: (commander, { obligation }) => acknowledgeNotice(commander, { obligation }),
  },
  { form: 'trattieni', done: 'trattenuta', fields: ['reason', 'chi'], reads: true, ask: holding(true) },
  { form: 'lascia', done: 'lasciata', fields: ['chi'], reads: true, ask: holding(false) },
];

export function answerPages(): Hono<AppEnv> {
  const app = new Hono<AppEnv>();
  app.use('/r/*', async (c, next) => {
    await next();
    c.res.headers.set('Referrer-Policy', 'no-referrer');
    c.res.headers.set('X-Robots-Tag', 'noindex');
  });

  app.get('/r/:token', allow('link.open'), async (c) => {
    const opened = await openLink(c.get('deps'), c.req.param('token'), loadAnswerPage);
    return opened.ok ? shown(c, opened.link, opened.more, null) : refused(c, opened);
  });

  for (const way of WAYS) {
    app.post(`/r/:token/${way.form}`, allow('link.answer'), (c) => answer(c, way));
  }
  return app;
}

/** The link is checked before a byte of the form is read. */
async function answer(c: Context<AppEnv>, way: Way): Promise<Response> {
  const deps = c.get('deps');
  const opened = await openLink(deps, c.req.param('token') ?? '', nothingMore);
  if (!opened.ok) return refused(c, opened);
  const { link } = opened;
  if (link.mode === 'read' && way.reads !== true)
    return refused(c, { refusal: { code: 'link-reads-only' }, town: link.viewer.town });
  return withFormOf<Response>(
    c.req.raw,
    EVIDENCE_LIMITS,
    async (form) => {
      const by = await commanderByLink(deps, link, form);
      const outcome = by.ok ? await way.ask(by.commander, link, form) : by;
      if (outcome.ok) return c.redirect(withFlash(`/r/${link.token}`, way.done), 303);
      const values = Object.fromEntries(way.fields.map((field) => [field, form.text(field)]));
      return showAgain(c, link, { form: way.form, refusal: outcome.refusal, values });
    },
    (refusal) =>
      showAgain(c, link, {
        form: way.form,
        refusal:
          refusal === 'too-large'
            ? { code: 'too-large', limit: '25 MB' }
            : { code: 'malformed', why: 'Il modulo è arrivato incompleto: riprova.' },
        values: {},
      }),
  );
}

interface Refused {
  readonly form: AnswerFormName;
  readonly refusal: Refusal;
  readonly values: Typed['values'];
}

const nothingMore = async (): Promise<null> => null;

/** The page as it stands after a form was refused. */
async function showAgain(c: Context<AppEnv>, link: AnswerLink, no: Refused): Promise<Response> {
  const opened = await openLink(c.get('deps'), link.token, loadAnswerPage);
  return opened.ok ? shown(c, opened.link, opened.more, no) : refused(c, opened);
}

async function shown(
  c: Context<AppEnv>,
  link: AnswerLink,
  page: AnswerPage,
  no: Refused | null,
): Promise<Response> {
  const told = no && { form: no.form, typed: { values: no.values, problems: problemsOf(no.refusal) } };
  const flash = no === null ? flashOf(c.req.query('esito'), undefined) : null;
  const view = <AnswerPageView link={link} page={page} refused={told} flash={flash} />;
  if (no?.refusal.code === 'too-large') c.header('Connection', 'close');
  return c.html(document(view), no === null ? 200 : statusOf(no.refusal));
}

const FIELD_OF: Readonly<Partial<Record<Refusal['code'], string>>> = {
  'too-large': 'file',
  'wrong-type': 'file',
  'forecast-renewed': 'forecast',
  'code-wrong': 'codice',
  'code-locked': 'codice',
};

const problemsOf = (refusal: Refusal): Typed['problems'] =>
  refusal.code === 'invalid'
    ? refusal.problems
    : [{ field: FIELD_OF[refusal.code] ?? '', message: sentenceOf(refusal) }];

function refused(
  c: Context<AppEnv>,
  { refusal, town }: Omit<RefusedLink, 'ok'>,
): Response | Promise<Response> {
  const status = statusOf(refusal);
  const view = (
    <AnswerFrame town={town} title={TITLES[status]}>
      <p class="lead">{answerSentence(refusal)}</p>
    </AnswerFrame>
  );
  return c.html(document(view), status);
}
