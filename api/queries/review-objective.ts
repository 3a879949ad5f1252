/** One objective under review: what was planned and claimed, its terms and documents, what was asked and noted. */

import type { Tx } from '../../store/in-town.js';
import { type Evidence, listEvidence } from '../../store/obligations/evidence.js';
import type { KeptNote } from '../../store/review/review-notes.js';
import type { Viewer } from '../viewer.js';
import { loadObjectivePage, type ObjectivePage } from './objective-page.js';
import { type Opening, openEvidence } from './opened-evidence.js';
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
  /** The document asked for, of this objective or sent with an answer; `null`: none. */
  readonly document: { readonly id: string; readonly opening: Opening } | null;
  readonly notes: readonly KeptNote[];
  /** The viewer answered for it, or abstained. */
  readonly isExcluded: boolean;
}

/** `null`: not in this town, or not the viewer's to review. */
export async function loadReviewObjective(
  tx: Tx,
  viewer: Viewer,
  objective: string,
  asked: { readonly document: string | null } = { document: null },
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
  const questions = page.questions.filter((one) => one.objective === objective);
  const sent = await listEvidence(
    tx,
    questions.map(({ id }) => id),
  );
  const found = [...(detail.evidence ?? []), ...sent].find(({ id }) => id === asked.document);
  return {
    ...{ page, detail, places, sent },
    document:
      found === undefined ? null : { id: found.id, opening: await openEvidence(tx, viewer, found.id) },
    notes: page.notes.filter((note) => note.objective === objective),
    isExcluded: places.some(({ sector }) => sector.excluded),
  };
}
