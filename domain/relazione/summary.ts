/** How the year went in six numbers: an objective counts once, however many sectors share it. */
import type { Verdict } from '../scoring/assessment.js';
import { FULL, NONE } from '../scoring/degree.js';
import type { ObjectiveFact } from './objective-facts.js';
import type { RelazioneSummary } from './relazione.js';
import type { SectorFact } from './relazione-facts.js';

export function summaryOf(sectors: readonly SectorFact[]): RelazioneSummary {
  const all = new Map<string, ObjectiveFact[]>();
  for (const one of sectors.flatMap(({ objectives }) => objectives))
    all.set(one.id, [...(all.get(one.id) ?? []), one]);
  const fates = [...all.values()].map((same) => fateOf(same.map(({ decided }) => decided)));
  const count = (fate: Fate): number => fates.filter((one) => one === fate).length;
  return {
    objectives: all.size,
    structure: [...all.values()].filter((same) => same.some(({ shared }) => shared)).length,
    ...{ full: count('full'), partial: count('partial'), none: count('none') },
    ...{ notAssessable: count('not-assessable'), open: count('open') },
  };
}

type Fate = 'full' | 'partial' | 'none' | 'not-assessable' | 'open';

/** Where it cannot be assessed in one sector, the others say how it went. */
function fateOf(verdicts: readonly (Verdict | null)[]): Fate {
  if (verdicts.some((one) => one === null || one.is === 'waiting')) return 'open';
  const degrees = verdicts.flatMap((one) => (one?.is === 'degree' ? [one.degree] : []));
  if (degrees.length === 0) return 'not-assessable';
  if (degrees.every((degree) => degree === FULL)) return 'full';
  return degrees.every((degree) => degree === NONE) ? 'none' : 'partial';
}
