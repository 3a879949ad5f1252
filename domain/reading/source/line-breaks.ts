/**
 * Where a paragraph ends among lines that stand under each other: the questions a reader asks of two lines.
 * Sizes and distances are those of `placed.ts`.
 */
import { footOf, type LinedWord, lineText, sizeOf } from './placed-lines.js';

/** The lines' frame: from the left edge to where the longest line may end. */
export interface Measure {
  readonly x0: number;
  readonly x1: number;
  /** The right edge is drawn; else it is where the longest line ends, infinite when each line is a text of its own. */
  readonly isDrawn: boolean;
  /** Usual distance from foot to foot within a paragraph, as a multiple of the size; `null` when not known. */
  readonly leading: number | null;
}

type Line = readonly LinedWord[];

/** An enumeration's number or letter. */
const ENUMERATION = /^(\d{1,2}(\.\d{1,2})*[.)°]|[a-z]\)|[ivx]{1,4}\))(\s|$)/i;
/** Of the size: what must be left beside the word that would have fitted. */
const SPARE = 0.75;
const UNSURE = 1.5;
const MORE_UNSURE = 2.5;
/** Words after which no text ends. */
const GOES_ON =
  /^(e|ed|o|di|a|da|in|con|su|per|tra|fra|il|lo|la|i|gli|le|un|una|del|dello|della|dei|degli|delle|al|allo|alla|ai|agli|alle|dal|dalla|dai|dalle|nel|nella|nei|nelle|sul|sulla|sui|sulle)$|[-–,(]$/i;
const ENDED = /[.;:!?]["»”)]?$/;

/** Whether the next line begins a paragraph of its own. */
export function breaksBefore(before: Line, next: Line, measure: Measure): boolean {
  if (isFarBelow(before, next, measure)) return true;
  const text = lineText(before).trimEnd();
  if (/[\p{L}\d]-$/u.test(text)) return false;
  const [one, other] = [sizeOf(before), sizeOf(next)];
  if (Math.abs(one - other) > 0.12 * Math.max(one, other)) return true;
  if (changesWeight(before, next)) return true;
  if (ENDED.test(text) && ENUMERATION.test(lineText(next))) return true;
  return hadRoomFor(before, next, measure);
}

function isFarBelow(before: Line, next: Line, { leading }: Measure): boolean {
  const gap = footOf(next) - footOf(before);
  const size = Math.max(sizeOf(before), sizeOf(next));
  return gap < 0 || gap > (leading === null ? 1.95 : 1.22 * leading + 0.08) * size;
}

/** From a line all bold to one that is not, or to a bold label from one that is not bold. */
function changesWeight(before: Line, next: Line): boolean {
  const wasBold = before.every(({ bold }) => bold);
  const [first] = next;
  if (first === undefined) return false;
  if (wasBold !== first.bold && (wasBold || next.every(({ bold }) => bold))) return true;
  const label = next.findIndex(({ bold }) => !bold);
  return !before.some(({ bold }) => bold) && label > 0 && /:$/.test(next[label - 1]?.text ?? '');
}

/** The first word of the next line would have fitted: whoever wrote went on to a new line on purpose. */
function hadRoomFor(before: Line, next: Line, { x0, x1, isDrawn }: Measure): boolean {
  const [first] = next;
  const [start, end] = [before[0], before.at(-1)];
  if (first === undefined || start === undefined || end === undefined) return false;
  const size = sizeOf(before);
  const left = start.x0 - x0;
  const right = x1 - end.x1;
  const isCentred = left > size && right > 0 && Math.abs(left - right) < 0.6 * size + 0.1 * (left + right);
  const isRightAligned = left > 2 * size && right < 0.5 * size;
  const room = isCentred || isRightAligned ? left + right : right;
  // A small letter goes on more often than it begins.
  const goesOn = /^\p{Ll}/u.test(first.text) && !ENDED.test(end.text);
  if (!Number.isFinite(x1)) return !goesOn && !GOES_ON.test(end.text);
  const unsure = goesOn ? MORE_UNSURE : UNSURE;
  const spare = isDrawn ? SPARE : unsure;
  return room > first.x1 - first.x0 + spare * size;
}
