import { continuedTable, type PlacedTable } from './continued-table.js';
import type { PlacedBlock } from './placed-block.js';
import type { Block } from './source-document.js';

/** The blocks of all pages, with the tables that go on from one to the next in one piece. */
export function joinedPages(pages: readonly (readonly PlacedBlock[])[]): Block[] {
  const blocks: Block[] = [];
  let open: PlacedTable | null = null;
  for (const page of pages) {
    for (const [index, { block, edges, drawn }] of page.entries()) {
      const own = block.kind === 'table' && edges !== null ? { table: block, edges, drawn } : null;
      const joined: PlacedTable | null =
        index === 0 && own !== null && open !== null ? continuedTable(open, own) : null;
      if (joined === null) blocks.push(block);
      else blocks[blocks.length - 1] = joined.table;
      open = joined ?? own;
    }
  }
  return blocks;
}
