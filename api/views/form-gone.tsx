/** A refusal whose form is no longer on the page: told on top of it, never in silence. */
import type { FC } from 'hono/jsx';
import type { FieldProblem } from '../refusals.js';

export const FormGone: FC<{ readonly problems: readonly FieldProblem[] }> = ({ problems }) => (
  <div class="tr-flash tr-flash-wrong" role="alert">
    {problems.map(({ message }) => message).join(' ')}
  </div>
);
