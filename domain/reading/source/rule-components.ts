import type { Rule } from './placed.js';

/** How near, in points, lines must come to touch. */
const TOUCH = 3.2;

/** Lines that touch, directly or through others. */
export interface RuleComponent {
  readonly levels: Rule[];
  readonly uprights: Rule[];
}

/** Level and upright lines sorted into sets that touch; a set of one kind only draws nothing and is left out. */
export function ruleComponents(level: readonly Rule[], upright: readonly Rule[]): RuleComponent[] {
  const parent = [...level, ...upright].map((_, index) => index);
  const root = (index: number): number => {
    let at = index;
    while (parent[at] !== at) at = parent[at] = parent[parent[at] ?? at] ?? at;
    return at;
  };
  for (const [one, { x0, x1, y0: y }] of level.entries()) {
    for (const [other, { x0: x, y0, y1 }] of upright.entries()) {
      const touch = x >= x0 - TOUCH && x <= x1 + TOUCH && y >= y0 - TOUCH && y <= y1 + TOUCH;
      if (touch) parent[root(one)] = root(level.length + other);
    }
  }
  const components = new Map<number, RuleComponent>();
  for (const index of parent.keys()) {
    const at = root(index);
    const component = components.get(at) ?? { levels: [], uprights: [] };
    components.set(at, component);
    const [a, b] = [level[index], upright[index - level.length]];
    if (a !== undefined) component.levels.push(a);
    else if (b !== undefined) component.uprights.push(b);
  }
  return [...components.values()].filter(({ levels, uprights }) => levels.length > 0 && uprights.length > 0);
}
