/** Blocks of a table written as running text, as cells: what looks like a title, a sector, a result. */
import { weightIn } from '../plan/weight-words.js';
import { joinFragments } from '../source/joined.js';
import type { Fragment, Paragraph } from '../source/source-document.js';

export interface FlowCell {
  readonly fragments: readonly Fragment[];
  readonly text: string;
  /** Percentages only, one a fragment: "95 %". Empty for other cells. */
  readonly results: readonly string[];
  readonly weight: number | null;
  /** Written in capitals, its weight left out. */
  readonly capitals: boolean;
}

/** One value, or one for each of several sectors on lines of their own. */
const RESULT =
  /^(?:\d{1,3}(?:[.,]\d{1,2})?\s*(?:%|\/\s*100)|(?:non |parzialmente )?raggiunto(?: al \d{1,3}\s*%)?|n\.? ?v\.?)\.?$/iu;

export function flowCell(fragments: readonly Fragment[]): FlowCell {
  const { text } = joinFragments(fragments);
  const { weight, rest } = weightIn(text);
  const values = fragments.every((one) => RESULT.test(one.text.trim()));
  return {
    fragments,
    text,
    results: values ? fragments.map((one) => one.text.trim()) : [],
    weight,
    capitals: inCapitals(rest),
  };
}

/** The cells of a block: results that stand above other words in one block are a cell of their own. */
export function cellsOfBlock({ fragments }: Paragraph): readonly FlowCell[] {
  const first = fragments.findIndex((one) => !RESULT.test(one.text.trim()));
  if (first <= 0) return [flowCell(fragments)];
  return [flowCell(fragments.slice(0, first)), flowCell(fragments.slice(first))];
}

/** Two words or one long word in capitals, and no small letters but those of brackets. */
export function inCapitals(text: string): boolean {
  const letters = text.replace(/\([^)]*\)/gu, '').replace(/(?<!\p{L})(?:e|di|del|n)(?!\p{L})/gu, '');
  return /\p{Lu}{3}/u.test(letters) && (letters.match(/\p{Ll}/gu)?.length ?? 0) <= letters.length * 0.1;
}
