/** Steps of a submission, by the commands of its page: a transmission speaks of every objective. */

import { saveSubmission } from '../../../api/commands/monitoring/save-submission.js';
import { stepSubmission } from '../../../api/commands/monitoring/step-submission.js';
import { transmit } from '../../../api/commands/monitoring/transmit-submission.js';
import type { Commander } from '../../../api/commands/run-command.js';
import { EMPTY_LINE, type LineContent } from '../../../domain/cycle/submission-line.js';
import { inTown } from '../../../store/in-town.js';
import { askedLines } from '../../../store/monitoring/asked-lines.js';
import { savedLines } from '../../../store/monitoring/submission-lines.js';
import { listSubmissions } from '../../../store/monitoring/submissions.js';
import type { TestTown } from '../../activities/town.js';
import type { Deed } from './deeds.js';

export type SubmissionDeed = Extract<Deed, { readonly opens: unknown }>;

/** Fits every objective, whatever is late. */
const CONTENT: LineContent = {
  ...{ ...EMPTY_LINE, progress: 'on-track', proposal: 'confirm' },
  ...{ deviation: 'La fase slitta', cause: 'priorities', remedy: 'Si conclude dopo' },
};

/** Throws when the sector is asked for none in that window. */
export async function stepOf(by: Commander, { year }: TestTown, { kind, sector, opens }: SubmissionDeed) {
  const { deps, viewer } = by;
  const { id, lines } = await inTown(deps.sql, viewer.town.id, async (tx) => {
    const found = (await listSubmissions(tx, year)).find(
      ({ sectorName, window }) => sectorName === sector && window.opens === opens,
    );
    if (found === undefined) throw new Error(`${sector} owes nothing from ${opens}`);
    const asked = await askedLines(tx, { ...found, until: found.window.referenceOn });
    const saved = await savedLines(tx, found.id);
    const seen = (objective: string): number => saved.get(objective)?.rowVersion ?? 0;
    return {
      id: found.id,
      lines: asked.map(({ objective }) => ({ objective, content: CONTENT, seen: seen(objective) })),
    };
  });
  const about = { submission: id, rowVersion: null };
  if (kind !== 'transmit') return stepSubmission(by, { ...about, step: kind, reason: 'Manca un dato' });
  const draft = await saveSubmission(by, { submission: id, confirmed: true, lines });
  return draft.ok ? transmit(by, about) : draft;
}
