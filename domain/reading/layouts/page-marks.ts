/** Page numbers and the lines that each page repeats around them, in texts that kept them. */
import type { Block, Fragment } from '../source/source-document.js';

const NUMBER =
  /^\s*(?:pag(?:ina|\.)?\s*(?:n\.?\s*)?\d{1,3}(?:\s*(?:di|\/)\s*\d{1,3})?|\d{1,3}\s*(?:di|\/)\s*\d{1,3}|[-–—]\s*\d{1,3}\s*[-–—])\s*$/iu;
/** "P.E.G. 2024          7" */
const NUMBERED = /^\s*(\S.{4,80}?)\s{3,}(?:pag\.?\s*)?\d{1,3}\s*$/iu;

/** The blocks without them; blocks that hold nothing else are left out. */
export function withoutPageMarks(blocks: readonly Block[]): readonly Block[] {
  const repeated = repeatedLines(blocks);
  const isMark = ({ text }: Fragment): boolean => NUMBER.test(text) || repeated.has(keyOf(text));
  return blocks.flatMap((block): readonly Block[] => {
    if (block.kind === 'table' || !block.fragments.some(isMark)) return [block];
    const fragments = block.fragments.filter((one) => !isMark(one));
    return fragments.length === 0 ? [] : [{ ...block, fragments }];
  });
}

const keyOf = (text: string): string => (NUMBERED.exec(text)?.[1] ?? text).trim();

/** Lines printed twice or more beside a page number, or with one at their end. */
function repeatedLines(blocks: readonly Block[]): ReadonlySet<string> {
  const counts = new Map<string, number>();
  const add = (text: string): void => {
    counts.set(keyOf(text), (counts.get(keyOf(text)) ?? 0) + 1);
  };
  for (const block of blocks) {
    if (block.kind === 'table') continue;
    for (const [at, { text }] of block.fragments.entries()) {
      const beside = [block.fragments[at - 1], block.fragments[at + 1]];
      const marked = beside.some((one) => one !== undefined && NUMBER.test(one.text));
      if (NUMBERED.test(text) || (marked && /\p{L}{3}/u.test(text))) add(text);
    }
  }
  return new Set([...counts].filter(([, count]) => count >= 2).map(([text]) => text));
}
