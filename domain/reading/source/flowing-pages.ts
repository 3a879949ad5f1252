/**
 * Pages onto which a text of narrow cells, one below the other, was printed as it stood: nothing tells where a
 * cell's lines would have ended but empty lines, as in the text itself.
 */
import { least, most } from './extremes.js';
import { flowingParagraphs } from './flowing-text.js';
import { footOf, type LinedWord, lineText, piecesOf, sizeOf } from './placed-lines.js';
import type { Paragraph, SourceLine } from './source-document.js';

type Line = readonly LinedWord[];

/** Of the page's width: how far a line ends before the text does, when it is one of a narrow cell. */
const NARROW = 0.3;
/** Lines that go on below although there was room, from which on, and of all lines, a text is such a one. */
const FEWEST = 6;
const SHARE = 0.06;
/** Of all lines: how many at most may have words set apart, by this much of the size. */
const COLUMNS = 0.05;
const APART = 1.5;
/** Of the distance of lines: from which on there is an empty one between. */
const EMPTY = 1.3;
/** Of it: how far from where pages begin and end there may have been an empty line, and where there surely was. */
const MAY_BE_EMPTY = 0.5;
const IS_EMPTY = 1.5;

/** Whether many lines end far too early and go on in the next with a small letter, which no running text does. */
export function isPrintedFlow(pages: readonly (readonly Line[])[], width: number): boolean {
  const all = pages.flat();
  const reach = most(all.map((line) => line.at(-1)?.x1 ?? 0));
  const goesOn = pages.flatMap((lines) =>
    lines.filter((line, index) => {
      const before = lines[index - 1];
      const end = before?.at(-1);
      if (before === undefined || end === undefined) return false;
      const isClose = footOf(line) - footOf(before) < 1.8 * sizeOf(line);
      const isEarly = reach - end.x1 > NARROW * width;
      return isClose && isEarly && /^\p{Ll}/u.test(line[0]?.text ?? '') && !/[.;:]$/.test(end.text);
    }),
  );
  const inColumns = all.filter((line) => piecesOf(line, APART).length > 1).length;
  return inColumns <= COLUMNS * all.length && goesOn.length >= FEWEST && goesOn.length >= SHARE * all.length;
}

/** The paragraphs of such pages. */
export function printedFlow(
  pages: readonly { readonly page: number; readonly lines: readonly Line[] }[],
): Paragraph[] {
  const all = pages.flatMap(({ lines }) => lines);
  const pitch = usualPitch(pages.map(({ lines }) => lines));
  const left = least(all.map((line) => line[0]?.x0 ?? 0));
  const top = least(pages.map(({ lines: [first = []] }) => footOf(first)));
  const bottom = most(pages.map(({ lines }) => footOf(lines.at(-1) ?? [])));
  const texts: SourceLine[] = [];
  const numbers: number[] = [];
  const put = (page: number, text: string, line: number): void => {
    texts.push({ page, text });
    numbers.push(line);
  };
  let missing = 0;
  for (const { page, lines } of pages) {
    let before: number | null = null;
    for (const line of lines) {
      const room = before === null ? missing + footOf(line) - top : 0;
      const isApart =
        before === null
          ? mayPart(texts.at(-1)?.text.trim() ?? '', line, room / pitch)
          : footOf(line) - before > EMPTY * pitch;
      if (isApart) put(page, '', 0);
      put(page, asTyped(line, left), line[0]?.line ?? 0);
      before = footOf(line);
    }
    missing = bottom - (before ?? bottom);
  }
  return flowingParagraphs(texts, 0, null).map((paragraph) => ({
    ...paragraph,
    fragments: paragraph.fragments.map((fragment) => ({ ...fragment, line: numbers[fragment.line] ?? 1 })),
  }));
}

/** Words after which a text goes on. */
const OPEN =
  /(^|\s)(e|ed|o|di|a|da|in|con|su|per|il|lo|la|i|gli|le|un|una|d?[ae]l|d?[ae]ll[aeo]|d?[ae]i|d?[ae]gli|nel|nella|sul|sulla|entro)$|[-,(]$/i;
/** The last word is written small. */
const SMALL_END = /(^|[\s('’])\p{Ll}+$/u;

/** Whether there was an empty line between two pages: `room` is what they leave free, in distances of lines. */
function mayPart(before: string, line: Line, room: number): boolean {
  if (OPEN.test(before)) return false;
  if (room <= MAY_BE_EMPTY || room > IS_EMPTY) return room > IS_EMPTY;
  const goesOn = /^[\p{Ll}(]/u.test(line[0]?.text ?? '') && SMALL_END.test(before);
  return !goesOn;
}

/** With the spaces before it and after it. */
function asTyped(line: Line, left: number): string {
  const [first, last] = [line[0], line.at(-1)];
  const letter = first === undefined ? 1 : (first.x1 - first.x0) / Math.max(1, first.text.length);
  const before = Math.round(((first?.x0 ?? left) - left) / letter);
  return `${' '.repeat(Math.min(40, before))}${lineText(line)}${' '.repeat(last?.spaces ?? 0)}`;
}

function usualPitch(pages: readonly (readonly Line[])[]): number {
  const distances = pages
    .flatMap((lines) => lines.slice(1).map((line, index) => footOf(line) - footOf(lines[index] ?? [])))
    .filter((distance) => distance > 1)
    .sort((a, b) => a - b);
  return distances[Math.floor(distances.length / 3)] ?? 12;
}
