/** Where a weight printed in a card belongs: to the objective, or to its last phase. */
import { weightIn, weightOf } from '../plan/weight-words.js';
import type { OpenDraft } from './open-draft.js';

/** The weight of a field or a line; under phases, when the objective has its own, that of the last phase. */
export function readWeight(draft: OpenDraft, text: string): void {
  const { weight, multiplier } = weightOf(text);
  if (weight === null) return;
  if (draft.weight === null) [draft.weight, draft.multiplier] = [weight, multiplier];
  else weighPhase(draft, text);
}

/** A weight that stands under a phase and is not yet the objective's. */
export function weighPhase(draft: OpenDraft, text: string): void {
  const last = draft.phases.at(-1);
  if (last === undefined || last.weight !== null) return;
  draft.phases[draft.phases.length - 1] = { ...last, weight: weightOf(text).weight };
}

/** "All'obiettivo è attribuito un peso di 20 punti": a weight in a sentence, when none was printed apart. */
export function readWeightInWords(draft: OpenDraft, text: string): void {
  if (draft.weight !== null || !/(?<!\p{L})(?:pes[oai]|pesatura|ponderazione)(?!\p{L})/iu.test(text)) return;
  const { weight, multiplier } = weightIn(text);
  [draft.weight, draft.multiplier] = [weight, multiplier];
}
