import { least, most } from './extremes.js';
import { mergedSquares } from './merged-squares.js';
import type { Box, Rule } from './placed.js';
import { ruleComponents } from './rule-components.js';
import type { JoinedRules } from './rules-joined.js';

/** A place of a drawn table: one or more of the squares that its lines cut the plane into. */
export interface GridCell extends Box {
  readonly column: number;
  readonly span: number;
  readonly row: number;
}

export interface Grid extends Box {
  /** Number of columns and rows of the finest squares. */
  readonly columns: number;
  readonly rows: number;
  readonly cells: readonly GridCell[];
  /** Where the columns begin and the last ends. */
  readonly edges: readonly number[];
}

/** How near, in points, lines must be to be the same edge. */
const SAME = 3.2;
/** Of a square's side: how much of it must be drawn to close it. */
const DRAWN = 0.5;
/** Lines beyond which a page is a drawing. */
const MOST = 2500;
const MOST_SQUARES = 20_000;

/** The tables that lines draw: each set of lines that touch, as a grid of cells. */
export function ruledGrids({ level, upright }: JoinedRules): Grid[] {
  if (level.length + upright.length > MOST) return [];
  return ruleComponents(level, upright).flatMap(({ levels, uprights }) => gridOf(levels, uprights) ?? []);
}

/** `null` for what has no inside. A table open at its sides is closed where its lines end. */
function gridOf(levels: readonly Rule[], uprights: readonly Rule[]): Grid | null {
  const xs = edges([...uprights.map(({ x0 }) => x0), ...outermost(levels.flatMap(({ x0, x1 }) => [x0, x1]))]);
  const ys = edges([...levels.map(({ y0 }) => y0), ...outermost(uprights.flatMap(({ y0, y1 }) => [y0, y1]))]);
  const [columns, rows] = [xs.length - 1, ys.length - 1];
  if (columns < 1 || rows < 1 || columns * rows > MOST_SQUARES) return null;
  const at = (list: readonly number[], index: number): number => list[index] ?? 0;
  const closedRight = (column: number, row: number): boolean =>
    isDrawn(
      uprights.filter(({ x0 }) => Math.abs(x0 - at(xs, column + 1)) <= SAME).map(({ y0, y1 }) => [y0, y1]),
      at(ys, row),
      at(ys, row + 1),
    );
  const closedBelow = (column: number, row: number): boolean =>
    isDrawn(
      levels.filter(({ y0 }) => Math.abs(y0 - at(ys, row + 1)) <= SAME).map(({ x0, x1 }) => [x0, x1]),
      at(xs, column),
      at(xs, column + 1),
    );
  const cells = mergedSquares(columns, rows, closedRight, closedBelow).map(([left, top, right, bottom]) => ({
    column: left,
    span: right - left,
    row: top,
    x0: at(xs, left),
    y0: at(ys, top),
    x1: at(xs, right),
    y1: at(ys, bottom),
  }));
  return {
    columns,
    rows,
    cells,
    edges: xs,
    x0: at(xs, 0),
    x1: at(xs, columns),
    y0: at(ys, 0),
    y1: at(ys, rows),
  };
}

const outermost = (values: readonly number[]): number[] => [least(values), most(values)];

/** Values that are the same edge become one, in order. */
function edges(values: readonly number[]): number[] {
  const groups: number[][] = [];
  for (const value of [...values].sort((a, b) => a - b)) {
    const group = groups.at(-1);
    if (group?.[0] !== undefined && value - group[0] <= SAME) group.push(value);
    else groups.push([value]);
  }
  return groups.map((group) => group.reduce((sum, value) => sum + value, 0) / group.length);
}

function isDrawn(pieces: readonly (readonly number[])[], from: number, to: number): boolean {
  const drawn = pieces.reduce(
    (sum, [start = 0, end = 0]) => sum + Math.max(0, Math.min(end, to) - Math.max(start, from)),
    0,
  );
  return drawn >= DRAWN * (to - from);
}
