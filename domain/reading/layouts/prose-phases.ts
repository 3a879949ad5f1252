/** Phases as a card lists them: one per item, also several in one paragraph ("a) … entro aprile; b) …"). */
import { weightIn, weightOf } from '../plan/weight-words.js';
import { joinFragments } from '../source/joined.js';
import type { Fragment } from '../source/source-document.js';
import type { DraftPhase } from './draft.js';
import type { CardField } from './prose-card-field.js';

export function phasesIn({ paragraphs, weights, times }: CardField): readonly DraftPhase[] {
  return paragraphs.flatMap((paragraph, at) => {
    const parts = partsOf(paragraph);
    return parts.map((part, index): DraftPhase => {
      const last = index === parts.length - 1;
      const beside = last ? weights.get(at) : undefined;
      const time = last ? times.get(at) : undefined;
      const weight = beside === undefined ? weightOfPhase(joinFragments(part).text) : weightOf(beside).weight;
      return { passage: [part], ...(time && { times: [[[time]]] }), marks: [], weight };
    });
  });
}

/** "(peso 40%)", "– 40%", "[30 %]" at the end; "realizzazione del 40 % dei lavori" is no weight. */
function weightOfPhase(text: string): number | null {
  const plain = text.replace(/[\s;.,]+$/u, '');
  return weightIn(plain).weight;
}

/** The paragraph cut after each semicolon outside brackets; whole when it has one clause. */
function partsOf(paragraph: readonly Fragment[]): readonly (readonly Fragment[])[] {
  const parts: Fragment[][] = [];
  let open: Fragment[] = [];
  for (const fragment of paragraph) {
    const pieces = fragment.text.split(/(?<=;)(?![^(]*\))\s*/u).filter((piece) => piece !== '');
    for (const piece of pieces) {
      open.push({ ...fragment, text: piece });
      if (!piece.endsWith(';')) continue;
      parts.push(open);
      open = [];
    }
  }
  if (open.length > 0) parts.push(open);
  return parts;
}
