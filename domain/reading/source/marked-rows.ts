import type { RowLine } from './row-line.js';

/** A mark under a month: a cross, a bullet, a square, a bar. */
const MARK = /^([x×✗✘✓✔■█▓▪●•*]|[-=]{1,6}>?|<[-=]+>?)$/iu;
const FEWEST_COLUMNS = 3;

/** Whether words are nothing but a mark. */
export const isMark = (text: string): boolean => MARK.test(text.trim());

/** The first of the columns that hold nothing but marks under their headings; `null` when there are too few. */
export function firstMarkColumn(lines: readonly RowLine[], columns: number): number | null {
  const isOfMarks = (column: number): boolean => {
    const words = lines.flatMap(({ cells }) => cells.get(column) ?? []);
    const marks = words.filter((text) => isMark(text)).length;
    return marks > 0 && marks >= words.length - 2;
  };
  const found = Array.from({ length: columns }, (_, column) => column).filter(isOfMarks);
  let [first] = found;
  if (first === undefined || found.length < FEWEST_COLUMNS) return null;
  // Months without a mark have their heading only.
  while (first > 1 && lines.filter(({ cells }) => cells.has((first ?? 1) - 1)).length <= 1) first -= 1;
  return first;
}

/**
 * Lines that begin a phase, after the first, among those of one row: where marks stand beside words of the column
 * before them, or a new text begins in it. An objective with several phases has its title in the first only.
 */
export function phaseStarts<L extends RowLine>(
  row: readonly L[],
  marks: number,
  beginsText: (line: L) => boolean,
): number[] {
  const isMarked = ({ cells }: L): boolean =>
    [...cells].some(([column, text]) => column >= marks && isMark(text));
  if (!row.some(isMarked)) return [];
  const begins = (line: L): boolean => line.cells.has(marks - 1) && (isMarked(line) || beginsText(line));
  return [...row.entries()]
    .filter(([, line]) => begins(line))
    .map(([index]) => index)
    .slice(1);
}
