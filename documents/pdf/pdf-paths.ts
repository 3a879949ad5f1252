import type { Box, Fill, Rule } from '../../domain/reading/source/placed.js';
import { type Matrix, point } from './pdf-matrix.js';

/** What a path is painted with. */
export interface Paint {
  readonly stroke: boolean;
  readonly fill: boolean;
  readonly lineWidth: number;
  readonly strokeColour: string;
  readonly fillColour: string;
}

export interface Drawn {
  readonly rules: Rule[];
  readonly fills: Fill[];
}

/** A filled rectangle up to this thick, in points, is a drawn line. */
const THICKEST_LINE = 4;
/** A stroke of a line wider than this colours an area. */
const THICKEST_STROKE = 5;
/** How far from level a line may run and still be one of a table. */
const SLANT = 1;

type Point = readonly [number, number];

/** What the numbers of a path mean, and how many each step takes. */
const STEPS: readonly number[] = [2, 2, 6, 4, 0];
const [MOVE, CLOSE] = [0, 4];

/** The points of a path's parts, on the page; curves by their ends only. Curved parts are left out: no table has them. */
export function pathParts(data: ArrayLike<number>, ctm: Matrix): Point[][] {
  const parts: Point[][] = [];
  let part: Point[] = [];
  for (let at = 0; at < data.length; ) {
    const step = data[at] ?? MOVE;
    const length = STEPS[step];
    if (length === undefined) break;
    if (step === MOVE) {
      if (part.length > 1) parts.push(part);
      part = [];
    }
    const [first] = part;
    if (step === CLOSE && first !== undefined) part.push(first);
    if (length > 0) part.push(point(ctm, data[at + length - 1] ?? 0, data[at + length] ?? 0));
    at += 1 + length;
  }
  if (part.length > 1) parts.push(part);
  return parts;
}

/** The box around a part of a path. */
export function boxOf(part: readonly Point[]): Box {
  let [x0, y0, x1, y1] = [
    Number.POSITIVE_INFINITY,
    Number.POSITIVE_INFINITY,
    Number.NEGATIVE_INFINITY,
    Number.NEGATIVE_INFINITY,
  ];
  for (const [x, y] of part) {
    x0 = Math.min(x0, x);
    y0 = Math.min(y0, y);
    x1 = Math.max(x1, x);
    y1 = Math.max(y1, y);
  }
  return { x0, y0, x1, y1 };
}

/** What two boxes have in common, `null` when nothing. */
export function overlap(one: Box, other: Box): Box | null {
  const box = {
    x0: Math.max(one.x0, other.x0),
    y0: Math.max(one.y0, other.y0),
    x1: Math.min(one.x1, other.x1),
    y1: Math.min(one.y1, other.y1),
  };
  return box.x1 < box.x0 || box.y1 < box.y0 ? null : box;
}

/** Adds the level and upright lines of a painted path, and the rectangles it colours, as far as `clip` shows them. */
export function draw(parts: readonly Point[][], paint: Paint, clip: Box, into: Drawn): void {
  for (const part of parts) {
    if (paint.fill && isRectangle(part)) addArea(boxOf(part), paint.fillColour, clip, into);
    if (paint.stroke) addStrokes(part, paint, clip, into);
  }
}

/** Every side level or upright. */
const isRectangle = (part: readonly Point[]): boolean =>
  part.length >= 3 &&
  part.every((corner, index) => {
    const [x, y] = part[index - 1] ?? corner;
    return Math.abs(corner[0] - x) < SLANT || Math.abs(corner[1] - y) < SLANT;
  });

function addArea(whole: Box, colour: string, clip: Box, into: Drawn): void {
  const box = overlap(whole, clip);
  if (box === null) return;
  const [width, height] = [box.x1 - box.x0, box.y1 - box.y0];
  if (width > THICKEST_LINE && height > THICKEST_LINE) into.fills.push({ ...box, colour });
  else if (Math.max(width, height) > 1) into.rules.push(level(box));
}

function addStrokes(part: readonly Point[], paint: Paint, clip: Box, into: Drawn): void {
  for (const [index, end] of part.entries()) {
    const start = part[index - 1];
    if (start === undefined) continue;
    const box = overlap(boxOf([start, end]), clip);
    if (box === null || Math.min(box.x1 - box.x0, box.y1 - box.y0) > SLANT) continue;
    if (paint.lineWidth > THICKEST_STROKE)
      into.fills.push({ ...widened(box, paint.lineWidth / 2), colour: paint.strokeColour });
    else into.rules.push(level(box));
  }
}

const widened = (box: Box, by: number): Box =>
  box.x1 - box.x0 > box.y1 - box.y0
    ? { ...box, y0: box.y0 - by, y1: box.y1 + by }
    : { ...box, x0: box.x0 - by, x1: box.x1 + by };

/** A thin box as the line in its middle. */
function level(box: Box): Rule {
  const [x, y] = [(box.x0 + box.x1) / 2, (box.y0 + box.y1) / 2];
  return box.x1 - box.x0 >= box.y1 - box.y0 ? { ...box, y0: y, y1: y } : { ...box, x0: x, x1: x };
}
