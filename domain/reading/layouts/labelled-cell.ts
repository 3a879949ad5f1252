/** One cell that holds several labelled fields, each a paragraph. */
import { joinFragments } from '../source/joined.js';
import { putField } from './card-field.js';
import type { Passage } from './draft.js';
import { labelAtStart } from './labels.js';
import type { TableState } from './table-state.js';

/** A cell of labelled paragraphs ("Responsabile: …", "Peso: 10"); those without label go on with the one above. */
export function readLabelled(state: TableState, passage: Passage): boolean {
  const [first] = passage;
  if (first === undefined || labelAtStart(joinFragments(first).text) === null) return false;
  let label: string | null = null;
  let values: (typeof passage)[number][] = [];
  const put = (): void => {
    if (label !== null) putField(state, label, values, values);
  };
  for (const paragraph of passage) {
    const text = joinFragments(paragraph).text;
    const found = labelAtStart(text);
    if (found === null) values.push(paragraph);
    else {
      put();
      label = text.slice(0, found.at).replace(/[\s:=–—-]+$/u, '');
      values = found.rest === '' ? [] : [afterLabel(paragraph, found.rest)];
    }
  }
  put();
  return true;
}

/** The fragments of a paragraph from `rest`, its last words, on. */
function afterLabel(paragraph: Passage[number], rest: string): Passage[number] {
  const { text } = joinFragments(paragraph);
  let skip = text.length - rest.length;
  return paragraph.flatMap((fragment) => {
    const words = fragment.text.trim();
    const cut = Math.min(skip, words.length);
    skip = Math.max(0, skip - words.length - 1);
    const left = words.slice(cut).replace(/^[\s:]+/, '');
    return left === '' ? [] : [{ ...fragment, text: left }];
  });
}
