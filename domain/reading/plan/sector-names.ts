/**
 * Names that mean one sector: "Settore Tecnico Manutentivo" where an objective is shared out is "Tecnico
 * manutentivo, patrimonio, ambiente" where the sector's own objectives are listed.
 */
import { numeralOf } from './sector-numerals.js';
import { type SectorWord, sectorWords } from './sector-words.js';

/** Below it two names share too little to mean one sector. */
const ENOUGH = 0.45;

/**
 * The listed name that each mention means, `null` when none does; a listed name answers to one mention at
 * most. Where all but one have found theirs and as many are mentioned as listed, the last two are a pair.
 */
export function matchSectors(
  mentions: readonly string[],
  listed: readonly string[],
): readonly (string | null)[] {
  const found: (string | null)[] = mentions.map(() => null);
  const pairs = mentions.flatMap((mention, at) =>
    listed.map((name) => ({ at, name, score: likeness(mention, name) })),
  );
  const free = new Set(listed);
  for (const { at, name, score } of pairs.sort((a, b) => b.score - a.score)) {
    if (score < ENOUGH || found[at] !== null || !free.has(name)) continue;
    found[at] = name;
    free.delete(name);
  }
  const open = found.flatMap((name, at) => (name === null ? [at] : []));
  const [last, only] = [open[0], [...free][0]];
  const paired = mentions.length === listed.length && open.length === 1 && mentions.length > 1;
  if (paired && last !== undefined && only !== undefined) found[last] = only;
  return found;
}

/** Equal for spellings of one name: case, accents, "Settore" before it, abbreviations, "(segue)". */
export function sectorKey(name: string): string {
  const own = sectorWords(name)
    .filter(({ kind }) => !kind)
    .map(({ stem }) => stem);
  const words = own.length > 0 ? own : sectorWords(name).map(({ stem }) => stem);
  // The number counts only where there is nothing else: "Settore I – Tecnico" is later "Settore Tecnico".
  const numeral = own.length > 0 ? null : numeralOf(name);
  return [...words, ...(numeral === null ? [] : [String(numeral)])].join(' ');
}

/** 1 for one name spelled twice, 0 for names with nothing in common. */
export function likeness(mention: string, listed: string): number {
  if (sectorKey(mention) === sectorKey(listed)) return 1;
  const [left, right] = [sectorWords(mention), sectorWords(listed)];
  const [mine, theirs] = [numeralOf(mention), numeralOf(listed)];
  const bare = left.every(({ kind }) => kind) || right.every(({ kind }) => kind);
  if (mine !== null && theirs !== null && mine !== theirs) return 0;
  if (bare) return mine !== null && mine === theirs ? 0.95 : 0;
  return 0.7 * covered(left, right) + 0.3 * covered(right, left);
}

/** How much of the one name the other has; first words tell more than the last. */
function covered(one: readonly SectorWord[], other: readonly SectorWord[]): number {
  let [sum, all] = [0, 0];
  for (const [place, word] of one.entries()) {
    const worth = (word.kind ? 0.15 : 1) / (1 + place * 0.25);
    all += worth;
    if (other.some((two) => same(word.stem, two.stem))) sum += worth;
  }
  return all === 0 ? 0 : sum / all;
}

/** Equal, or one is the other cut short ("manut", "demogr"). */
function same(one: string, other: string): boolean {
  const [short, long] = one.length <= other.length ? [one, other] : [other, one];
  return one === other || (short.length >= 4 && long.startsWith(short));
}
