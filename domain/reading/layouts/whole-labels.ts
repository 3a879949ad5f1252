/** Labels that narrow cells broke, and values that an extractor wrote on a line of their own: put together again. */
import { joinFragments } from '../source/joined.js';
import type { Block } from '../source/source-document.js';
import { labelOf } from './labels.js';
import { isPlural } from './prose-labels.js';

/** A label is no longer than this, in characters, and takes no more lines. */
const LONGEST = 60;
const LINES = 3;

/** The blocks with each label on one line, and the name of the responsible role beside its label. */
export function withWholeLabels(blocks: readonly Block[]): readonly Block[] {
  const whole = blocks.map(wholeLabel);
  const found: Block[] = [];
  for (let at = 0; at < whole.length; at++) {
    const valued = withValue(whole, at);
    found.push(valued ?? (whole[at] as Block));
    if (valued !== null) at++;
  }
  return found;
}

/** "Obiettivo / operativo" is one label; two labels below each other stay two. */
function wholeLabel(block: Block): Block {
  if (block.kind === 'table' || block.fragments.length < 2 || block.fragments.length > LINES) return block;
  const [first, ...others] = block.fragments;
  const { text } = joinFragments(block.fragments);
  const isOther = ({ text: own }: { text: string }): boolean =>
    labelOf(own) !== null && /^\s*\p{Lu}/u.test(own);
  if (first === undefined || text.length > LONGEST || others.some(isOther) || labelOf(text) === null)
    return block;
  return { ...block, fragments: [{ ...first, text }] };
}

/** "Responsabile", and below it "Segretario generale", which would be the heading of an office. */
function withValue(blocks: readonly Block[], at: number): Block | null {
  const [before, label, value] = [blocks[at - 1], blocks[at], blocks[at + 1]];
  if (label?.kind !== 'paragraph' || !BESIDE.has(loneLabel(label) ?? '')) return null;
  // Labels one below the other head columns.
  if (loneLabel(before) !== null && loneLabel(blocks[at - 2]) !== null) return null;
  if (value?.kind !== 'paragraph' || value.bullet || value.heading !== undefined) return null;
  if (value.fragments.length > 2 || loneLabel(value) !== null) return null;
  const [lead] = label.fragments;
  const { text } = joinFragments(value.fragments);
  if (lead === undefined || isPlural(lead.text) || text.length > 2 * LONGEST || /:/.test(text)) return null;
  return { ...label, fragments: [{ ...lead, text: `${lead.text.trim()}: ${text}` }] };
}

/** Fields whose value could be taken for the name of an office. */
const BESIDE: ReadonlySet<string> = new Set(['owner', 'title']);

const loneLabel = (block: Block | undefined): string | null =>
  block?.kind === 'paragraph' && block.fragments.length === 1
    ? labelOf(block.fragments[0]?.text ?? '')
    : null;
