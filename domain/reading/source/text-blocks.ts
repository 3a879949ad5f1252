import { alignedBlocks } from './aligned-blocks.js';
import { type AlignedLine, alignedLine } from './aligned-line.js';
import { type Column, pieceOf } from './aligned-pieces.js';
import { type AlignedRegion, alignedRegions } from './aligned-region.js';
import { delimitedBlocks, delimiterOf } from './delimited-table.js';
import { flowingParagraphs, laidOutWidth } from './flowing-text.js';
import { joinedPages } from './joined-pages.js';
import { pipedTable } from './piped-table.js';
import type { PlacedBlock } from './placed-block.js';
import type { LinedWord } from './placed-lines.js';
import { runningLines } from './running-lines.js';
import type { Block, SourceLine } from './source-document.js';
import { type TextPage, textPages, wordsBetween } from './text-pages.js';
import { APART, singleWords } from './text-words.js';

/** The paragraphs and tables of a text file. */
export function textBlocks(lines: readonly SourceLine[]): Block[] {
  const delimiter = delimiterOf(lines);
  if (delimiter !== null) return delimitedBlocks(lines, delimiter);
  const pages = textPages(lines);
  const atEdge = edgeLines(lines, pages);
  const { left } = runningLines(pages, (line) => !atEdge.has(line[0]?.line ?? 0), 0.4);
  // A line left out stays in its place, without words: what stands around it does not move together.
  const kept = lines.map((line, index) => (left.has(index + 1) ? { ...line, text: '' } : line));
  const hasColumns = pages.some((page) => alignedRegions(page.lines.map(spacedLine)).length > 0);
  const width = laidOutWidth(kept, hasColumns);
  const blocks: PlacedBlock[][] = [];
  for (const { from, to } of pages) {
    const carried = blocks.at(-1)?.at(-1)?.columns ?? null;
    blocks.push(pageBlocks({ lines: kept, width }, from, to, carried));
  }
  return joinedPages(blocks);
}

const spacedLine = (line: readonly LinedWord[]): AlignedLine => alignedLine(line, APART);

/** Where a cell's lines end is told by their words. */
const withSingleWords = (region: AlignedRegion): AlignedRegion => ({
  ...region,
  lines: region.lines.map((line) => ({
    ...line,
    pieces: line.pieces.map(({ words }) => pieceOf(singleWords(words))),
  })),
});

interface Text {
  readonly lines: readonly SourceLine[];
  /** As for `flowingParagraphs`. */
  readonly width: number | null;
}

type Carried = readonly Column[] | null;

/**
 * Lines of the first and of the last paragraph of each page. What stands further in is no head or foot, also
 * when each page repeats it: the headings of columns that an extractor wrote one below the other.
 */
function edgeLines(lines: readonly SourceLine[], pages: readonly TextPage[]): ReadonlySet<number> {
  const found = new Set<number>();
  const isBlank = (at: number): boolean => (lines[at]?.text ?? '').trim() === '';
  for (const { from, to } of pages) {
    let [top, foot] = [from, to - 1];
    while (top < to && isBlank(top)) top++;
    while (foot >= from && isBlank(foot)) foot--;
    for (let at = top; at < to && !isBlank(at); at++) found.add(at + 1);
    for (let at = foot; at >= from && !isBlank(at); at--) found.add(at + 1);
  }
  return found;
}

function pageBlocks(text: Text, from: number, to: number, carried: Carried): PlacedBlock[] {
  const blocks: PlacedBlock[] = [];
  let at = from;
  for (let line = from; line < to; ) {
    const drawn = pipedTable(text.lines, line, to);
    if (drawn === null) {
      line += 1;
      continue;
    }
    blocks.push(...spacedBlocks(text, at, line, at === from ? carried : null));
    const edges = Array.from({ length: drawn.table.columns + 1 }, (_, column) => column);
    blocks.push({ y: line, block: drawn.table, edges, columns: null, drawn: false });
    line = drawn.next;
    at = line;
  }
  return [...blocks, ...spacedBlocks(text, at, to, at === from ? carried : null)];
}

/** Tables whose columns are told by spaces, and running text between them. */
function spacedBlocks({ lines, width }: Text, from: number, to: number, carried: Carried): PlacedBlock[] {
  const words = wordsBetween(lines, from, to);
  const blocks: PlacedBlock[] = [];
  let at = from;
  const flowing = (end: number): void => {
    const paragraphs = flowingParagraphs(lines.slice(at, end), at + 1, width);
    blocks.push(...paragraphs.map((block) => ({ y: at, block, edges: null, columns: null, drawn: false })));
  };
  const regions = alignedRegions(words.map(spacedLine), carried).map(withSingleWords);
  const pageOf = lines[from]?.page ?? 1;
  for (const { table, columns, ...place } of alignedBlocks(pageOf, regions, () => [])) {
    const [first, end] = bounds(words, place);
    flowing(first);
    const edges = [...columns.map(({ x0 }) => x0), columns.at(-1)?.x1 ?? 0];
    blocks.push({ y: first, block: table, edges, columns, drawn: false });
    at = end;
  }
  flowing(to);
  return blocks;
}

/** Places in the list of lines of the first of a region and of the one after its last. */
function bounds(
  words: readonly (readonly LinedWord[])[],
  { from, to }: { from: number; to: number },
): [number, number] {
  const lineOf = (index: number): number => words[index]?.[0]?.line ?? 1;
  return [lineOf(from) - 1, lineOf(to - 1)];
}
