/** The weights of a sector as its form sends them: `voci` names the objectives, `peso-o7` is a field of one. */
import type { FieldProblem } from '../../refusals.js';
import type { Form } from '../../uploads/read-form.js';
import { decimalOf } from '../form-values.js';

export interface WeightsTyped {
  /** By name of the field. */
  readonly values: Readonly<Record<string, string>>;
  /** By id of the objective; `null`: none. */
  readonly weights: ReadonlyMap<string, number | null>;
  readonly problems: readonly FieldProblem[];
}

/** Names beyond this are not read: no sector has so many objectives. */
const MOST = 2_000;

export function weightsIn(form: Form): WeightsTyped {
  const ids = (form.text('voci').match(/\bo\d{1,6}\b/g) ?? []).slice(0, MOST);
  const problems: FieldProblem[] = [];
  const weights = ids.map((id) => {
    const field = `peso-${id}`;
    return [
      id,
      decimalOf(form.text(field), field, (at, message) => problems.push({ field: at, message })),
    ] as const;
  });
  return {
    values: Object.fromEntries(ids.map((id) => [`peso-${id}`, form.text(`peso-${id}`)])),
    weights: new Map(weights),
    problems,
  };
}
