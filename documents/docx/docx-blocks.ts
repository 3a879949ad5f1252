/** From Word's outline to paragraphs and tables in reading order. */
import { withoutBullet } from '../../domain/reading/source/bullet.js';
import type { Block, Paragraph, Row } from '../../domain/reading/source/source-document.js';
import type { LineCollector } from '../source-lines.js';
import { headingLevel, isBulletItem, wordLines } from './docx-paragraphs.js';
import { readRow, type WordGrid, type WordRow, wordGrid } from './docx-tables.js';
import type { WordElement } from './docx-tree.js';

/** Blocks of these elements; `lines` counts their lines on and knows the page. */
export function wordBlocks(elements: readonly WordElement[], lines: LineCollector): readonly Block[] {
  return elements.flatMap((element) => {
    if (element.type === 'paragraph') return readParagraph(element, lines);
    if (element.type === 'table') return readTable(wordGrid(element), lines);
    return wordBlocks(element.children ?? [], lines);
  });
}

function readParagraph(paragraph: WordElement, lines: LineCollector): readonly Block[] {
  const texts = wordLines(paragraph);
  const first = texts[0]?.text.trim() ?? '';
  const heading = headingLevel(paragraph);
  const typed = heading === null ? withoutBullet(first) : null;
  const bullet = typed !== null || (heading === null && isBulletItem(paragraph));
  let page = 0;
  const fragments = texts.flatMap(({ text, pages }, index) => {
    lines.page += pages;
    const added = lines.add([index === 0 ? (typed ?? first) : text]);
    if (added.length > 0 && page === 0) page = lines.page;
    return added;
  });
  if (fragments.length === 0) return [];
  const block: Paragraph = {
    kind: 'paragraph',
    page,
    fragments,
    ...(heading === null ? {} : { heading }),
    ...(bullet ? { bullet } : {}),
  };
  return [block];
}

/**
 * A table of one column is a frame around what it holds, and so is a row that is one cell holding a table: what
 * is inside counts as standing in the document itself.
 */
function readTable(grid: WordGrid, lines: LineCollector): readonly Block[] {
  if (grid.columns <= 1) {
    return grid.rows.flatMap((row) =>
      row.cells.flatMap(({ content }) => wordBlocks(content.children ?? [], lines)),
    );
  }
  const blocks: Block[] = [];
  let rows: Row[] = [];
  const end = (): void => {
    const page = rows[0]?.page ?? lines.page;
    if (rows.length > 0) blocks.push({ kind: 'table', page, columns: grid.columns, rows });
    rows = [];
  };
  for (const row of grid.rows) {
    if (framesTable(row)) {
      end();
      blocks.push(...row.cells.flatMap(({ content }) => wordBlocks(content.children ?? [], lines)));
    } else {
      rows.push(readRow(row, lines));
    }
  }
  end();
  return blocks;
}

const framesTable = ({ cells }: WordRow): boolean =>
  cells.length === 1 && (cells[0]?.content.children ?? []).some(({ type }) => type === 'table');
