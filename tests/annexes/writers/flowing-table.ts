/** A table as text that flows cell after cell, each broken as in its column. */
import type { DocumentTable } from '../annex-document.js';
import { wrapped } from './wrapped-text.js';

/** Lines with a space at the end inside a cell and an empty line after it, as in the published example. */
export function flowingTable(table: DocumentTable, width: number, hyphens: boolean): string[] {
  const all = table.widths.reduce((sum, one) => sum + one, 0);
  return [...table.head, ...table.body].flatMap((row) => {
    let column = 0;
    return row.flatMap((cell) => {
      const span = table.widths.slice(column, column + (cell.columns ?? 1));
      column += cell.columns ?? 1;
      if (cell.text.length === 0) return [];
      const wide = Math.max(14, Math.floor((span.reduce((sum, one) => sum + one, 0) / all) * width));
      return [...cell.text.flatMap((text) => wrapped(text, wide, hyphens).map((line) => `${line} `)), ''];
    });
  });
}
