/**
 * Which lines of columns make one row, where nothing is drawn between rows: wider gaps tell, or a column that
 * has one short entry a row, or lines on which most columns begin.
 */
import { most } from './extremes.js';
import { headedLines } from './headed-lines.js';
import { countsUp, entriesIn, entryColumn, rowsByEntries } from './row-entries.js';
import { isCard, isListOf, isTotal } from './row-kinds.js';
import { leadingOf, WIDER } from './row-leading.js';
import type { RowLine } from './row-line.js';

/** The first line of each row, in order; the first is 0. `cuts` are the heights of lines drawn across. */
export function rowStarts(lines: readonly RowLine[], columns: number, cuts: readonly number[]): number[] {
  const foot = (index: number): number => lines[index]?.foot ?? 0;
  const later = [...lines.keys()].slice(1);
  const leading = leadingOf(lines);
  const byCut = later.filter((index) => cuts.some((cut) => cut > foot(index - 1) - 2 && cut < foot(index)));
  const byGap = later.filter((index) => foot(index) - foot(index - 1) > WIDER * leading);
  const byHeading = later.filter(
    (index) => lines[index]?.across === true || lines[index - 1]?.across === true,
  );
  const isDrawn = byCut.length >= 3 || (byCut.length === 2 && lines.length <= 8);
  const byTotal = isDrawn ? [] : later.filter((index) => isTotal(lines[index]));
  const byNumber = isDrawn ? [] : headedLines(lines, columns);
  const starts = [
    ...new Set([0, ...byCut, ...byHeading, ...byNumber, ...byTotal, ...(isDrawn ? [] : byGap)]),
  ].sort((a, b) => a - b);
  if (isDrawn) return starts;
  const found = entryColumn(lines, columns);
  // Where gaps tell rows apart, values under each other are a list in one cell unless they count up.
  const isParted = found !== null && isListOf(lines, found, starts.length);
  const isList = found !== null && found > 0 && isParted && !countsUp(lines, found);
  const entries = isList ? null : found;
  const areTold = entries === null && starts.length > 2 && !isCard(lines, columns);
  const end = (index: number, all: readonly number[]): number => all[index + 1] ?? lines.length;
  return starts
    .flatMap((from, index) => (areTold ? [from] : within(lines, from, end(index, starts), entries, columns)))
    .filter(
      (from, index, all) =>
        !isRest(lines, from, end(index, all), entries, columns) ||
        isHeading(lines, all[index - 1] ?? 0, from, entries),
    );
}

/** The heading of the column of entries, and no entry: what follows it goes on from the page before. */
const isHeading = (lines: readonly RowLine[], from: number, to: number, entries: number | null): boolean =>
  from === 0 &&
  entries !== null &&
  lines.slice(from, to).some(({ cells }) => cells.has(entries)) &&
  entriesIn(lines, from, to, entries).length === 0;

/** A group that gaps set apart may still hold several rows. */
function within(
  lines: readonly RowLine[],
  from: number,
  to: number,
  entries: number | null,
  columns: number,
): number[] {
  if (to - from < 2) return [from];
  if (entries !== null && entriesIn(lines, from, to, entries).length > 0) {
    return rowsByEntries(lines, from, to, entries, columns);
  }
  if (entries !== null) return [from];
  const fullest = most(lines.slice(from, to).map(({ cells }) => cells.size));
  const starts = [from];
  for (let index = from + 1; index < to; index += 1) {
    if (begins(lines[index], lines[index - 1], fullest)) starts.push(index);
  }
  return starts;
}

/** Most columns have words here, and the first begins a new text. */
function begins(line: RowLine | undefined, before: RowLine | undefined, most: number): boolean {
  const first = line?.cells.get(0);
  if (line === undefined || first === undefined || /^[\p{Ll}(]/u.test(first)) return false;
  if (/[-,(]$|\b(e|ed|di|del|della|dei|delle|per|a|al|alla|in|con|da|dal)$/i.test(before?.cells.get(0) ?? ''))
    return false;
  return line.cells.size >= (most <= 2 || most === 4 ? 2 : Math.max(2, most - 1));
}

/** A group without what every row has one of goes on with the row before: a blank line within a cell. */
function isRest(
  lines: readonly RowLine[],
  from: number,
  to: number,
  entries: number | null,
  columns: number,
): boolean {
  const own = lines.slice(from, to);
  if (from === 0 || entries === null || own.some(({ across }) => across)) return false;
  if (own.some(({ cells }) => cells.has(entries))) return false;
  if (own.some(({ cells }) => [...cells.values()].some((text) => /^tot/i.test(text.trim())))) return false;
  const filled = new Set(own.flatMap(({ cells }) => [...cells.keys()]));
  return filled.size < columns - 1 || (entries === 0 && columns > 2);
}
