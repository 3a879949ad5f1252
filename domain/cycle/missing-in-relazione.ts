/** What a Relazione still lacks before the Nucleo gets it: each with the place where it is put right. */
import type { ObjectiveFact } from '../relazione/objective-facts.js';
import type { RelazioneFacts } from '../relazione/relazione-facts.js';
import { FULL } from '../scoring/degree.js';
import type { CivilDate } from '../time/civil-date.js';
import type { SubmissionState } from './submission-state.js';

/** A submission that the Segretario has not acknowledged. */
export interface PendingSubmission {
  /** Its obligation. */
  readonly id: string;
  readonly sector: string;
  /** "Monitoraggio del primo semestre 2023". */
  readonly window: string;
  readonly state: SubmissionState;
}

interface OfObjective {
  readonly sector: string;
  readonly objective: Pick<ObjectiveFact, 'id' | 'number' | 'title'>;
}

/** One thing that is missing, and what it is about; the page leads to where it is put right. */
export type MissingInRelazione =
  | ({ readonly is: 'submission' } & PendingSubmission)
  /** No degree is decided; no reason for one under 100; a term that the plan does not give, unanswered. */
  | ({ readonly is: 'degree' | 'reason' | 'implicit-term' } & OfObjective)
  | ({ readonly is: 'figure'; readonly for: string; readonly until: CivilDate | null } & OfObjective)
  /** A variation without its act. */
  | { readonly is: 'variation-act'; readonly from: CivilDate };

/** Submissions first, then sector by sector in the plan's order. */
export const missingInRelazione = (
  { sectors, variations }: Pick<RelazioneFacts, 'sectors' | 'variations'>,
  submissions: readonly PendingSubmission[],
): readonly MissingInRelazione[] => [
  ...submissions.map((one) => ({ is: 'submission', ...one }) as const),
  ...sectors.flatMap(({ name, objectives }) => objectives.flatMap((one) => missingOf(one, name))),
  ...variations.flatMap(({ kind, act, effectiveFrom }): readonly MissingInRelazione[] =>
    kind === 'variation' && act === null ? [{ is: 'variation-act', from: effectiveFrom }] : [],
  ),
];

function missingOf(objective: ObjectiveFact, sector: string): readonly MissingInRelazione[] {
  const { id, number, title, decided, reason, phases } = objective;
  const of: OfObjective = { sector, objective: { id, number, title } };
  const missing: MissingInRelazione[] = [];
  if (decided === null) missing.push({ is: 'degree', ...of });
  if (decided?.is === 'waiting')
    missing.push({ is: 'figure', for: decided.for, until: decided.until, ...of });
  if (decided?.is === 'degree' && decided.degree !== FULL && reason === null)
    missing.push({ is: 'reason', ...of });
  if (phases.some(({ term, state }) => term.kind === 'implicit' && state === 'open'))
    missing.push({ is: 'implicit-term', ...of });
  return missing;
}
