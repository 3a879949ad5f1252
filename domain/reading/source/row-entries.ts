/** Rows told by a column that has one short entry for each: a number, a code, a weight. */
import type { RowLine } from './row-line.js';

const ENTRY =
  /^((n\.?|nr\.?|obiettivo|ob\.?)?\s*)?([a-z]{1,4}[.\-/ ]?)?\d{1,4}([.,/-]\d{1,3})*\s*([.)°%]|%|punti|pt\.?)?$/i;

/** Of a column's words: how many must be entries. */
const MOSTLY = 0.7;
/** Of the columns: how many have words beside an entry that opens its row. */
const OPENING = 0.7;

const isEntry = (line: RowLine | undefined, column: number): boolean =>
  ENTRY.test(line?.cells.get(column)?.trim() ?? '');

/** The leftmost column of entries, its heading aside; `null` when there is none. */
export function entryColumn(lines: readonly RowLine[], columns: number): number | null {
  for (let column = 0; column < columns; column += 1) {
    const words = lines.filter(({ cells }) => cells.has(column));
    const entries = words.filter((line) => isEntry(line, column)).length;
    if (entries >= 2 && entries >= words.length - 3 && entries >= MOSTLY * (words.length - 1)) return column;
  }
  return null;
}

/** Of the steps from number to number: how many lead to the next or the next but one. */
const COUNTING = 0.6;

/** Whether the entries of a column are numbers that count up, from one to the next or anew for each sector. */
export function countsUp(lines: readonly RowLine[], column: number): boolean {
  const numbers = entriesIn(lines, 0, lines.length, column).map((index) =>
    Number(/\d+(?!.*\d)/.exec(lines[index]?.cells.get(column) ?? '')?.[0] ?? Number.NaN),
  );
  return (
    numbers.length > 1 &&
    (numbers.every((value, index) => index === 0 || value > (numbers[index - 1] ?? value)) ||
      countsAnew(numbers))
  );
}

function countsAnew(numbers: readonly number[]): boolean {
  const steps = numbers.slice(1).map((value, index) => value - (numbers[index] ?? value));
  const next = steps.filter((step) => step === 1 || step === 2).length;
  return (
    numbers.length > 3 && next >= COUNTING * steps.length && steps.every((step) => step < 3 && step !== 0)
  );
}

/** Lines of `[from, to)` with an entry. */
export function entriesIn(lines: readonly RowLine[], from: number, to: number, column: number): number[] {
  const found: number[] = [];
  for (let index = from; index < to; index += 1) if (isEntry(lines[index], column)) found.push(index);
  return found;
}

/** The first lines of the rows among `[from, to)`: an entry stands in its row's first line, or in its middle. */
export function rowsByEntries(
  lines: readonly RowLine[],
  from: number,
  to: number,
  column: number,
  columns: number,
): number[] {
  const at = entriesIn(lines, from, to, column);
  const [first] = at;
  if (first === undefined) return [from];
  let heading = first - 1;
  while (heading >= from && lines[heading]?.cells.has(column) !== true) heading -= 1;
  const body = Math.max(from, heading + 1);
  const isHeaded = heading >= from;
  if (at.length === 1) return isHeaded ? [from, body] : [from];
  const beside = at.reduce((sum, index) => sum + (lines[index]?.cells.size ?? 0), 0) / (at.length * columns);
  const opens = beside >= OPENING && (first === body || beginTexts(lines, at));
  // Above the first entry stands the rest of the heading, or of the row that the page before began.
  if (opens) return from === first ? at : [from, ...at];
  if (first === body && isDense(lines, at)) return isHeaded ? [from, ...at] : at;
  const rows = centredRows(lines, body, to, at);
  return isHeaded ? [from, ...rows] : rows;
}

/** Of the words on the lines of entries: how many at most go on in small letters where cells begin there. */
const SMALL = 0.35;

/** Whether texts begin on these lines: an entry in the middle of its row has the middle of texts beside it. */
function beginTexts(lines: readonly RowLine[], at: readonly number[]): boolean {
  const texts = at.flatMap((index) => [...(lines[index]?.cells.values() ?? [])]);
  return texts.filter((text) => /^\p{Ll}/u.test(text)).length <= SMALL * texts.length;
}

/** An entry on every line. */
const isDense = (lines: readonly RowLine[], at: readonly number[]): boolean =>
  at.every((index, place) => place === 0 || index === (at[place - 1] ?? 0) + 1) && lines.length > 0;

/** Entries in the middle of their rows: a row reaches as far below its entry as above. */
function centredRows(lines: readonly RowLine[], from: number, to: number, at: readonly number[]): number[] {
  const starts = [from];
  let start = from;
  for (const [index, entry] of at.entries()) {
    const middle = lines[entry]?.foot ?? 0;
    const end = 2 * middle - (lines[start]?.foot ?? 0) + 0.4 * (lines[entry]?.size ?? 1);
    const limit = at[index + 1] ?? to;
    let next = entry + 1;
    while (next < limit && (lines[next]?.foot ?? 0) <= end) next += 1;
    if (next < to && index + 1 < at.length) starts.push(next);
    start = next;
  }
  return starts;
}
