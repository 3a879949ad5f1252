/** Documents to compile, from words: a table is rows of cells, `|` between cells, `¶` between paragraphs. */
import type {
  Block,
  Cell,
  Fragment,
  Paragraph,
  SourceDocument,
  SourceLine,
  Table,
} from '../../../../domain/reading/source/source-document.js';

/** A paragraph of one line, or a table: its rows, cells apart by `|`. `text*3` covers three columns, `^` goes on from the row above. */
export type Part = string | readonly string[];

/** Each row of a table is a line, each paragraph too; a line break in a paragraph is written `/`. */
export function documentOf(parts: readonly Part[], sheet?: string): SourceDocument {
  const lines: SourceLine[] = [];
  const blocks = parts.map((part): Block => {
    if (typeof part === 'string') return paragraphOf(part, lines);
    return tableOf(part, lines, sheet);
  });
  return { format: 'docx', lines, blocks, partial: null };
}

function paragraphOf(text: string, lines: SourceLine[]): Paragraph {
  const heading = text.startsWith('# ');
  lines.push({ page: 1, text });
  const fragments = [{ line: lines.length, text: heading ? text.slice(2) : text }];
  return { kind: 'paragraph', page: 1, fragments, ...(heading && { heading: 1 }) };
}

function tableOf(rows: readonly string[], lines: SourceLine[], name?: string): Table {
  const read = rows.map((row) => {
    lines.push({ page: 1, text: row });
    return { page: 1, cells: cellsOf(row, lines.length) };
  });
  const columns = Math.max(...read.flatMap(({ cells }) => cells.map(({ column, span }) => column + span)));
  return { kind: 'table', page: 1, columns, rows: read, ...(name !== undefined && { name }) };
}

function cellsOf(row: string, line: number): readonly Cell[] {
  let column = 0;
  return row.split('|').flatMap((part): readonly Cell[] => {
    const match = /^(.*?)(?:\*(\d+))?$/s.exec(part.trim());
    const text = match?.[1] ?? '';
    const span = Number(match?.[2] ?? 1);
    const at = column;
    column += span;
    if (text === '^') return [];
    const paragraphs =
      text === '' ? [] : text.split('¶').map((one): Fragment[] => [{ line, text: one.trim() }]);
    return [{ column: at, span, paragraphs }];
  });
}
