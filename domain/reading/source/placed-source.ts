import { most } from './extremes.js';
import { isPrintedFlow, printedFlow } from './flowing-pages.js';
import { joinedPages } from './joined-pages.js';
import type { PlacedPage } from './placed.js';
import type { PlacedBlock } from './placed-block.js';
import { pageBlocks, pageGrids } from './placed-blocks.js';
import { isInside, type LinedWord, lineText, visualLines } from './placed-lines.js';
import type { Grid } from './ruled-grid.js';
import { runningLines } from './running-lines.js';
import type { Block, SourceDocument, SourceLine } from './source-document.js';
import { textFrames } from './text-frame.js';

/** The pages of a PDF as lines, paragraphs and tables. `partial` is handed through. */
export function placedSource(pages: readonly PlacedPage[], partial: string | null): SourceDocument {
  const lines: SourceLine[] = [];
  const lined = pages.map((page) => {
    const own = visualLines(page.words).map((words): readonly LinedWord[] => {
      lines.push({ page: page.page, text: lineText(words) });
      return words.map((word) => ({ ...word, line: lines.length }));
    });
    return { page: page.page, height: page.height, placed: page, grids: pageGrids(page), lines: own };
  });
  const blocks = isPrinted(lined) ? flowBlocks(lined) : pagesBlocks(lined);
  return { format: 'pdf', lines, blocks, partial };
}

type Line = readonly LinedWord[];

interface Lined {
  readonly page: number;
  readonly height: number;
  readonly placed: PlacedPage;
  readonly grids: readonly Grid[];
  readonly lines: readonly Line[];
}

const isPrinted = (pages: readonly Lined[]): boolean =>
  pages.every(({ grids }) => grids.length === 0) &&
  isPrintedFlow(
    pages.map(({ lines }) => lines),
    most(pages.map(({ placed }) => placed.width)),
  );

/** Of the pages: how many must repeat a head, where equal cells may end or begin several. */
const MOST_PAGES = 0.4;

function flowBlocks(pages: readonly Lined[]): Block[] {
  const { left } = runningLines(pages, () => false, MOST_PAGES);
  return printedFlow(
    pages.map(({ page, lines }) => ({ page, lines: lines.filter((line) => !left.has(numberOf(line))) })),
  );
}

function pagesBlocks(pages: readonly Lined[]): Block[] {
  const gridsOf = new Map(pages.flatMap(({ lines, grids }) => lines.map((line) => [line, grids] as const)));
  const { left, heads } = runningLines(pages, (line) => isInTable(line, gridsOf.get(line) ?? []), 0);
  const frames = textFrames(
    pages.map(({ placed, grids, lines }) => ({
      width: placed.width,
      lines: lines.filter((line) => !isInTable(line, grids)),
    })),
    (line) => left.has(numberOf(line)) || heads.has(numberOf(line)),
  );
  const done: PlacedBlock[][] = [];
  for (const { page, placed, grids, lines } of pages) {
    const rest = lines.filter((line) => !left.has(numberOf(line)) && !heads.has(numberOf(line)));
    const around = {
      carried: done.at(-1)?.at(-1)?.columns ?? null,
      frame: frames.get(Math.round(placed.width)) ?? null,
    };
    const own = lines.filter((line) => heads.has(numberOf(line))).map((line) => headBlock(page, line));
    done.push([...own, ...pageBlocks(placed, grids, rest.flat(), around)]);
  }
  return joinedPages(done);
}

/** A running head stands alone: it is set wider than the text, and belongs to none of it. */
function headBlock(page: number, line: Line): PlacedBlock {
  const block: Block = {
    kind: 'paragraph',
    page,
    fragments: [{ line: numberOf(line), text: lineText(line) }],
  };
  return { y: 0, block, edges: null, columns: null, drawn: false };
}

const numberOf = (line: readonly LinedWord[]): number => line[0]?.line ?? 0;

const isInTable = (line: readonly LinedWord[], grids: readonly Grid[]): boolean =>
  grids.some((grid) => grid.rows > 1 && grid.columns > 1 && line.some((word) => isInside(word, grid)));
