/**
 * Lines that each page repeats at the same height: heads and feet, and the numbers of pages. The first of equal
 * heads stays, since it may be the only place that names the body, the year or the sector.
 */
import { columnHeadings } from './column-headings.js';
import { isPageNumber, keysOf } from './page-number.js';
import { footOf, type LinedWord, lineText } from './placed-lines.js';

export interface LinedPage {
  readonly page: number;
  readonly height: number;
  readonly lines: readonly (readonly LinedWord[])[];
}

/** How many lines at each end of a page are looked at, and the parts of its height in which heads and feet stand. */
const LOOKED_AT = 6;
const HEAD = 0.2;
const FOOT = 0.86;
/** Points by which a repeated line may move. */
const SAME_PLACE = 4;

/** These open a card or a section, also when every page begins with one. */
const OPENS = /^\W*(scheda|schede|obiettivo|progetto|azione|attivit)/iu;

/** The last cell of a row on each page may well be the same "100%". */
const RESULT = /^\W*\d{1,3}([.,]\d+)?\s*%\W*$/u;

export interface RunningLines {
  /** Numbers of the lines to leave out. */
  readonly left: ReadonlySet<number>;
  /** Numbers of the first of equal heads. */
  readonly heads: ReadonlySet<number>;
}

interface EdgeLine {
  readonly page: number;
  readonly line: number;
  readonly isFoot: boolean;
  readonly text: string;
  /** From the top for a head, from below for a foot: pages of text differ in height. */
  readonly place: number;
}

/** Of the pages: how many must have a foot. */
const FEET = 0.4;

/**
 * Finds them among the lines that are not of a drawn table. `share` is how many of the pages must have a head:
 * none where a section may have its own, more where cells stand one below the other and are often equal.
 */
export function runningLines(
  pages: readonly LinedPage[],
  isInTable: (line: readonly LinedWord[]) => boolean,
  share: number,
): RunningLines {
  const edges = pages.flatMap((page) => edgeLines(page, isInTable));
  const left = new Set(
    edges.filter(({ text, page }) => isPageNumber(text, page, pages.length)).map(({ line }) => line),
  );
  const heads = new Set<number>();
  for (const equal of equalLines(edges)) {
    const [first] = equal;
    const least = (first?.isFoot === true ? Math.max(FEET, share) : share) * pages.length;
    if (first === undefined || new Set(equal.map(({ page }) => page)).size < Math.max(2, least)) continue;
    for (const { line, isFoot } of equal) if (isFoot || line !== first.line) left.add(line);
    if (!first.isFoot) heads.add(first.line);
  }
  return { left, heads: new Set([...heads].filter((line) => !left.has(line))) };
}

/** Characters of a head or foot: longer lines are none. */
const LONGEST = 300;

function edgeLines(
  { page, height, lines }: LinedPage,
  isInTable: (line: readonly LinedWord[]) => boolean,
): EdgeLine[] {
  const headings = columnHeadings(lines);
  const edge = [...new Set([...lines.slice(0, LOOKED_AT), ...lines.slice(-LOOKED_AT)])];
  return edge.flatMap((line): EdgeLine[] => {
    const foot = footOf(line);
    const number = line[0]?.line;
    const isFoot = foot >= FOOT * height;
    if (number === undefined || (foot > HEAD * height && !isFoot) || isInTable(line)) return [];
    const text = lineText(line).replace(/\s+/g, ' ').trim();
    if (text.length > LONGEST || headings.has(line)) return [];
    if (OPENS.test(text) || RESULT.test(text)) return [];
    return [{ page, line: number, isFoot, text, place: isFoot ? foot - height : foot }];
  });
}

/** Lines that are equal, or but for the number of the page, and stand at the same height. */
function equalLines(edges: readonly EdgeLine[]): EdgeLine[][] {
  const groups = new Map<string, EdgeLine[][]>();
  for (const edge of edges) {
    for (const key of keysOf(edge.text, edge.page)) {
      const own = groups.get(key) ?? [];
      const group = own.find(([first]) => Math.abs((first?.place ?? 0) - edge.place) <= SAME_PLACE);
      if (group === undefined) own.push([edge]);
      else group.push(edge);
      groups.set(key, own);
    }
  }
  return [...groups.values()].flat();
}
