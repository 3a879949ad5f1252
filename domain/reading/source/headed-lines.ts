/** Lines on which an objective begins by its own words: "Ob. n. 4 SPORTELLO …", beside a merged cell that goes on. */
import type { RowLine } from './row-line.js';

const HEAD = /^(?:obiettivo|obb?\.?)\s*(?:n[.°r]*\s*)?\d{1,3}(?:\.\d{1,3})*\s*(?:[-–—:.)]\s*)?(?=\S)/iu;
const LEAST = 2;
/** Of the columns: how many have words on such a line, where cells begin at the top of their row. */
const BESIDE = 0.5;

/** The places of these lines, in the leftmost column that has two; none where most other cells begin elsewhere. */
export function headedLines(lines: readonly RowLine[], columns: number): readonly number[] {
  for (let column = 0; column < columns; column++) {
    const heads = [...lines.keys()].filter((at) => HEAD.test(lines[at]?.cells.get(column)?.trim() ?? ''));
    if (heads.length < LEAST) continue;
    const beside = heads.reduce((sum, at) => sum + (lines[at]?.cells.size ?? 0), 0);
    return beside >= BESIDE * columns * heads.length ? heads : [];
  }
  return [];
}
