/** The reason of whoever decides a degree, where it is not the head's. */
import { assessmentFrom, inOrder, type RecordedStep, reasonOf, reasonTold } from './assessment.js';

/**
 * The standing decision of whoever decides, where it gives a reason of its own beside the one that is told: their words,
 * not the head's. `null`: it gives none, or repeats what was said before.
 */
export function ownReasonOfDecision(
  steps: readonly RecordedStep[],
): (Pick<RecordedStep, 'by' | 'on'> & { readonly text: string }) | null {
  const ordered = inOrder(steps);
  const decision = ordered.findLast(({ what }) => what.step === 'decided' || what.step === 'reopened');
  const told = reasonTold(assessmentFrom(steps));
  if (decision?.what.step !== 'decided' || told === null) return null;
  const text = reasonOf(decision.what.verdict)?.text.trim() ?? '';
  const heads = ordered.flatMap(({ what }) => {
    if (what.step === 'reason-given') return [what.reason.trim()];
    return what.step === 'self-evaluated' ? [reasonOf(what.verdict)?.text.trim() ?? ''] : [];
  });
  return text === '' || [told.text.trim(), ...heads].includes(text)
    ? null
    : { text, by: decision.by, on: decision.on };
}
