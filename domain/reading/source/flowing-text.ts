import { isDoubtfulBullet, isLoneBullet, withoutBullet } from './bullet.js';
import { most } from './extremes.js';
import type { Fragment, Paragraph, SourceLine } from './source-document.js';

interface Open {
  readonly page: number;
  /** The sign of its bullet, empty for none. */
  readonly sign: string;
  readonly fragments: Fragment[];
}

/**
 * Lines of running text as paragraphs: an empty line ends one, a bullet begins one. A line with one space
 * before it among lines without is where an extractor went on to the next page: the words before it belong to
 * another cell. `first` is the number of the first line. `width` is the longest line of a text laid out as on
 * its pages, whose lines that end early end a paragraph; `null` where each line is as wide as the cell it is from.
 */
export function flowingParagraphs(
  lines: readonly SourceLine[],
  first: number,
  width: number | null,
): Paragraph[] {
  const done: Paragraph[] = [];
  let open: Open | null = null;
  const close = (): void => {
    if (open !== null && open.fragments.length > 0) done.push(paragraph(open));
    open = null;
  };
  let before = '';
  let loneSign = '';
  for (const [index, { page, text }] of lines.entries()) {
    const words = text.trim();
    if (words === '') close();
    else if (isLoneBullet(text)) {
      close();
      loneSign = words;
    } else {
      const item = itemOf(text, before, lines.slice(index + 1, index + 4), open);
      const ended = opensPage(before, text) || (width !== null && hadRoom(before, words, width));
      if (item !== null || loneSign !== '' || ended) close();
      open ??= { page, sign: item === null ? loneSign : words.charAt(0), fragments: [] };
      loneSign = '';
      const ends = /[ \t]{2,}$/.test(text);
      open.fragments.push({ line: first + index, text: (item ?? words).trim(), ...(ends && { ends }) });
    }
    before = text;
  }
  close();
  return done;
}

/**
 * The words after a bullet. A dash or an "o" is one where an item may begin: after an empty line, after an end,
 * beside an item with the same sign; elsewhere it is part of the text ("… DIGITALE / – Peso 25").
 */
function itemOf(
  text: string,
  before: string,
  after: readonly SourceLine[],
  open: Open | null,
): string | null {
  const item = withoutBullet(text);
  if (item === null || !isDoubtfulBullet(text)) return item;
  const sign = text.trim().charAt(0);
  const isAlike = (other: string): boolean => other.trim().startsWith(`${sign} `);
  const isAfterEnd = before.trim() === '' || /[.;:]\s*$/.test(before) || /[ \t]{2,}$/.test(before);
  return open === null || isAfterEnd || open.sign === sign || after.some((line) => isAlike(line.text))
    ? item
    : null;
}

const opensPage = (before: string, text: string): boolean => /^ \S/.test(text) && /^\S/.test(before);

/** The first word of the next line would have fitted, also beside the equal margin of a centred line. */
function hadRoom(before: string, words: string, width: number): boolean {
  const line = before.trimEnd();
  const margin = line.length - line.trimStart().length;
  const right = width - line.length;
  const isCentred = margin > 8 && Math.abs(margin - right) < 0.35 * width;
  const [word = ''] = words.split(/\s/, 1);
  return !line.endsWith('-') && right + (isCentred ? margin : 0) > word.length + 2;
}

/** The longest line of running text, when the text is laid out: something in it is set far in, or in columns. */
export function laidOutWidth(lines: readonly SourceLine[], hasColumns: boolean): number | null {
  const texts = lines.map(({ text }) => text.trimEnd()).filter((text) => text !== '');
  const setIn = texts.filter((text) => /^ {6,}\S/.test(text));
  if (!hasColumns && setIn.length === 0) return null;
  const running = texts.filter((text) => !/\S {2,}\S/.test(text) && text.trim().split(' ').length > 7);
  const longest = most(texts.map((text) => text.length));
  // A line set in the middle tells the width too.
  const middle = setIn.map((text) => text.length + text.length - text.trimStart().length);
  return Math.min(longest, most([...running.map((text) => text.length), ...middle, longest / 2]));
}

function paragraph({ page, sign, fragments }: Open): Paragraph {
  return { kind: 'paragraph', page, fragments, ...(sign !== '' && { bullet: true }) };
}
