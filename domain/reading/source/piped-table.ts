/** Tables drawn with characters: `| a | b |`, with or without lines of dashes or box characters between rows. */

import { rowStarts } from './aligned-rows.js';
import { most } from './extremes.js';
import type { RowLine } from './row-line.js';
import type { Cell, Fragment, Row, SourceLine, Table } from './source-document.js';

interface PipedLine {
  readonly number: number;
  readonly page: number;
  /** Text of each cell and the place of the character that closes it. */
  readonly cells: readonly { readonly text: string; readonly end: number }[];
}

interface PipedTable {
  readonly table: Table;
  /** Index of the first line after it. */
  readonly next: number;
}

/** Box characters as the plain ones they stand for. */
const plain = (text: string): string =>
  text
    .replace(/[│┃║╎╏┆┇┊┋¦]/gu, '|')
    .replace(/[─━═┄┅┈┉╌╍]/gu, '-')
    .replace(/[┌┐└┘├┤┬┴┼╔╗╚╝╠╣╦╩╬╒╓╕╖╘╙╛╜╞╟╡╢╤╥╧╨╪╫┏┓┗┛┣┫┳┻╋]/gu, '+');

const BORDER = /^\s*[+|]?[\s:]*[-=_]{2,}[-=_+|:\s]*$/;
const isBorder = (text: string): boolean => BORDER.test(text) && /[-=_]{3}/.test(text) && /[+|]/.test(text);
const isRow = (text: string): boolean =>
  /^\s*\|.*\|\s*$/.test(text) || (text.match(/\s\|\s/g)?.length ?? 0) >= 2;

/** The drawn table that begins at a line and ends before `end`, `null` when none does. Line 0 has the number 1. */
export function pipedTable(lines: readonly SourceLine[], at: number, end: number): PipedTable | null {
  const rows: PipedLine[] = [];
  const borders: number[] = [];
  let next = at;
  for (; next < end; next += 1) {
    const { text, page } = lines[next] ?? { text: '', page: 1 };
    const drawn = plain(text);
    if (isBorder(drawn)) borders.push(rows.length);
    else if (isRow(drawn)) rows.push({ number: next + 1, page, cells: cellsOf(drawn, text) });
    else break;
  }
  const columns = Math.max(0, most(rows.map(({ cells }) => cells.length)));
  if (rows.length < 2 || columns < 2) return null;
  const ends = rows.find(({ cells }) => cells.length === columns)?.cells.map(({ end }) => end) ?? [];
  const starts = startsOf(rows, borders, columns);
  const table: Table = {
    kind: 'table',
    page: rows[0]?.page ?? 1,
    columns,
    rows: starts.map((from, index) => tableRow(rows.slice(from, starts[index + 1] ?? rows.length), ends)),
  };
  return { table, next };
}

function cellsOf(drawn: string, text: string): PipedLine['cells'] {
  const cells: { text: string; end: number }[] = [];
  let from = /^\s*\|/.exec(drawn)?.[0].length ?? 0;
  for (let at = from; at <= drawn.length; at += 1) {
    const isEnd = at === drawn.length;
    if (!isEnd && drawn[at] !== '|') continue;
    const words = text.slice(from, at).trim();
    if (!isEnd || words !== '') cells.push({ text: words, end: at });
    from = at + 1;
  }
  return cells;
}

/** Borders part rows where there is more than the one under the heading; else each line is a row, or words tell. */
function startsOf(rows: readonly PipedLine[], borders: readonly number[], columns: number): number[] {
  const inner = [...new Set(borders)].filter((row) => row > 0 && row < rows.length);
  const [only] = inner;
  if (inner.length > 1) return [0, ...inner];
  if (only !== undefined && rows.slice(only).every(({ cells }) => cells[0]?.text !== '')) {
    return [0, ...rows.keys()].filter((row, index) => index === 0 || row >= only);
  }
  const lines = rows.map(({ cells }, index): RowLine => {
    const filled = cells.flatMap(({ text }, column) => (text === '' ? [] : [[column, text] as const]));
    return { foot: index, size: 1, cells: new Map(filled), across: false };
  });
  return rowStarts(lines, columns, only === undefined ? [] : [only - 0.5]);
}

/** Lines of one row; cells that end where no other row's do, cover the columns up to there. */
function tableRow(lines: readonly PipedLine[], ends: readonly number[]): Row {
  const [first] = lines;
  const cells = (first?.cells ?? []).map(({ end }, index): Omit<Cell, 'paragraphs'> => {
    const isFull = first?.cells.length === ends.length;
    const column = isFull ? index : nearest(ends, first?.cells[index - 1]?.end ?? -1) + 1;
    const last = isFull ? index : nearest(ends, end);
    return { column: index === 0 ? 0 : column, span: Math.max(1, last - (index === 0 ? 0 : column) + 1) };
  });
  return {
    page: first?.page ?? 1,
    cells: cells.map((cell, index) => ({ ...cell, paragraphs: cellParagraphs(lines, index) })),
  };
}

function cellParagraphs(lines: readonly PipedLine[], index: number): readonly (readonly Fragment[])[] {
  const fragments = lines.flatMap(({ number, cells }) => {
    const text = cells[index]?.text ?? '';
    return text === '' ? [] : [{ line: number, text }];
  });
  return fragments.length > 0 ? [fragments] : [];
}

const nearest = (ends: readonly number[], end: number): number =>
  ends.reduce(
    (best, value, index) => (Math.abs(value - end) < Math.abs((ends[best] ?? 0) - end) ? index : best),
    0,
  );
