/** One objective under review: what was planned and claimed, its terms and documents, what was asked and noted. */

import type { Tx } from '../../store/in-town.js';
import { type Evidence, listEvidence } from '../../store/obligations/evidence.js';
import type { KeptNote } from '../../store/review/review-notes.js';
import type { Viewer } from '../viewer.js';
import { loadObjectivePage, type ObjectivePage } from './objective-page.js';
import {
  loadReviewPage,
  type ReviewedObjective,
  type ReviewedSector,
  type ReviewPage,
} from './review-page.js';

export interface ReviewObjectivePage {
  readonly page: ReviewPage;
  readonly detail: ObjectivePage;
  /** Once for each sector that answers for it. */
  readonly places: readonly { readonly sector: ReviewedSector; readonly reviewed: ReviewedObjective }[];
  /** Sent with answers, by question. */
  readonly sent: readonly Evidence[];
  readonly notes: readonly KeptNote[];
  /** The viewer answered for it, or abstained. */
  readonly isExcluded: boolean;
}

/** `null`: not in this town, or not the viewer's to review. */
export async function loadReviewObjective(
  tx: Tx,
  viewer: Viewer,
  objective: string,
): Promise<ReviewObjectivePage | null> {
  const detail = await loadObjectivePage(tx, viewer, objective);
  if (detail === null) return null;
  const page = await loadReviewPage(tx, viewer, detail.objective.year);
  if (page === null || !page.isWhole || page.cycle.year !== detail.objective.year) return null;
  const places = page.sectors.flatMap((sector) =>
    sector.objectives
      .filter(({ measured }) => measured.objective.id === objective)
      .map((reviewed) => ({ sector, reviewed })),
  );
  const asked = page.questions.filter((one) => one.objective === objective);
  return {
    ...{ page, detail, places },
    sent: await listEvidence(
      tx,
      asked.map(({ id }) => id),
    ),
    notes: page.notes.filter((note) => note.objective === objective),
    isExcluded: places.some(({ sector }) => sector.excluded),
  };
}
