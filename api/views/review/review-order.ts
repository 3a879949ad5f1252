/** The objectives of a review one by one: of structure once, though they stand in every sector. */
import type { ReviewedObjective, ReviewedSector } from '../../queries/review-page.js';

/** In the order of the page, without those that the viewer may not conclude on. */
export const objectivesOnce = (sectors: readonly ReviewedSector[]): readonly ReviewedObjective[] => {
  const barred = new Set(sectors.filter(({ excluded }) => excluded).flatMap(idsIn));
  const all = sectors.flatMap(({ objectives }) => objectives);
  return [...new Map(all.map((one) => [one.measured.objective.id, one])).values()].filter(
    ({ measured }) => !barred.has(measured.objective.id),
  );
};

/** After that one the next without a conclusion, from the first again behind the last; `null`: there is no other. */
export function nextToConclude(
  sectors: readonly ReviewedSector[],
  objective: string,
): ReviewedObjective['measured']['objective'] | null {
  const all = objectivesOnce(sectors);
  const at = all.findIndex(({ measured }) => measured.objective.id === objective);
  const following = [...all.slice(at + 1), ...all.slice(0, Math.max(at, 0))];
  return following.find(({ conclusion }) => conclusion === null)?.measured.objective ?? null;
}

const idsIn = ({ objectives }: ReviewedSector): readonly string[] =>
  objectives.map(({ measured }) => measured.objective.id);
