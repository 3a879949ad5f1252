/** The checklist of the evaluators' review, read and changed. */
import { type Context, Hono } from 'hono';
import { inTown } from '../../../store/in-town.js';
import { criteriaInForce } from '../../../store/review/review-conclusions.js';
import type { AppEnv } from '../../app-env.js';
import { type CriteriaAsked, changeCriteria } from '../../commands/review/keep-criteria.js';
import { allow, viewerIn } from '../../gate.js';
import { statusOf } from '../../refusal-status.js';
import { sentenceOf } from '../../refusals.js';
import { refuse } from '../../refuse.js';
import type { Form } from '../../uploads/read-form.js';
import type { Typed } from '../../views/fields.js';
import { withFlash } from '../../views/page/flash.js';
import { frameOf } from '../../views/page/frame.js';
import { criterionField, ReviewCriteriaView } from '../../views/review/review-criteria.js';
import { commanderOf, withForm } from '../form.js';
import { render } from '../render.js';

const PLACE = '/istruttoria/criteri';
const MOST_ROWS = 100;

export function reviewCriteriaPages(): Hono<AppEnv> {
  const app = new Hono<AppEnv>();
  app.get(PLACE, allow('review.criteria'), (c) => show(c, null, 200));
  app.post(PLACE, allow('review.criteria'), (c) =>
    withForm(
      c,
      async (form) => {
        const rows = rowsOf(form);
        const seen = Number(/^\d{1,6}$/.exec(form.text('seen'))?.[0] ?? -1);
        // Emptied ones go, so that what is wrong is told beside the row it was typed in.
        const kept = rows.filter(({ text }) => text.trim() !== '');
        const criteria: CriteriaAsked['criteria'] = kept.map(({ key, text, norm }) => ({ key, text, norm }));
        const outcome = await changeCriteria(commanderOf(c, form), { seen, criteria });
        if (outcome.ok) return c.redirect(withFlash(PLACE, 'criteri'), 303);
        const status = statusOf(outcome.refusal);
        if (status !== 409 && status !== 422) return refuse(c, outcome.refusal);
        const problems =
          outcome.refusal.code === 'invalid'
            ? outcome.refusal.problems.map(({ field, message }) => ({ field: asTyped(field, kept), message }))
            : [{ field: '', message: sentenceOf(outcome.refusal) }];
        const values = Object.fromEntries(
          rows.flatMap(({ at, ...row }) =>
            (['key', 'text', 'norm'] as const).map((name) => [criterionField(at, name), row[name]]),
          ),
        );
        return show(c, { values, problems }, status);
      },
      { file: 0, files: 0 },
    ),
  );
  return app;
}

interface Row {
  readonly at: number;
  readonly key: string;
  readonly text: string;
  readonly norm: string;
}

const rowsOf = (form: Form): readonly Row[] => {
  const count = Math.min(Number(/^\d{1,3}$/.exec(form.text('righe'))?.[0] ?? 0), MOST_ROWS);
  return Array.from({ length: count }, (_, at) => ({
    ...{ at, key: form.text(criterionField(at, 'key')) },
    ...{ text: form.text(criterionField(at, 'text')), norm: form.text(criterionField(at, 'norm')) },
  }));
};

/** Rows that were emptied shift the others. */
const asTyped = (field: string, kept: readonly Row[]): string => {
  const at = /^criteria\[(\d+)\]/.exec(field)?.[1];
  const row = at === undefined ? undefined : kept[Number(at)];
  return row === undefined ? '' : criterionField(row.at, 'text');
};

async function show(c: Context<AppEnv>, refused: Typed | null, status: 200 | 409 | 422): Promise<Response> {
  const viewer = viewerIn(c);
  const inForce = await inTown(c.get('deps').sql, viewer.town.id, criteriaInForce);
  const view = <ReviewCriteriaView frame={frameOf(c)} viewer={viewer} inForce={inForce} refused={refused} />;
  return render(c, view, status);
}
