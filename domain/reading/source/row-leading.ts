import type { RowLine } from './row-line.js';

/** Of the usual distance of lines: from which on a gap parts rows. */
export const WIDER = 1.22;
/** Of the size: distances of lines beyond this are no longer those of one text, and those that hardly are. */
const LOOSEST = 1.6;
const FURTHER = 1.45;
/** Of the lines: how many may stand further apart than the others where all stand equally far. */
const FEW = 0.15;

/** The distance of lines of one text. Where all stand equally far apart, and further than in a text, none are of one. */
export function leadingOf(lines: readonly RowLine[]): number {
  const size = lines[0]?.size ?? 1;
  const usual = usualDistance(lines);
  const wider = lines.filter(
    (line, index) => index > 0 && line.foot - (lines[index - 1]?.foot ?? 0) > WIDER * usual,
  );
  const isEven = wider.length < FEW * lines.length;
  return usual > FURTHER * size && isEven ? size : Math.min(usual, LOOSEST * size);
}

/** The smallest usual distance between lines of one column. */
function usualDistance(lines: readonly RowLine[]): number {
  const last = new Map<number, number>();
  const distances: number[] = [];
  for (const { foot, size, cells } of lines) {
    for (const column of cells.keys()) {
      const before = last.get(column);
      if (before !== undefined && foot - before > 0.8 * size) distances.push(foot - before);
      last.set(column, foot);
    }
  }
  distances.sort((a, b) => a - b);
  return distances[Math.floor(distances.length * 0.1)] ?? 1;
}
