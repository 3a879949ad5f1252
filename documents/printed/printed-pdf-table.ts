/** A table of a printed document for Typst: which row stays whole, what stands under it, where long words break. */
import {
  cellText,
  oneLine,
  type PrintedTable,
  printable,
} from '../../domain/printed-document/printed-document.js';

/** Characters of a row up to which it is not split between pages. */
const WHOLE_ROW = 600;
/** Lines of a table up to which it is not split between pages. */
const WHOLE_TABLE = 7;
/** Letters that fit in a hundredth of the width, upright and across. */
const PER_SHARE = { upright: 0.85, across: 1.3 };
/** Longer words than Italian has: addresses, file names. They break anywhere. */
const LONGEST_WORD = 26;
/** Letters after which a word without a column breaks: a SHA-256, which people copy to compare it, stays whole. */
export const LINE = 64;

/** `across`: of the page, A4 in its length. As the template of `printed-pdf.ts` reads it. */
export function pdfTable({ caption, columns, rows, total, empty }: PrintedTable, across: boolean): unknown {
  if (rows.length === 0) return { kind: 'empty', caption: oneLine(caption), said: printable(empty) };
  const isBeside = (_: unknown, at: number): boolean => columns[at]?.as !== 'below';
  const beside = columns.filter(isBeside);
  const hundredth = beside.reduce((sum, { share }) => sum + share, 0) / 100;
  const letters = across ? PER_SHARE.across : PER_SHARE.upright;
  const fits = beside.map(({ share }) => Math.max(4, Math.floor((share / hundredth) * letters)));
  const cellsOf = (cells: Cells) =>
    cells.filter(isBeside).map((cell, at) => breakable(cellText(cell), fits[at] ?? 4));
  const set = rows.map((cells) => ({
    cells: cellsOf(cells),
    below: lineBelow(columns, cells),
    whole: cells.map(cellText).join('').length <= WHOLE_ROW,
  }));
  const lines = set.reduce(
    (sum, { cells, below }) => sum + linesOf(cells, fits) + (below === null ? 0 : 1),
    0,
  );
  return {
    kind: 'table',
    caption: oneLine(caption),
    titles: beside.map(({ title }) => oneLine(title)),
    shares: beside.map(({ share }) => share),
    edges: beside.map(({ as }) => as ?? 'words'),
    rows: set,
    whole: lines <= WHOLE_TABLE,
    total: total === undefined ? [] : cellsOf(total),
    last: total === undefined ? -1 : rows.length + set.filter(({ below }) => below !== null).length + 1,
  };
}

type Cells = PrintedTable['rows'][number];

/** "Impronta (SHA-256): 0123…"; `null`: the row has nothing to say there. */
function lineBelow(columns: PrintedTable['columns'], cells: Cells): string | null {
  const said = columns.flatMap(({ title, as }, at) => {
    const text = as === 'below' ? cellText(cells[at] ?? '') : '';
    return text === '' ? [] : [`${oneLine(title)}: ${breakable(text, LINE)}`];
  });
  return said.length === 0 ? null : said.join('\n');
}

/** About as many as its highest cell has. */
const linesOf = (cells: readonly string[], fits: readonly number[]): number =>
  Math.max(
    ...cells.map((cell, at) =>
      cell.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / (fits[at] ?? 4))), 0),
    ),
  );

/** A file's name, an address, a number: no word to hyphenate. */
const CODE = /[\d_@/\\]|\.\S/;
/** Letters up to which one of those (a date) is never broken. */
const SHORT_CODE = 12;

/** Longer words than Italian has, and codes that a line of `fit` letters does not hold, may break after so many. */
export const breakable = (text: string, fit: number): string =>
  text.replace(/\S+/g, (word) => {
    const most = CODE.test(word) ? Math.min(LONGEST_WORD, Math.max(SHORT_CODE, fit)) : LONGEST_WORD;
    return word.length <= most ? word : (word.match(new RegExp(`.{1,${fit}}`, 'gu')) ?? []).join('\u200b');
  });
