/** What the pieces of a submission's page are given. */
import type { OfferedLine } from '../../../domain/cycle/line-merge.js';
import type { SubmissionPage } from '../../queries/submission-page.js';
import type { FieldProblem } from '../../refusals.js';
import type { Viewer } from '../../viewer.js';

/** What was sent and not taken as it is. */
export interface Offered {
  readonly form: string;
  readonly lines: readonly OfferedLine[];
  readonly conflicts: readonly string[];
  readonly problems: readonly FieldProblem[];
  /** The reason or the observation, as typed. */
  readonly text?: string;
}

export interface SubmissionProps {
  readonly viewer: Viewer;
  readonly page: SubmissionPage;
  readonly offered: Offered | null;
}
