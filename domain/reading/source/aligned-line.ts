import { type Piece, pieceOf } from './aligned-pieces.js';
import { isLoneBullet } from './bullet.js';
import { footOf, type LinedWord, lineText, piecesOf, sizeOf } from './placed-lines.js';

/** A line cut where its words stand apart. */
export interface AlignedLine {
  readonly foot: number;
  readonly size: number;
  readonly pieces: readonly Piece[];
}

/** Of the size: a gap that sets words apart, at least and at most, and how many times the usual space it is. */
const LEAST = 0.6;
const MOST = 1.2;
const SPACES = 1.7;

/** The gap, of the size, that sets words apart on a page: spaces of typewriter fonts are twice as wide as others. */
export function apartGap(lines: readonly (readonly LinedWord[])[]): number {
  const gaps = lines.flatMap((line) =>
    line.slice(1).map((word, index) => (word.x0 - (line[index]?.x1 ?? word.x0)) / Math.max(1, word.size)),
  );
  const spaces = gaps.filter((gap) => gap > 0.1).sort((a, b) => a - b);
  const usual = spaces[Math.floor(spaces.length / 4)] ?? 0;
  return Math.min(MOST, Math.max(LEAST, SPACES * usual));
}

/** Pieces beyond which a line is of no table that anybody has seen. */
const MOST_PIECES = 80;

const LIST_SIGN = /^(\(?\d{1,2}(\.\d{1,2})*[.)°]?|\(?[a-z][.)]|[ivx]{1,4}[.)])$/i;
const LEADERS = /(\.{4,}|…{2,}|_{4,}|(\. ){4,})/;

/** Cut at gaps from `apart` on. The sign of a list stays with its item, and what dots lead to with its beginning. */
export function alignedLine(line: readonly LinedWord[], apart: number): AlignedLine {
  const cut = LEADERS.test(lineText(line)) ? [] : piecesOf(line, apart);
  const pieces = cut.length === 0 || cut.length > MOST_PIECES ? [[...line]] : cut;
  const [first, second] = pieces;
  if (first !== undefined && second !== undefined && isLoneBullet(lineText(first))) {
    pieces.splice(0, 2, [...first, ...second]);
  }
  return { foot: footOf(line), size: sizeOf(line), pieces: pieces.map(pieceOf) };
}

/** Only the number or letter of an enumeration. */
export const isListSign = (piece: Piece): boolean => LIST_SIGN.test(lineText(piece.words).trim());
