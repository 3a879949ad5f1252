/** What pages that are compiled objective by objective have in common. */
import type { Context } from 'hono';
import type { AppEnv } from '../../app-env.js';
import { type FieldProblem, type Refusal, sentenceOf } from '../../refusals.js';
import { refuse } from '../../refuse.js';
import type { Form } from '../../uploads/read-form.js';
import { withForm } from '../form.js';
import { idAsked } from '../query.js';

/** A whole page of text, and no file: those are added to the duty's own page. */
const LIMITS = { file: 0, files: 0 };

/** Hands over the form and the id of the address, only where that can be one of ours. */
export const withCompiled = (
  c: Context<AppEnv>,
  use: (form: Form, id: string) => Promise<Response>,
): Promise<Response> =>
  withForm(
    c,
    async (form) => {
      const id = idAsked(c, 'id');
      return id === null ? refuse(c, { code: 'not-found' }) : use(form, id);
    },
    LIMITS,
  );

/** Places of what was sent as places of the form, where untouched lines stand between. */
export function inTheForm(refusal: Refusal, lines: readonly { readonly place: number }[]): Refusal {
  if (refusal.code !== 'invalid') return refusal;
  const problems = refusal.problems.map(({ field, message }) => ({
    field: field.replace(/^lines\[(\d+)\]/, (_, at: string) => `lines[${lines[Number(at)]?.place ?? at}]`),
    message,
  }));
  return { code: 'invalid', problems };
}

/** As the form shows them; what is no field's stands at its head. */
export const problemsOf = (refusal: Refusal | null): readonly FieldProblem[] => {
  if (refusal === null) return [];
  return refusal.code === 'invalid' ? refusal.problems : [{ field: '', message: sentenceOf(refusal) }];
};
