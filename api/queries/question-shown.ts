/** The words of a question: for who must answer it, the evaluators and the Segretario; boards show its title alone. */
import type { Obligation } from '../../domain/obligations/obligation.js';
import type { Tx } from '../../store/in-town.js';
import { findQuestion, type KeptQuestion } from '../../store/review/review-questions.js';
import { actingRole } from '../rights.js';
import type { Viewer } from '../viewer.js';

/** `null`: it is no question, or not the viewer's to read. */
export async function questionFor(
  tx: Tx,
  { roles }: Viewer,
  { id, kind, owner }: Obligation,
): Promise<KeptQuestion | null> {
  const isTheirs = kind === 'question' && actingRole(roles, 'review.read', [owner]) !== null;
  return isTheirs ? findQuestion(tx, id) : null;
}
