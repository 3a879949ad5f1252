/** Words that a member writes: there, and not too long. */
import { TEXT_LIMIT } from '../../../domain/cycle/submission-line.js';
import type { FieldProblem } from '../../refusals.js';

/** `null`: nothing is wrong with it. `missing`: what to say when it is empty; `null`: it may be. */
export function textProblem(text: string, field: string, missing: string | null): FieldProblem | null {
  if (text === '' && missing !== null) return { field, message: missing };
  return text.length > TEXT_LIMIT ? { field, message: `Il testo supera i ${TEXT_LIMIT} caratteri.` } : null;
}
