/** Which sector and which objective of one plan is which of another: names and titles allowing for spelling. */
import type { PlanObjective, PlanSector } from '../domain/plan/plan-document.js';

export interface Pair<T> {
  readonly wanted: T | null;
  readonly got: T | null;
}

const LIKE = 0.8;

export const pairSectors = (
  wanted: readonly PlanSector[],
  got: readonly PlanSector[],
): readonly Pair<PlanSector>[] => paired(wanted, got, (a, b) => nameLikeness(a.name, b.name), 0.55);

export const pairObjectives = (
  wanted: readonly PlanObjective[],
  got: readonly PlanObjective[],
): readonly Pair<PlanObjective>[] =>
  paired(wanted, got, (a, b) => likeness(a.title, b.title) + (a.number === b.number ? 0.01 : 0), LIKE);

/** The likest first, each once; what finds no partner stands alone. */
function paired<T>(
  wanted: readonly T[],
  got: readonly T[],
  likenessOf: (a: T, b: T) => number,
  least: number,
): readonly Pair<T>[] {
  const candidates = wanted
    .flatMap((a) => got.map((b) => ({ a, b, like: likenessOf(a, b) })))
    .filter(({ like }) => like >= least)
    .sort((one, other) => other.like - one.like);
  const taken = new Map<T, T>();
  const used = new Set<T>();
  for (const { a, b } of candidates) {
    if (taken.has(a) || used.has(b)) continue;
    taken.set(a, b);
    used.add(b);
  }
  return [
    ...wanted.map((a) => ({ wanted: a, got: taken.get(a) ?? null })),
    ...got.filter((b) => !used.has(b)).map((b) => ({ wanted: null, got: b })),
  ];
}

const plain = (text: string): string =>
  text
    .normalize('NFD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();

/** "Settore Finanziario" is "Finanziario". */
const nameLikeness = (a: string, b: string): number => likeness(bare(a), bare(b));
const bare = (name: string): string =>
  plain(name)
    .replace(/\b(?:settore|area|servizio|servizi|ufficio)\b/g, '')
    .trim() || plain(name);

/** 1 for the same letters, less by each letter to change (Levenshtein, by the longer). */
function likeness(a: string, b: string): number {
  const [one, other] = [plain(a), plain(b)];
  if (one === other) return 1;
  const longest = Math.max(one.length, other.length);
  return longest === 0 ? 1 : 1 - distance(one, other) / longest;
}

function distance(one: string, other: string): number {
  let before = Array.from({ length: other.length + 1 }, (_, i) => i);
  for (let i = 1; i <= one.length; i++) {
    const row = [i];
    for (let j = 1; j <= other.length; j++) {
      const changed = (before[j - 1] ?? 0) + (one[i - 1] === other[j - 1] ? 0 : 1);
      row.push(Math.min(changed, (before[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1));
    }
    before = row;
  }
  return before[other.length] ?? 0;
}
