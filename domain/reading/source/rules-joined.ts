import type { Fill, Rule } from './placed.js';

/** How far apart, in points, strokes may lie to be one line, and what is missing of a dotted one. */
const BESIDE = 1.6;
const MISSING = 3.5;
/** Shorter ones are dashes, ticks and boxes to cross. */
const SHORTEST = 6;
/** A coloured area smaller than this has no edges that count. */
const SMALLEST_FILL = 7;

export interface JoinedRules {
  readonly level: readonly Rule[];
  readonly upright: readonly Rule[];
}

/** Drawn pieces put together to whole lines. */
export function joinedRules(rules: readonly Rule[]): JoinedRules {
  const level = rules.filter((rule) => rule.x1 - rule.x0 >= rule.y1 - rule.y0);
  const upright = rules.filter((rule) => rule.x1 - rule.x0 < rule.y1 - rule.y0);
  return {
    level: joined(level),
    upright: joined(upright.map(turned)).map(turned),
  };
}

/** The edges of coloured areas: where cells are coloured and not framed, they are the frame. */
export function fillEdges(fills: readonly Fill[]): Rule[] {
  return fills
    .filter(({ x0, x1, y0, y1 }) => x1 - x0 > SMALLEST_FILL && y1 - y0 > SMALLEST_FILL)
    .flatMap(({ x0, x1, y0, y1 }) => [
      { x0, x1, y0, y1: y0 },
      { x0, x1, y0: y1, y1 },
      { x0, x1: x0, y0, y1 },
      { x0: x1, x1, y0, y1 },
    ]);
}

const turned = ({ x0, x1, y0, y1 }: Rule): Rule => ({ x0: y0, x1: y1, y0: x0, y1: x1 });

/** Level lines: those at one height, whose ends nearly meet, become one. */
function joined(rules: readonly Rule[]): Rule[] {
  const done: Rule[] = [];
  const band: Rule[] = [];
  const close = (): void => {
    done.push(...joinedBand(band));
    band.length = 0;
  };
  for (const rule of [...rules].sort((a, b) => a.y0 - b.y0)) {
    const [first] = band;
    if (first !== undefined && rule.y0 - first.y0 > BESIDE) close();
    band.push(rule);
  }
  close();
  return done.filter(({ x0, x1 }) => x1 - x0 >= SHORTEST);
}

function joinedBand(band: readonly Rule[]): Rule[] {
  const done: { x0: number; x1: number; y0: number; y1: number }[] = [];
  for (const { x0, x1, y0 } of [...band].sort((a, b) => a.x0 - b.x0)) {
    const last = done.at(-1);
    if (last !== undefined && x0 <= last.x1 + MISSING) last.x1 = Math.max(last.x1, x1);
    else done.push({ x0, x1, y0, y1: y0 });
  }
  return done;
}
