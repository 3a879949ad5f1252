/** Numbers of objectives that are missing or said twice, for the lint of the truth. */
import type {
  LintWarning,
  PlanDocument,
  PlanObjective,
  PlanSector,
} from '../../domain/plan/plan-document.js';

/**
 * A sequence is what one sector's own objectives are numbered by, together with the shared ones when they
 * run on ("1, 2" shared, "3, 4" its own), else the shared ones are a sequence of the whole document.
 */
export function numberWarnings(plan: PlanDocument): LintWarning[] {
  const shared = sharedOnce(plan);
  return [
    ...gaps(
      shared.map(({ number }) => number),
      {},
    ),
    ...plan.sectors.flatMap((sector) => sectorGaps(sector)),
    ...plan.sectors.flatMap((sector) => duplicates(sector)),
  ];
}

function sharedOnce(plan: PlanDocument): PlanObjective[] {
  const seen = new Map<string, PlanObjective>();
  for (const { objectives } of plan.sectors) {
    for (const one of objectives) if (one.shared) seen.set(`${one.number} ${one.title}`, one);
  }
  return [...seen.values()];
}

function sectorGaps(sector: PlanSector): LintWarning[] {
  const own = sector.objectives.filter((one) => !one.shared).map(({ number }) => number);
  return gaps(own, { sector: sector.name });
}

/** Missing numbers between the first and the last of each sequence: "3" or, after the same words, "2.3". */
function gaps(numbers: readonly (string | null)[], where: { readonly sector?: string }): LintWarning[] {
  const sequences = new Map<string, number[]>();
  for (const number of numbers) {
    const parts = /^(.*?)(\d+)$/.exec(number ?? '');
    if (parts === null) continue;
    const [, lead = '', last = ''] = parts;
    sequences.set(lead, [...(sequences.get(lead) ?? []), Number(last)]);
  }
  return [...sequences].flatMap(([lead, has]) =>
    Array.from({ length: Math.max(...has) - Math.min(...has) + 1 }, (_, index) => Math.min(...has) + index)
      .filter((one) => !has.includes(one))
      .map((one) => ({
        code: 'numbering-gap' as const,
        where: { ...where, number: `${lead}${one}` },
        message: `Manca il numero ${lead}${one}`,
      })),
  );
}

function duplicates(sector: PlanSector): LintWarning[] {
  const numbers = sector.objectives.flatMap(({ number }) => (number === null ? [] : [number]));
  const twice = new Set(numbers.filter((number, index) => numbers.indexOf(number) !== index));
  return [...twice].map((number) => ({
    code: 'numbering-duplicate',
    where: { sector: sector.name, number },
    message: `Due obiettivi con il numero ${number}`,
  }));
}
