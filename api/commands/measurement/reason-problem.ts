/** A reason that a command cannot do without. */
import { TEXT_LIMIT } from '../../../domain/cycle/submission-line.js';
import type { Refusal } from '../../refusals.js';

/** `null`: it is there, and not too long. */
export function reasonProblem(reason: string, field: string): Refusal | null {
  const message =
    reason === ''
      ? 'Scrivi il motivo: senza non si può proseguire.'
      : reason.length > TEXT_LIMIT
        ? `Scrivi il motivo in al più ${TEXT_LIMIT} caratteri.`
        : null;
  return message === null ? null : { code: 'invalid', problems: [{ field, message }] };
}
