/** What JSON text says about itself before it is parsed: how deep it is, and how many members it writes. */

export interface JsonOutline {
  readonly depth: number;
  /** Names of members as written: one written twice counts twice, where a parser keeps only the last. */
  readonly members: number;
}

/** One pass over the text, which need not be JSON. */
export function jsonOutline(text: string): JsonOutline {
  let [depth, deepest, members] = [0, 0, 0];
  for (let at = 0; at < text.length; at++) {
    switch (text[at]) {
      case '"':
        at = endOfString(text, at);
        break;
      case '{':
      case '[':
        depth += 1;
        deepest = Math.max(deepest, depth);
        break;
      case '}':
      case ']':
        depth -= 1;
        break;
      case ':':
        members += 1;
        break;
    }
  }
  return { depth: deepest, members };
}

function endOfString(text: string, opening: number): number {
  for (let at = opening + 1; at < text.length; at++) {
    if (text[at] === '\\') at += 1;
    else if (text[at] === '"') return at;
  }
  return text.length;
}

/** Members of a parsed value, of all objects in it. */
export function countMembers(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 0;
  const inside = Object.values(value).reduce<number>((sum, one) => sum + countMembers(one), 0);
  return Array.isArray(value) ? inside : inside + Object.keys(value).length;
}
