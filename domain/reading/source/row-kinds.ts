/** What lines of columns are: a card of labels and values, a total. */
import type { RowLine } from './row-line.js';

/** Columns that a card has at most: label and value, once or twice. */
const CARD_COLUMNS = 4;
/** Letters that labels have on average, at most. */
const LABEL = 16;

/** Short labels one below the other, each beside its value: gaps part the cards. */
export function isCard(lines: readonly RowLine[], columns: number): boolean {
  const labels = lines.flatMap(({ cells }) => cells.get(0)?.trim() ?? []);
  const letters = labels.reduce((sum, label) => sum + label.length, 0);
  return columns <= CARD_COLUMNS && columns !== 3 && letters <= LABEL * labels.length;
}

/** "Totale", and the sums beside it. */
export const isTotal = (line: RowLine | undefined): boolean =>
  line !== undefined &&
  line.cells.size <= 3 &&
  [...line.cells.values()].some((text) => /^(?:Totale|TOTALE)\W*$/.test(text.trim()));

/** Values under each other are a list where several rows are told otherwise, or they are results in percent. */
export const isListOf = (lines: readonly RowLine[], column: number, rows: number): boolean =>
  rows > 2 || (rows > 1 && lines.some(({ cells }) => /%/.test(cells.get(column) ?? '')));
