/**
 * The form of one objective, read back. What was not touched stays exactly as it was read, with its line; what
 * was touched is checked field by field, so that each mistake is told beside its field.
 */
import type { DraftObjective } from '../../../domain/plan/draft/draft-plan.js';
import type { ObjectiveFields } from '../../../domain/plan/draft/edit-objective.js';
import type { PlanIndicator, PlanTarget } from '../../../domain/plan/plan-document.js';
import type { FieldProblem } from '../../refusals.js';
import type { Form } from '../../uploads/read-form.js';
import { INDICATOR_FIELDS, indicatorValues } from '../../views/obligations/objective-values.js';
import { decimalOf, isSame, type Problem } from '../form-values.js';
import { milestoneIn } from './milestone-form.js';

export type ReadObjective =
  | { readonly ok: true; readonly fields: ObjectiveFields }
  | { readonly ok: false; readonly problems: readonly FieldProblem[] };

/** Rows beyond this are not read: the limit of the plan's own schema. */
const MOST_ROWS = 200;

/** `before` is the objective as the page showed it. */
export function objectiveIn(form: Form, before: DraftObjective): ReadObjective {
  const problems: FieldProblem[] = [];
  const problem: Problem = (field, message) => void problems.push({ field, message });
  const title = form.text('title').replace(/\s+/g, ' ').trim();
  if (title === '') problem('title', "Scrivi il titolo dell'obiettivo.");
  const owner = form.text('owner').trim();
  const fields: ObjectiveFields = {
    number: form.text('number').trim() || null,
    title: title === before.title.replace(/\s+/g, ' ').trim() ? before.title : title,
    weight: decimalOf(form.text('weight'), 'weight', problem),
    ...(owner === '' && before.owner === undefined ? {} : { owner: owner || null }),
    indicators: rowsIn(form, 'indicators').flatMap((index) => indicatorIn(form, index, before, problem)),
    milestones: rowsIn(form, 'milestones').flatMap((index) =>
      milestoneIn(form, index, before.milestones[index] ?? null, problem),
    ),
  };
  return problems.length > 0 ? { ok: false, problems } : { ok: true, fields };
}

/** Positions of the rows that the form has, empty ones at the end included. */
function rowsIn(form: Form, name: string): readonly number[] {
  const count = Math.min(Number(/^\d{1,4}$/.exec(form.text(name))?.[0] ?? 0) + 1, MOST_ROWS);
  return Array.from({ length: count }, (_, index) => index);
}

/** An indicator whose text was emptied is gone. */
function indicatorIn(form: Form, index: number, before: DraftObjective, problem: Problem): PlanIndicator[] {
  const name = (field: string): string => `indicator-${index}-${field}`;
  const was = before.indicators[index];
  const given = Object.fromEntries(INDICATOR_FIELDS.map((field) => [field, form.text(name(field)).trim()]));
  if (was !== undefined && isSame(indicatorValues(was), given)) return [was];
  const { text = '', op = '', value = '', unit = '' } = given;
  if (text === '') return [];
  const number = signedDecimal(value, name('value'), problem);
  if (number === null) return [{ text }];
  const target: PlanTarget = {
    value: number,
    ...(unit === '' ? {} : { unit }),
    ...(isOp(op) ? { op } : {}),
  };
  return [{ text, target }];
}

/** Also below zero: "−5 giorni" of the payment times. */
function signedDecimal(text: string, field: string, problem: Problem): number | null {
  if (text === '') return null;
  const plain = text.replace(/\.(?=\d{3}(\D|$))/g, '').replace('−', '-');
  if (/^-?\d{1,12}(,\d{1,6}|\.\d{1,6})?$/.test(plain)) return Number(plain.replace(',', '.'));
  problem(field, `Il valore atteso «${text.slice(0, 40)}» non è un numero: scrivilo in cifre.`);
  return null;
}

const isOp = (text: string): text is NonNullable<PlanTarget['op']> => ['>=', '<=', '<', '>'].includes(text);
