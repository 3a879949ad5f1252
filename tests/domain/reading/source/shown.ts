/** Blocks as one can read them in a test: a paragraph as its words, a table as its rows of cells. */
import { joinFragments } from '../../../../domain/reading/source/joined.js';
import type { Block, Cell, Fragment } from '../../../../domain/reading/source/source-document.js';

const words = (fragments: readonly Fragment[]): string => joinFragments(fragments).text;

/** A cell's paragraphs with ` ¶ ` between them, and `+2` before those of one that covers two columns. */
const cellText = ({ span, paragraphs }: Cell): string =>
  `${span > 1 ? `+${span} ` : ''}${paragraphs.map(words).join(' ¶ ')}`;

/** Paragraphs as strings (`• ` before an item), tables as lists of rows. */
export const shown = (blocks: readonly Block[]): (string | string[][])[] =>
  blocks.map((block) =>
    block.kind === 'table'
      ? block.rows.map(({ cells }) => cells.map(cellText))
      : `${block.bullet === true ? '• ' : ''}${words(block.fragments)}`,
  );

/** Every line that a fragment of the blocks names. */
export const linesOf = (blocks: readonly Block[]): number[] =>
  blocks
    .flatMap((block) =>
      block.kind === 'table'
        ? block.rows.flatMap(({ cells }) => cells.flatMap(({ paragraphs }) => paragraphs.flat()))
        : block.fragments,
    )
    .map(({ line }) => line);
