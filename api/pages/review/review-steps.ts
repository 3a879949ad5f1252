/** The forms of a review: where each is sent, who may, which command it is, what is said when it was done. */
import type { Json } from '../../../store/connection.js';
import { recordClosing } from '../../commands/cycle/record-closing.js';
import { askQuestion, takeQuestionBack } from '../../commands/review/ask-question.js';
import { concludeReview } from '../../commands/review/conclude-review.js';
import { declareConflict } from '../../commands/review/declare-conflict.js';
import { stepNote, writeNote } from '../../commands/review/review-notes.js';
import type { Commander, Outcome } from '../../commands/run-command.js';
import type { Action } from '../../rights.js';
import type { Form } from '../../uploads/read-form.js';
import type { Flash } from '../../views/page/flash.js';
import { snapshotSeen } from '../relazione/snapshot-seen.js';

export interface ReviewStep {
  readonly path: string;
  readonly action: Action;
  readonly done: Flash;
  /** Which form of the page it was, as the page calls it. */
  readonly formOf: (form: Form) => string;
  readonly take: (by: Commander, form: Form, year: number) => Promise<Outcome<Json>>;
}

/** At most what a field holds: what is longer is told, not cut in silence. */
const textIn = (form: Form, name: string): string =>
  form.text(name).replaceAll('\r\n', '\n').slice(0, 10_000);
const objectiveIn = (form: Form): string | null => form.text('objective') || null;
const countIn = (form: Form, name: string): number | null =>
  /^\d{1,6}$/.test(form.text(name)) ? Number(form.text(name)) : null;
const roundIn = (form: Form, year: number) => ({ year, round: countIn(form, 'round') });

const named = (path: string, action: Action, done: Flash, take: ReviewStep['take']): ReviewStep => ({
  ...{ path, action, done, take },
  formOf: () => path,
});

export const REVIEW_STEPS: readonly ReviewStep[] = [
  named('domande', 'review.ask', 'domanda', (by, form, year) =>
    askQuestion(by, {
      ...{ ...roundIn(form, year), objective: objectiveIn(form) },
      ...{ to: form.text('to'), text: textIn(form, 'text') },
    }),
  ),
  named('ritira', 'review.ask', 'domanda-ritirata', (by, form, year) =>
    takeQuestionBack(by, { year, question: form.text('question') }),
  ),
  named('appunti', 'review.note', 'appunto', (by, form, year) =>
    writeNote(by, {
      ...{ ...roundIn(form, year), objective: objectiveIn(form), text: textIn(form, 'text') },
      shared: form.text('shared') === 'si',
    }),
  ),
  named('condividi', 'review.note', 'appunto-condiviso', (by, form, year) =>
    stepNote(by, { year, note: form.text('note'), step: 'share' }),
  ),
  named('togli', 'review.note', 'appunto-tolto', (by, form, year) =>
    stepNote(by, { year, note: form.text('note'), step: 'remove' }),
  ),
  {
    ...{ path: 'conclusione', action: 'review.conclude', done: 'conclusione' },
    formOf: (form) => `conclusione-${form.text('criterion') || form.text('objective')}`,
    take: (by, form, year) =>
      concludeReview(by, {
        ...{ ...roundIn(form, year), criterion: form.text('criterion') || null },
        ...{ objective: objectiveIn(form), conclusion: form.text('conclusion') },
        ...{ note: textIn(form, 'note'), seen: countIn(form, 'seen') ?? 0 },
      }),
  },
  named('dichiarazione', 'review.declare', 'dichiarazione', (by, form, year) =>
    declareConflict(by, {
      ...{ ...roundIn(form, year), member: form.text('member'), kind: form.text('kind') },
      ...{ sector: form.text('sector'), text: textIn(form, 'text') },
    }),
  ),
  named('esito', 'cycle.validate', 'esito', (by, form, year) =>
    recordClosing(by, {
      ...{ year, step: 'validation', organ: '', number: '', addresses: '' },
      ...{ date: form.text('date'), outcome: form.text('outcome'), note: textIn(form, 'note') },
      ...{ protocolNumber: form.text('protocolNumber'), protocolDate: form.text('protocolDate') },
      ...{ round: countIn(form, 'round') ?? 0, ...snapshotSeen(form) },
    }),
  ),
];
