/** Paragraphs between tables: what they say of the objectives around them. */
import { joinFragments } from '../source/joined.js';
import type { Block, Paragraph } from '../source/source-document.js';
import { headingIn } from './heading-sector.js';
import { labelOf } from './labels.js';
import { beginNamed, namesObjective } from './named-objective.js';
import { addPhase, tookLines } from './open-draft.js';
import { isContentsLine } from './prose-noise.js';
import { close, type TableState } from './table-state.js';

/** Whether the block says whose objectives follow; a line of the index does not. */
export function tookHeadingOf(state: TableState, block: Block): boolean {
  if (block.kind === 'paragraph' && isContentsLine(joinFragments(block.fragments).text)) return false;
  const count = state.done.length + (state.open === null ? 0 : 1);
  const heading = headingIn(block, { ...state.heading, used: count > state.headed });
  if (heading === null) return false;
  close(state);
  state.heading = heading;
  state.headed = state.done.length;
  return true;
}

/** A paragraph below a table that ended with the heading of phases is one of them. */
export function tookPhase(state: TableState, block: Paragraph): boolean {
  const { text } = joinFragments(block.fragments);
  const fits = text.length < PHASE && block.heading === undefined && headingIn(block, state.heading) === null;
  if (!state.awaitsPhases || state.open === null || !fits || namesObjective(text)) {
    state.awaitsPhases = false;
    return false;
  }
  addPhase(state.open, { passage: [block.fragments], marks: [], weight: null });
  tookLines(state.open, [[block.fragments]]);
  return true;
}

const PHASE = 250;

/** Longer paragraphs part a table from the objective before it. */
const LONG = 80;

/** A paragraph that no layout takes: the name of the objective of the next table, a label, or words that part. */
export function passOver(state: TableState, block: Paragraph, next: Block | undefined): void {
  const { text } = joinFragments(block.fragments);
  if (tookHeadingOf(state, block)) return;
  if (next?.kind === 'table' && namesObjective(text)) beginNamed(state, [block.fragments]);
  else if (labelOf(text) === null && (text.length > LONG || block.heading !== undefined)) close(state);
}
