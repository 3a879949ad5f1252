/** A cell that holds a title and, below it, a description: where the one ends. */

import { weightIn } from '../plan/weight-words.js';
import type { Passage } from './draft.js';
import { labelAtStart } from './labels.js';
import { textOf } from './table-cells.js';

const capitals = (text: string): boolean => /\p{Lu}{3}/u.test(text) && !/\p{Ll}{3}/u.test(text);

/**
 * The words of the title, weight included, and the paragraphs that describe it: those after a title in capitals,
 * after a label ("Descrizione: …"), or sentences after a short first paragraph.
 */
export function splitTitle(passage: Passage): { readonly title: string; readonly rest: Passage } {
  const texts = passage.map((one) => textOf([one]));
  const loud = texts.findIndex((text) => capitals(text));
  const from = texts.findIndex((text, i) => i > 0 && describes(text, texts.slice(0, i), loud >= 0));
  if (from < 0) return { title: texts.join(' '), rest: [] };
  const weights = texts.filter((text, i) => i >= from && isWeight(text));
  return {
    title: [...texts.slice(0, from), ...weights].join(' '),
    rest: passage.filter((_, i) => i >= from && !isWeight(texts[i] ?? '')),
  };
}

const isWeight = (text: string): boolean => weightIn(text).weight !== null && weightIn(text).rest.length < 3;

function describes(text: string, before: readonly string[], loud: boolean): boolean {
  if (isWeight(text)) return false;
  if (labelAtStart(text)?.field === 'description') return true;
  const titled = before.some(
    (one) => /\p{L}{3}/u.test(one) && !isWeight(one) && !/^\W*ob\p{L}*[\W\d]*$/iu.test(one),
  );
  if (!titled) return false;
  if (loud) return capitals(before.join(' ')) && !capitals(text);
  return text.length > 60 && /[.;]$/u.test(text) && before.join(' ').length < 140 && !/[\p{Ll},]$/u.test('');
}
