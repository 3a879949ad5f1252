/** *Istruttoria*: the year and its objectives as evaluators see them, and everything they record. */
import { type Context, Hono } from 'hono';
import type { Json } from '../../../store/connection.js';
import { inTown } from '../../../store/in-town.js';
import type { AppEnv } from '../../app-env.js';
import type { Outcome } from '../../commands/run-command.js';
import { allow, viewerIn } from '../../gate.js';
import { loadReviewObjective } from '../../queries/review-objective.js';
import { loadReviewPage } from '../../queries/review-page.js';
import { statusOf } from '../../refusal-status.js';
import { type Refusal, sentenceOf } from '../../refusals.js';
import { refuse } from '../../refuse.js';
import { isId } from '../../session.js';
import type { Form } from '../../uploads/read-form.js';
import { withFlash } from '../../views/page/flash.js';
import { frameOf } from '../../views/page/frame.js';
import { ReviewObjectiveView } from '../../views/review/review-objective.js';
import { NoReviewView, ReviewView } from '../../views/review/review-page.js';
import type { ReviewProps } from '../../views/review/review-props.js';
import { commanderOf, withForm } from '../form.js';
import { longTexts } from '../long-text.js';
import { idAsked, yearAsked } from '../query.js';
import { render } from '../render.js';
import { REVIEW_STEPS, type ReviewStep } from './review-steps.js';

const PLACE = '/istruttoria';
/** Text, and no file. */
const LIMITS = { file: 0, files: 0 };
/** Of every form of the review's pages. */
const FIELDS = [
  ...['to', 'text', 'shared', 'conclusion', 'note', 'member', 'kind', 'sector'],
  ...['outcome', 'date', 'protocolNumber', 'protocolDate'],
];

export function reviewPages(): Hono<AppEnv> {
  const app = new Hono<AppEnv>();
  app.get(PLACE, allow('review.read'), (c) => showYear(c, yearAsked(c), null));
  app.get(`${PLACE}/:id`, allow('review.examine'), (c) => showObjective(c, idAsked(c, 'id'), null));
  for (const step of REVIEW_STEPS)
    app.post(`${PLACE}/:anno/${step.path}`, allow(step.action), (c) => take(c, step));
  return app;
}

interface Told {
  readonly sent: NonNullable<ReviewProps['sent']>;
  readonly status: 409 | 422;
}

/** Back to where the form stood, and what was typed beside what is wrong. */
function take(c: Context<AppEnv>, step: ReviewStep): Promise<Response> {
  return withForm(
    c,
    async (form) => {
      const year = /^2\d{3}$/.test(c.req.param('anno') ?? '') ? Number(c.req.param('anno')) : null;
      if (year === null) return refuse(c, { code: 'not-found' });
      const outcome: Outcome<Json> = await step.take(commanderOf(c, form), form, year);
      const objective = isId(form.text('objective')) ? form.text('objective') : null;
      if (outcome.ok) return c.redirect(backTo(year, objective, step), 303);
      const status = statusOf(outcome.refusal);
      if (status !== 409 && status !== 422) return refuse(c, outcome.refusal);
      const told = { sent: { form: step.formOf(form), typed: typedOf(form, outcome.refusal) }, status };
      return objective === null ? showYear(c, year, told) : showObjective(c, objective, told);
    },
    LIMITS,
  );
}

function backTo(year: number, objective: string | null, { done }: ReviewStep): string {
  return objective === null
    ? `${withFlash(PLACE, done)}&anno=${year}`
    : withFlash(`${PLACE}/${objective}`, done);
}

const typedOf = (form: Form, refusal: Refusal) => ({
  values: longTexts(form, FIELDS),
  problems: refusal.code === 'invalid' ? refusal.problems : [{ field: '', message: sentenceOf(refusal) }],
});

async function showYear(c: Context<AppEnv>, year: number | null, told: Told | null): Promise<Response> {
  const viewer = viewerIn(c);
  const page = await inTown(c.get('deps').sql, viewer.town.id, (tx) => loadReviewPage(tx, viewer, year));
  if (page === null) return render(c, <NoReviewView frame={frameOf(c)} viewer={viewer} />);
  const view = <ReviewView frame={frameOf(c)} viewer={viewer} page={page} sent={told?.sent ?? null} />;
  return render(c, view, told?.status ?? 200);
}

async function showObjective(c: Context<AppEnv>, id: string | null, told: Told | null): Promise<Response> {
  const viewer = viewerIn(c);
  const shown =
    id === null
      ? null
      : await inTown(c.get('deps').sql, viewer.town.id, (tx) =>
          loadReviewObjective(tx, viewer, id, { document: c.req.query('documento') ?? null }),
        );
  if (shown === null) return refuse(c, { code: 'not-found' });
  const view = (
    <ReviewObjectiveView frame={frameOf(c)} viewer={viewer} shown={shown} sent={told?.sent ?? null} />
  );
  return render(c, view, told?.status ?? 200);
}
