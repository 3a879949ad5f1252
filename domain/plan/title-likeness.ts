/** How alike two titles are, whatever case, accents, punctuation and order of words. */

const wordsOf = (text: string): readonly string[] =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word.length > 2);

/** 0 to 1: twice the words in common by the words of both (Dice). Titles without words are alike when equal. */
export function likeness(a: string, b: string): number {
  const [first, second] = [new Set(wordsOf(a)), new Set(wordsOf(b))];
  if (first.size === 0 || second.size === 0) return a.trim() === b.trim() ? 1 : 0;
  const common = [...first].filter((word) => second.has(word)).length;
  return (2 * common) / (first.size + second.size);
}
