import { isDoubtfulBullet, isLoneBullet, withoutBullet } from './bullet.js';
import { breaksBefore, type Measure } from './line-breaks.js';
import { type LinedWord, lineText } from './placed-lines.js';
import type { Fragment } from './source-document.js';

type Line = readonly LinedWord[];

/** A paragraph of lines that stand under each other. */
export interface PlacedParagraph {
  readonly lines: readonly Line[];
  readonly fragments: readonly Fragment[];
  readonly bullet: boolean;
}

interface Open {
  readonly lines: Line[];
  readonly fragments: Fragment[];
  readonly bullet: boolean;
}

/** Lines from top to bottom as paragraphs; a bullet begins one and is taken off. */
export function placedParagraphs(lines: readonly Line[], measure: Measure): PlacedParagraph[] {
  const done: Open[] = [];
  let sign = '';
  let loneBullet = false;
  for (const [index, line] of lines.entries()) {
    const text = lineText(line).trim();
    const number = line[0]?.line;
    if (text === '' || number === undefined) continue;
    if (isLoneBullet(text) && index + 1 < lines.length) {
      loneBullet = true;
      continue;
    }
    const open = done.at(-1);
    const before = open?.lines.at(-1);
    const breaks =
      loneBullet || open === undefined || before === undefined || breaksBefore(before, line, measure);
    const item = withoutBullet(text);
    const isItem = item !== null && (breaks || !isDoubtfulBullet(text) || mayBegin(open, sign, text));
    if (isItem) sign = text.charAt(0);
    const fragment = { line: number, text: (isItem ? item : text).trim() };
    if (breaks || isItem || open === undefined) {
      done.push({ lines: [line], fragments: [fragment], bullet: isItem || loneBullet });
    } else {
      open.lines.push(line);
      open.fragments.push(fragment);
    }
    loneBullet = false;
  }
  return done;
}

/** After an end, or beside items with the same sign. */
const mayBegin = (open: Open | undefined, sign: string, text: string): boolean =>
  /[.;:]$/.test(open?.fragments.at(-1)?.text ?? '') || (open?.bullet === true && sign === text.charAt(0));
