/**
 * The board over the towns in which somebody acts: one transaction inside each, a few at a time, and nothing of any
 * other. Each town tells what its own board would tell that person there, in the roles they hold today.
 */
import type { Instant } from '../../domain/time/instant.js';
import type { Sql } from '../../store/connection.js';
import { inTown } from '../../store/in-town.js';
import { type Viewer, viewerInside } from '../viewer.js';
import { loadTownFigures, type TownFigures } from './town-figures.js';
import { loadTownReviews, type YearToReview } from './town-reviews.js';

export interface TownLine {
  /** Who they are in that town; their form token is not the session's. */
  readonly viewer: Viewer;
  readonly figures: TownFigures;
  /** Empty for whoever does not evaluate there. */
  readonly reviews: readonly YearToReview[];
}

/** Connections that one board may hold. */
const AT_ONCE = 4;

/** In the order of `people`; somebody who is not there any more is left out. At the real instant `real`. */
export async function loadTownsBoard(
  sql: Sql,
  people: readonly { readonly town: string; readonly person: string }[],
  real: Instant,
): Promise<readonly TownLine[]> {
  const lines: (TownLine | null)[] = people.map(() => null);
  const waiting = people.entries();
  const lane = async (): Promise<void> => {
    for (const [place, { town, person }] of waiting) lines[place] = await lineOf(sql, { town, person }, real);
  };
  await Promise.all(Array.from({ length: Math.min(AT_ONCE, people.length) }, lane));
  return lines.filter((line) => line !== null);
}

const lineOf = (
  sql: Sql,
  { town, person }: { readonly town: string; readonly person: string },
  real: Instant,
): Promise<TownLine | null> =>
  inTown(sql, town, async (tx) => {
    const viewer = await viewerInside(tx, real, { person, formToken: '' });
    if (viewer === null) return null;
    const [figures, reviews] = await Promise.all([
      loadTownFigures(tx, viewer, real),
      loadTownReviews(tx, viewer),
    ]);
    return { viewer, figures, reviews };
  });
