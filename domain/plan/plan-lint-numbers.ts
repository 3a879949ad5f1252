/** Gaps and duplicates in the numbers of objectives. Numbers stay as printed; nothing is renumbered. */
import type { LintWarning, PlanDocument, PlanObjective, PlanSector } from './plan-document.js';

/** "2.3" → prefix "2.", last 3; `null` for what does not end in a number. */
function lastNumber(text: string | null): { readonly prefix: string; readonly last: number } | null {
  const match = /^(.*?)(\d{1,4})\.?$/.exec(text?.trim() ?? '');
  return match ? { prefix: match[1] ?? '', last: Number(match[2]) } : null;
}

/** Of the whole plan: one that several sectors share counts once. */
export function numberingWarnings(plan: PlanDocument): readonly LintWarning[] {
  const shared = plan.sectors.flatMap((sector) => sector.objectives.filter((one) => one.shared));
  const duplicates = plan.sectors.flatMap((sector) => {
    const numbers = sector.objectives.flatMap(({ number }) => (number === null ? [] : [number]));
    return [...new Set(numbers.filter((number, index) => numbers.indexOf(number) !== index))].map(
      (number): LintWarning => ({
        code: 'numbering-duplicate',
        where: { sector: sector.name, number },
        message: `Due obiettivi del settore hanno il numero ${number}`,
      }),
    );
  });
  return [...duplicates, ...gaps(shared, null), ...plan.sectors.flatMap(ownGaps)];
}

const ownGaps = (sector: PlanSector): readonly LintWarning[] =>
  gaps(
    sector.objectives.filter((one) => !one.shared),
    sector.name,
  );

/**
 * Numbers that miss between the least and the greatest of one series, at the line of the objective after the
 * gap; codes such as "2301" are no series.
 */
function gaps(objectives: readonly PlanObjective[], sector: string | null): readonly LintWarning[] {
  const series = new Map<string, Set<number>>();
  for (const { number } of objectives) {
    const read = lastNumber(number);
    if (read) series.set(read.prefix, (series.get(read.prefix) ?? new Set()).add(read.last));
  }
  return [...series].flatMap(([prefix, numbers]) => {
    const [least, most] = [Math.min(...numbers), Math.max(...numbers)];
    if (most - least > 2 * numbers.size + 10) return [];
    const printed = [...numbers].sort((a, b) => a - b).map((one) => prefix + one);
    const missing = Array.from({ length: most - least }, (_, i) => least + i).filter(
      (one) => !numbers.has(one),
    );
    const of = sector === null ? 'Gli obiettivi di struttura' : 'Gli obiettivi del settore';
    return missing.map((one) => ({
      code: 'numbering-gap' as const,
      where: {
        ...(sector === null ? {} : { sector }),
        number: prefix + one,
        ...lineAfter(objectives, prefix, one),
      },
      message: `${of} sono numerati ${printed.join(', ')}: manca il ${prefix}${one}`,
    }));
  });
}

/** Line of the objective with the next number of the series. */
function lineAfter(objectives: readonly PlanObjective[], prefix: string, missing: number): { line?: number } {
  const after = objectives
    .flatMap(({ number, sourceLines }) => {
      const read = lastNumber(number);
      const later =
        read !== null && read.prefix === prefix && read.last > missing && sourceLines !== undefined;
      return later ? [{ last: read.last, line: sourceLines[0] }] : [];
    })
    .sort((a, b) => a.last - b.last)[0];
  return after === undefined ? {} : { line: after.line };
}
