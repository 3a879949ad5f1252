/** Objectives that are nothing but the items of a list. */
import type { ProseLine } from './prose-lines.js';
import type { Starts } from './prose-starts.js';

/** Items that say what is to be done: with a term, a value, or an infinitive at their head. */
const DOES =
  /^\p{Lu}?\p{L}{3,}(?:are|ere|ire|arre|orre|urre|rsi)(?!\p{L})|(?<!\p{L})(?:entro|mensil|trimestral|semestral|almeno|dal|nel)(?!\p{Lu})|\d\s*%/iu;
const ITEM = 15;

/**
 * The items of a list under the name of an office, each an objective of its own, in a plan without cards, numbers
 * or weights; `null` for a list of tasks or offices.
 */
export function listedStarts(lines: readonly ProseLine[]): Starts | null {
  const items = lines.flatMap((line, at) => (line.bullet && line.text.length >= ITEM ? [at] : []));
  const doing = items.filter((at) => DOES.test(lines[at]?.text ?? ''));
  return items.length > 0 && doing.length * 2 >= items.length ? { at: items, cards: false } : null;
}
