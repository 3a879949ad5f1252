import type { Column } from './aligned-pieces.js';
import type { Block } from './source-document.js';

/** A block and its place on the page. */
export interface PlacedBlock {
  readonly y: number;
  readonly block: Block;
  /** Where the columns of a table begin and its last ends; `null` for a paragraph. */
  readonly edges: readonly number[] | null;
  /** The columns of a table told by its words, for what the next page has of it. */
  readonly columns: readonly Column[] | null;
  /** The edges are drawn, and so the same on every page; else they are where the words are. */
  readonly drawn: boolean;
}
