import type { Column } from './aligned-pieces.js';
import { least, most } from './extremes.js';
import { type LinedWord, piecesOf } from './placed-lines.js';

/** Words that a line of running text has at least. */
const RUNNING = 7;
/** Of the size: how near its longest lines end to each other, and how many it takes to trust them. */
const SAME_END = 3;
const ENOUGH = 3;

type Line = readonly LinedWord[];

/**
 * From where to where lines of running text reach, by the rounded width of the page. Where too few are full, the
 * margins are taken to be equal.
 */
export function textFrames(
  pages: readonly { readonly width: number; readonly lines: readonly Line[] }[],
  isHead: (line: Line) => boolean,
): ReadonlyMap<number, Column> {
  const byWidth = new Map<number, Line[]>();
  for (const { width, lines } of pages) {
    const running = lines.filter((line) => line.length >= RUNNING && piecesOf(line, 1.5).length === 1);
    const own = running.filter((line) => !isHead(line));
    byWidth.set(Math.round(width), [...(byWidth.get(Math.round(width)) ?? []), ...own]);
  }
  const frames = new Map<number, Column>();
  for (const [width, lines] of byWidth) if (lines.length > 0) frames.set(width, frameOf(width, lines));
  return frames;
}

function frameOf(width: number, lines: readonly Line[]): Column {
  const x0 = least(lines.map((line) => line[0]?.x0 ?? 0));
  const ends = lines.map((line) => line.at(-1)?.x1 ?? 0);
  const x1 = most(ends);
  const size = lines[0]?.[0]?.size ?? 1;
  const full = ends.filter((end) => end > x1 - SAME_END * size).length;
  return { x0, x1: full >= ENOUGH ? x1 : Math.max(x1, width - x0) };
}
