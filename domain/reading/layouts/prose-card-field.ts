/** One field of a card while its lines are read. */
import type { Fragment } from '../source/source-document.js';
import type { Field } from './labels.js';
import type { ProseLine } from './prose-lines.js';

export interface CardField {
  readonly field: Field;
  readonly paragraphs: Fragment[][];
  /** The value began on the line of the label. */
  sameLine: boolean;
  /** Of phases: weights and times that stand beside one of them, by its place in `paragraphs`. */
  readonly weights: Map<number, string>;
  readonly times: Map<number, Fragment>;
  /** Of a title: the narrative names the objective by what is to be done, term included. */
  readonly sentence: boolean;
}

export const openField = (field: Field, sentence = false): CardField => ({
  field,
  paragraphs: [],
  sameLine: false,
  weights: new Map(),
  times: new Map(),
  sentence,
});

/** Adds words of a line; they begin a paragraph, or go on with the last one. */
export function addWords(field: CardField, line: ProseLine, words: string, opens: boolean): void {
  const fragment = { line: line.line, text: words, ...(line.fragment.ends && { ends: true as const }) };
  const last = field.paragraphs.at(-1);
  if (opens || last === undefined) field.paragraphs.push([fragment]);
  else last.push(fragment);
}
