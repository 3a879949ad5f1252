import { alignedBlocks } from './aligned-blocks.js';
import { alignedLine, apartGap } from './aligned-line.js';
import type { Column } from './aligned-pieces.js';
import { alignedRegions } from './aligned-region.js';
import { least, most } from './extremes.js';
import type { Measure } from './line-breaks.js';
import type { PlacedPage, Rule } from './placed.js';
import type { PlacedBlock } from './placed-block.js';
import { footOf, type LinedWord, sizeOf } from './placed-lines.js';
import { placedParagraphs } from './placed-paragraphs.js';
import { fillEdges, joinedRules } from './rules-joined.js';

/** Of a table's width: how much of it a drawn line must cross to part rows. */
const ACROSS = 0.5;

type Line = readonly LinedWord[];

/** What other pages tell of one. */
export interface Surroundings {
  /** As for `alignedRegions`. */
  readonly carried: readonly Column[] | null;
  /** From where to where running text reaches; `null` when no page has any. */
  readonly frame: Column | null;
}

/** What stands outside of drawn tables: words in columns, and running text between. */
export function unruledBlocks(
  lines: readonly Line[],
  page: PlacedPage,
  { carried, frame: known }: Surroundings,
): PlacedBlock[] {
  const apart = apartGap(lines);
  const aligned = lines.map((line) => alignedLine(line, apart));
  const { level } = joinedRules([...page.rules, ...fillEdges(page.fills)]);
  const regions = alignedRegions(aligned, carried);
  const running = lines
    .filter((_, index) => !regions.some(({ from, to }) => index >= from && index < to))
    .flat();
  const frame = {
    x0: Math.min(known?.x0 ?? Number.POSITIVE_INFINITY, least(running.map(({ x0 }) => x0))),
    x1: Math.max(known?.x1 ?? 0, most(running.map(({ x1 }) => x1))),
  };
  const leading = usualLeading(lines);
  const blocks: PlacedBlock[] = [];
  let at = 0;
  const cutsOf = (columns: readonly Column[]): number[] =>
    cutsAcross(level, columns[0]?.x0 ?? 0, columns.at(-1)?.x1 ?? 0);
  for (const { from, to, table, columns } of alignedBlocks(page.page, regions, cutsOf)) {
    blocks.push(...paragraphs(lines.slice(at, from), { ...frame, isDrawn: false, leading }, page.page));
    const edges = [...columns.map(({ x0 }) => x0), columns.at(-1)?.x1 ?? 0];
    blocks.push({ y: topOf(lines[from] ?? []), block: table, edges, columns, drawn: false });
    at = to;
  }
  blocks.push(...paragraphs(lines.slice(at), { ...frame, isDrawn: false, leading }, page.page));
  return blocks;
}

/** Of the size: what is still the distance of two lines of one text. */
const LOOSEST = 2.5;
const FEWEST = 4;

/** The usual distance of lines, as a multiple of the size: that of the closest quarter. */
function usualLeading(lines: readonly Line[]): number | null {
  const distances = lines
    .slice(1)
    .map((line, index) => (footOf(line) - footOf(lines[index] ?? [])) / sizeOf(line))
    .filter((distance) => distance >= 1 && distance < LOOSEST)
    .sort((a, b) => a - b);
  return distances.length < FEWEST ? null : (distances[Math.floor(distances.length / 4)] ?? null);
}

const topOf = (line: Line): number => footOf(line) - sizeOf(line);

const cutsAcross = (level: readonly Rule[], x0: number, x1: number): number[] =>
  level
    .filter((rule) => Math.min(rule.x1, x1) - Math.max(rule.x0, x0) >= ACROSS * (x1 - x0))
    .map(({ y0 }) => y0);

function paragraphs(lines: readonly Line[], measure: Measure, page: number): PlacedBlock[] {
  return placedParagraphs(lines, measure).map(({ lines: own, fragments, bullet }) => ({
    y: topOf(own[0] ?? []),
    block: { kind: 'paragraph', page, fragments, ...(bullet && { bullet }) },
    edges: null,
    columns: null,
    drawn: false,
  }));
}
